import Model

/// What all numbers of an article have in common: kept once, with the article.
struct ArticleContext {
    let articleID: ArticleID
    let source: SourceID
    let url: WebAddress
    let title: String
    let publishedAt: Timestamp?
    let capture: String
    let extractorVersion: String

    init(_ row: ArticleRow) {
        articleID = row.articleID
        source = row.source
        url = row.url
        title = row.title
        publishedAt = row.publishedAt
        capture = row.capture
        extractorVersion = row.extractorVersion
    }

    /// The number as told by this article.
    func applied(_ row: ObservationRow) -> ObservationRow {
        var row = row
        row.articleID = articleID
        row.source = source
        row.url = url
        row.title = title
        row.publishedAt = publishedAt
        row.capture = capture
        row.extractorVersion = extractorVersion
        return row
    }

    func applied(_ row: RejectionRow) -> RejectionRow {
        var row = row
        row.articleID = articleID
        row.source = source
        row.url = url
        row.title = title
        row.publishedAt = publishedAt
        row.extractorVersion = extractorVersion
        return row
    }

    /// The columns of `articles`, in the order in which `init(_:)` reads them.
    static let columnList = """
        articles.article_id, articles.source, articles.url, articles.title, articles.published,
        articles.published_offset, articles.capture_digest, articles.extractor_version
        """

    init(_ reader: inout RowReader) throws {
        articleID = try reader.identifier()
        source = try reader.identifier()
        url = try reader.address()
        title = try reader.text()
        publishedAt = reader.optionalLocalTime()
        capture = try reader.text()
        extractorVersion = try reader.text()
    }
}
