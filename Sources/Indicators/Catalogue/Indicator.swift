import FoundationEssentials
import Model

/// One indicator of the catalogue: what a number may measure, and how newspapers write it.
public struct Indicator: Hashable, Sendable {
    public let code: IndicatorCode
    public let nameVietnamese: String
    public let nameEnglish: String
    public let area: Area
    /// The unit as the codebook prints it, in both languages.
    public let unit: String
    public let unitEnglish: String
    public let valueType: ValueType
    /// What one level may plausibly be; a value outside is flagged, not dropped.
    public let bounds: ClosedRange<Decimal>
    public let level: IndicatorLevel
    public let better: Betterment
    /// The domain, 1 to 8, of the provincial PAR INDEX (Decision 876/QĐ-BNV of 10 November 2022), where it is known.
    public let parIndexDomain: Int?
    /// Phrases that name it; the number with its approximation words may stand inside.
    public let aliases: [String]
    /// Phrases of which one in the same sentence makes a hit surer.
    public let contextAny: [String]
    /// Phrases that speak for another indicator when they stand in the same clause.
    public let contextNone: [String]
    public let note: String?

    public init(
        code: IndicatorCode, nameVietnamese: String, nameEnglish: String, area: Area, unit: String, unitEnglish: String,
        valueType: ValueType, bounds: ClosedRange<Decimal>, level: IndicatorLevel = .any, better: Betterment = .neutral,
        parIndexDomain: Int? = nil, aliases: [String], contextAny: [String] = [], contextNone: [String] = [],
        note: String? = nil
    ) {
        self.code = code
        self.nameVietnamese = nameVietnamese
        self.nameEnglish = nameEnglish
        self.area = area
        self.unit = unit
        self.unitEnglish = unitEnglish
        self.valueType = valueType
        self.bounds = bounds
        self.level = level
        self.better = better
        self.parIndexDomain = parIndexDomain
        self.aliases = aliases
        self.contextAny = contextAny
        self.contextNone = contextNone
        self.note = note
    }
}
