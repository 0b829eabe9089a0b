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
public struct PlaceMention: Sendable {
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

    private let gazetteer: Gazetteer
    private let mention: Mention

    init(_ mention: Mention, in gazetteer: Gazetteer) {
        self.mention = mention
        self.gazetteer = gazetteer
    }

    /// UTF-8 offsets of the type word and the name.
    public var range: Range<Int> { mention.range }
    public var kind: Kind { mention.kind }
    /// Best first, no more than sixteen.
    public var candidates: [PlaceCandidate] {
        mention.candidates.prefix(16).map { PlaceCandidate(unit: gazetteer.table.unit($0.row), score: $0.score) }
    }
    /// The unit meant; nil while several are as likely, and for a type word that nothing before it explains.
    public var best: AdministrativeUnit? { mention.row.map(gazetteer.table.unit) }
    public var hasTypeWord: Bool { mention.hasTypeWord }
    /// Whether it ends the name of a body, as in `UBND huyện Tam Dương`.
    public var isInsideOrganisationName: Bool { mention.isInsideOrganisationName }
}
