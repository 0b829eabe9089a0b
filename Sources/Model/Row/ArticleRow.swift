/// One row of `articles`: the newest version of an article, with or without numbers.
public struct ArticleRow: DatasetRow {
    public var articleID: ArticleID
    /// 1 for the text first seen at this address, 2 for the first change of it, and so on.
    public var version: Int
    /// The version that this one replaced.
    public var supersedes: ArticleID?
    public var source: SourceID
    public var sourceName: String
    /// The address that the page names as its own, else the address that it was found at.
    public var url: WebAddress
    /// Other addresses of the same article, in order.
    public var aliases: [WebAddress]
    public var title: String
    public var authors: [String]
    public var publishedAt: Timestamp?
    public var publishedFrom: DateSource?
    public var modifiedAt: Timestamp?
    public var section: String?
    public var language: String?
    public var lead: String?
    /// Words of the text, counted by white space.
    public var words: Int
    /// How many numbers of the article are published, and how many are not.
    public var observations: Int
    public var rejections: Int
    /// The digest of the payload in the archive, `sha256:…`.
    public var capture: String
    /// The digest of the article's text, `sha256:…`.
    public var textDigest: String
    public var extractorVersion: String

    public init(
        articleID: ArticleID, version: Int = 1, supersedes: ArticleID? = nil, source: SourceID, sourceName: String,
        url: WebAddress, aliases: [WebAddress] = [], title: String, authors: [String], publishedAt: Timestamp?,
        publishedFrom: DateSource?, modifiedAt: Timestamp?, section: String?, language: String?, lead: String?,
        words: Int, observations: Int, rejections: Int, capture: String, textDigest: String, extractorVersion: String
    ) {
        self.articleID = articleID
        self.version = version
        self.supersedes = supersedes
        self.source = source
        self.sourceName = sourceName
        self.url = url
        self.aliases = aliases
        self.title = title
        self.authors = authors
        self.publishedAt = publishedAt
        self.publishedFrom = publishedFrom
        self.modifiedAt = modifiedAt
        self.section = section
        self.language = language
        self.lead = lead
        self.words = words
        self.observations = observations
        self.rejections = rejections
        self.capture = capture
        self.textDigest = textDigest
        self.extractorVersion = extractorVersion
    }
}

extension ArticleRow {
    /// The columns of `articles`.
    public static let columns: [Column<ArticleRow>] = identity + content + figures

    private static let identity: [Column<ArticleRow>] = [
        Column("article_id", .code, vi: "Mã bài", en: "Article") { .code($0.articleID) },
        Column("version", .integer, vi: "Phiên bản", en: "Version") { .integer($0.version) },
        Column("supersedes", .code, vi: "Thay cho bản", en: "Supersedes") { .code($0.supersedes) },
        Column("source_id", .code, vi: "Nguồn tin", en: "Source") { .code($0.source) },
        Column("source_name", .text, vi: "Tên nguồn tin", en: "Source name") { .text(orEmpty: $0.sourceName) },
        Column("url", .address, vi: "Địa chỉ bài", en: "Address") { .text($0.url.text) },
        Column("aliases", .list, vi: "Địa chỉ khác", en: "Other addresses") {
            .list(orEmpty: $0.aliases.map(\.text))
        },
    ]

    private static let content: [Column<ArticleRow>] = [
        Column("title", .text, vi: "Tiêu đề", en: "Title") { .text(orEmpty: $0.title) },
        Column("author", .list, vi: "Tác giả", en: "Author") { .list(orEmpty: $0.authors) },
        Column("published_at", .timestamp, vi: "Thời điểm đăng", en: "Published") {
            .timestamp(orEmpty: $0.publishedAt)
        },
        Column("published_from", .code, vi: "Nguồn thời điểm đăng", en: "Published read from") {
            .term($0.publishedFrom)
        },
        Column("modified_at", .timestamp, vi: "Thời điểm sửa", en: "Modified") { .timestamp(orEmpty: $0.modifiedAt) },
        Column("section", .text, vi: "Chuyên mục", en: "Section") { .text(orEmpty: $0.section) },
        Column("language", .code, vi: "Ngôn ngữ", en: "Language") { .text(orEmpty: $0.language) },
        Column("lead", .text, vi: "Sapô", en: "Lead") { .text(orEmpty: $0.lead) },
    ]

    private static let figures: [Column<ArticleRow>] = [
        Column("words", .integer, vi: "Số từ", en: "Words") { .integer($0.words) },
        Column("observations", .integer, vi: "Số liệu công bố", en: "Observations") { .integer($0.observations) },
        Column("rejections", .integer, vi: "Số liệu bị loại", en: "Rejections") { .integer($0.rejections) },
        Column("capture", .code, vi: "Bản lưu trang gốc", en: "Capture") { .text(orEmpty: $0.capture) },
        Column("text_digest", .code, vi: "Mã băm văn bản", en: "Text digest") { .text(orEmpty: $0.textDigest) },
        Column("extractor_version", .code, vi: "Phiên bản bộ trích xuất", en: "Extractor version") {
            .text(orEmpty: $0.extractorVersion)
        },
    ]
}
