import FoundationEssentials

/// One row of `observations`: a number, what it measures, where and when, and the sentence it came from.
public struct ObservationRow: Hashable, Sendable {
    public var observationID: ObservationID
    /// Joins the same fact told by several articles.
    public var factID: FactID?
    public var indicator: IndicatorCode?
    /// The catalogue's names, empty where it has no indicator that fits.
    public var indicatorNameVI: String
    public var indicatorNameEN: String
    /// The field of public administration that the indicator belongs to.
    public var area: String
    public var value: Decimal
    public var unit: Unit
    public var valueText: String
    /// UTF-8 offsets of the number in the article's text: evidence that the ledger keeps; no column of the dataset.
    public var valueRange: Range<Int>
    public var qualifier: Qualifier
    public var kind: ObservationKind
    public var direction: Direction?
    public var denominator: Decimal?
    /// The total that this number is a part of.
    public var partOf: ObservationID?
    public var place: PlaceReference?
    public var period: Period
    public var stockFlow: StockFlow
    public var publishedAt: Timestamp?
    public var source: SourceID
    public var title: String
    public var url: WebAddress
    /// The sentence, and where it lies in the article's text, in Unicode scalars.
    public var quote: String
    public var quoteStart: Int
    public var quoteEnd: Int
    public var articleID: ArticleID
    /// The digest of the payload in the archive, `sha256:…`.
    public var capture: String
    /// How sure the reading is, in hundredths, 0 to 100.
    public var confidence: Int
    public var flags: Set<ObservationFlag>
    public var catalogueVersion: String
    public var extractorVersion: String

    public init(
        observationID: ObservationID, factID: FactID? = nil, indicator: IndicatorCode?, indicatorNameVI: String,
        indicatorNameEN: String, area: String, value: Decimal, unit: Unit, valueText: String, valueRange: Range<Int>,
        qualifier: Qualifier,
        kind: ObservationKind, direction: Direction?, denominator: Decimal?, partOf: ObservationID?,
        place: PlaceReference?, period: Period, stockFlow: StockFlow, publishedAt: Timestamp?, source: SourceID,
        title: String, url: WebAddress, quote: String, quoteStart: Int, quoteEnd: Int, articleID: ArticleID,
        capture: String, confidence: Int, flags: Set<ObservationFlag>, catalogueVersion: String,
        extractorVersion: String
    ) {
        self.observationID = observationID
        self.factID = factID
        self.indicator = indicator
        self.indicatorNameVI = indicatorNameVI
        self.indicatorNameEN = indicatorNameEN
        self.area = area
        self.value = value
        self.unit = unit
        self.valueText = valueText
        self.valueRange = valueRange
        self.qualifier = qualifier
        self.kind = kind
        self.direction = direction
        self.denominator = denominator
        self.partOf = partOf
        self.place = place
        self.period = period
        self.stockFlow = stockFlow
        self.publishedAt = publishedAt
        self.source = source
        self.title = title
        self.url = url
        self.quote = quote
        self.quoteStart = quoteStart
        self.quoteEnd = quoteEnd
        self.articleID = articleID
        self.capture = capture
        self.confidence = confidence
        self.flags = flags
        self.catalogueVersion = catalogueVersion
        self.extractorVersion = extractorVersion
    }
}
