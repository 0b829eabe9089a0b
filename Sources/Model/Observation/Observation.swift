import FoundationEssentials

/// One number that an article states about the work of public administration, with its evidence.
///
/// `text[range] == valueText` holds for the article's text, always; offsets are UTF-8.
public struct Observation: Hashable, Sendable {
    /// The number expression, without unit and approximation word; a percent sign belongs to it.
    public var range: Range<Int>
    public var valueText: String
    public var value: Decimal
    public var unit: Unit
    /// The catalogue's code, or nil where the catalogue has none that fits.
    public var indicator: IndicatorCode?
    /// The words of the text that name what is measured.
    public var measure: String
    public var kind: ObservationKind
    public var direction: Direction?
    public var qualifier: Qualifier
    /// The 17 of `15/17 xã`, the 63 of `5/63 tỉnh`, the 80 of `40,62/80 điểm`.
    public var denominator: Decimal?
    public var place: PlaceReference?
    public var period: Period
    public var stockFlow: StockFlow
    /// Where the total begins that this number is a part of.
    public var partOf: Int?
    /// The sentence it stands in.
    public var quote: Range<Int>
    /// How sure the reading is, in hundredths, 0 to 100.
    public var confidence: Int
    public var flags: Set<ObservationFlag>
    /// The rule that decided, for `chiso explain`.
    public var rule: String

    public init(
        range: Range<Int>, valueText: String, value: Decimal, unit: Unit, indicator: IndicatorCode?, measure: String,
        kind: ObservationKind, direction: Direction? = nil, qualifier: Qualifier = .exact, denominator: Decimal? = nil,
        place: PlaceReference? = nil, period: Period = .none, stockFlow: StockFlow = .flow, partOf: Int? = nil,
        quote: Range<Int>, confidence: Int, flags: Set<ObservationFlag> = [], rule: String
    ) {
        self.range = range
        self.valueText = valueText
        self.value = value
        self.unit = unit
        self.indicator = indicator
        self.measure = measure
        self.kind = kind
        self.direction = direction
        self.qualifier = qualifier
        self.denominator = denominator
        self.place = place
        self.period = period
        self.stockFlow = stockFlow
        self.partOf = partOf
        self.quote = quote
        self.confidence = confidence
        self.flags = flags
        self.rule = rule
    }
}

/// Something an analyst should know before trusting a number.
public enum ObservationFlag: String, Sendable, CaseIterable, Comparable {
    case ambiguousSeparator = "ambiguous_separator"
    case englishStyle = "english_style"
    case outOfBounds = "out_of_bounds"
    case partsDiffer = "parts_differ_from_total"
    case impliedValue = "implied_value"
    case ambiguousPlace = "ambiguous_place"
    case plannedPeriod = "planned_period"

    public static func < (left: ObservationFlag, right: ObservationFlag) -> Bool { left.rawValue < right.rawValue }
}

/// Why a number is not an observation.
public enum RejectionReason: String, Sendable, CaseIterable {
    case date, time, period, legalNumber = "legal_number", ordinal, name, address, phone, age, price, measurement
    case sport, socioeconomic, caption, generic
    /// It has a unit and a sentence, but nothing in them names a measure.
    case noIndicator = "no_indicator"
    /// What it measures is too uncertain to publish.
    case lowConfidence = "low_confidence"
}

/// A number that is not published, kept beside those that are.
public struct Rejection: Hashable, Sendable {
    public var range: Range<Int>
    public var surface: String
    public var reason: RejectionReason
    /// What led to the reason, for `chiso explain`.
    public var detail: String
    /// The sentence it stands in.
    public var quote: Range<Int>

    public init(range: Range<Int>, surface: String, reason: RejectionReason, detail: String, quote: Range<Int>) {
        self.range = range
        self.surface = surface
        self.reason = reason
        self.detail = detail
        self.quote = quote
    }
}
