import Model

/// What is known about a text's place before it is read.
public struct PlaceContext: Sendable {
    /// The province whose news the source brings.
    public var home: PlaceID?
    /// The title: units named in it are those that the text most likely means.
    public var title: String
    /// Units that a dateline or an earlier page named.
    public var known: [PlaceID]

    public init(home: PlaceID? = nil, title: String = "", known: [PlaceID] = []) {
        self.home = home
        self.title = title
        self.known = known
    }
}

/// One unit that a name in a text can mean.
public struct PlaceCandidate: Hashable, Sendable {
    public let unit: AdministrativeUnit
    /// Higher is likelier; only comparable within one mention.
    public let score: Int
}

/// A place where a text speaks of an administrative unit.
public struct PlaceMention: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// By its name, with or without a type word.
        case name
        /// By a type word alone: `trên địa bàn huyện`, `toàn tỉnh`.
        case anaphor(AdministrativeLevel)
        /// By a by-name, `đất Tổ`: never more than a hint.
        case nickname
        /// The whole country: `cả nước`, `toàn quốc`, `của 63 tỉnh`.
        case nation
        /// A ministry by its name, whose figures are national.
        case ministry
    }

    /// UTF-8 offsets of the type word and the name.
    public let range: Range<Int>
    public let kind: Kind
    /// Best first.
    public let candidates: [PlaceCandidate]
    /// The unit meant; nil while several are as likely, and for a type word that nothing before it explains.
    public let best: AdministrativeUnit?
    public let hasTypeWord: Bool
    /// Whether it ends the name of a body, as in `UBND huyện Tam Dương`.
    public let isInsideOrganisationName: Bool
}
