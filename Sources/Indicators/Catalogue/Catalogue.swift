import Model

/// All indicators that numbers are read as, with the abbreviations that their names are written in.
public struct Catalogue: Sendable {
    /// Rises with each published change.
    public let version: Int
    /// The version with the digest of all that decides what numbers are read as: the catalogue, its weights and the
    /// gazetteer, `1-9f86d081`. It changes with any byte of those files, so that no reading hides its origin.
    public let edition: String
    /// In the order of the file.
    public let indicators: [Indicator]
    /// Short forms with what they stand for, in the order of the file.
    public let abbreviations: [Abbreviation]
    /// What the scorer learned; empty weights leave the phrases alone to decide.
    public let weights: ScorerWeights

    private let positions: [IndicatorCode: Int]

    public init(
        version: Int, edition: String? = nil, indicators: [Indicator], abbreviations: [Abbreviation] = [],
        weights: ScorerWeights = .none
    ) {
        self.version = version
        self.edition = edition ?? String(version)
        self.indicators = indicators
        self.abbreviations = abbreviations
        self.weights = weights
        positions = Dictionary(
            indicators.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The indicator with this code, or nil.
    public subscript(code: IndicatorCode) -> Indicator? { positions[code].map { indicators[$0] } }
}

/// A short form such as TTHC with the words that it stands for.
public struct Abbreviation: Hashable, Sendable {
    public let short: String
    public let full: String

    public init(short: String, full: String) {
        self.short = short
        self.full = full
    }
}
