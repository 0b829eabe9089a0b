/// One row of `rejections`: a number that is not published, and why.
public struct RejectionRow: Hashable, Sendable {
    public var articleID: ArticleID
    public var source: SourceID
    public var url: WebAddress
    public var title: String
    public var publishedAt: Timestamp?
    public var valueText: String
    public var reason: RejectionReason
    public var detail: String
    /// The sentence, and where it lies in the article's text, in Unicode scalars.
    public var quote: String
    public var quoteStart: Int
    public var quoteEnd: Int
    public var extractorVersion: String

    public init(
        articleID: ArticleID, source: SourceID, url: WebAddress, title: String, publishedAt: Timestamp?,
        valueText: String, reason: RejectionReason, detail: String, quote: String, quoteStart: Int, quoteEnd: Int,
        extractorVersion: String
    ) {
        self.articleID = articleID
        self.source = source
        self.url = url
        self.title = title
        self.publishedAt = publishedAt
        self.valueText = valueText
        self.reason = reason
        self.detail = detail
        self.quote = quote
        self.quoteStart = quoteStart
        self.quoteEnd = quoteEnd
        self.extractorVersion = extractorVersion
    }
}
