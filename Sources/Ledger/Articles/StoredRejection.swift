import GRDB
import Model

/// The columns of `rejections`, and both ways between them and a `RejectionRow`.
enum StoredRejection {
    private static let columns = ["value_text", "reason", "detail", "quote", "quote_start", "quote_end"]

    static let columnList = columns.map { "rejections.\($0)" }.joined(separator: ", ")

    /// Takes the row id, then `arguments(_:)`.
    static let insertion = """
        INSERT INTO rejections (id, \(columns.joined(separator: ", ")))
        VALUES (?, \(columns.map { _ in "?" }.joined(separator: ", ")))
        """

    static func arguments(_ row: RejectionRow) -> StatementArguments {
        [row.valueText, row.reason.rawValue, row.detail, row.quote, row.quoteStart, row.quoteEnd]
    }

    static func row(_ reader: inout RowReader, article: ArticleContext) throws -> RejectionRow {
        RejectionRow(
            articleID: article.articleID, source: article.source, url: article.url, title: article.title,
            publishedAt: article.publishedAt, valueText: try reader.text(), reason: try reader.term(),
            detail: try reader.text(), quote: try reader.text(), quoteStart: try reader.integer(),
            quoteEnd: try reader.integer(), extractorVersion: article.extractorVersion)
    }
}
