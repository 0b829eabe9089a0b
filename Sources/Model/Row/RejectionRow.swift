/// One row of `rejections`: a number that is not published, and why.
public struct RejectionRow: DatasetRow {
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

    /// The columns of `rejections`.
    public static let columns: [Column<RejectionRow>] = [
        Column("article_id", .code, vi: "Mã bài", en: "Article") { .code($0.articleID) },
        Column("source_id", .code, vi: "Nguồn tin", en: "Source") { .code($0.source) },
        Column("url", .address, vi: "Địa chỉ bài", en: "Address") { .text($0.url.text) },
        Column("title", .text, vi: "Tiêu đề bài", en: "Title") { .text(orEmpty: $0.title) },
        Column("published_at", .timestamp, vi: "Thời điểm đăng", en: "Published") {
            .timestamp(orEmpty: $0.publishedAt)
        },
        Column("value_text", .text, vi: "Nguyên văn", en: "As printed") { .text(orEmpty: $0.valueText) },
        Column("reason", .code, vi: "Lý do loại", en: "Reason") { .term($0.reason) },
        Column("detail", .text, vi: "Chi tiết", en: "Detail") { .text(orEmpty: $0.detail) },
        Column("quote", .text, vi: "Câu trích dẫn", en: "Quote") { .text(orEmpty: $0.quote) },
        Column("quote_start", .integer, vi: "Vị trí đầu câu", en: "Quote start") { .integer($0.quoteStart) },
        Column("quote_end", .integer, vi: "Vị trí cuối câu", en: "Quote end") { .integer($0.quoteEnd) },
        Column("extractor_version", .code, vi: "Phiên bản bộ trích xuất", en: "Extractor version") {
            .text(orEmpty: $0.extractorVersion)
        },
    ]
}
