import GRDB
import Model

/// The columns of `articles` that make an `ArticleRow`, and both ways between them.
enum StoredArticle {
    private static let columns = [
        "article_id", "version", "supersedes", "source", "source_name", "url", "aliases", "title", "authors",
        "published", "published_offset", "published_at", "published_from", "modified", "modified_offset", "modified_at",
        "section", "language", "lead", "words", "observations", "rejections", "capture_digest", "text_digest",
        "extractor_version",
    ]

    static let columnList = columns.map { "articles.\($0)" }.joined(separator: ", ")

    /// Takes page, capture and time of the visit, then `arguments(_:)`. What is added is the newest of its page.
    static let insertion = """
        INSERT INTO articles (page, capture, seen, is_newest, \(columns.joined(separator: ", ")))
        VALUES (?, ?, ?, 1, \(columns.map { _ in "?" }.joined(separator: ", ")))
        """

    static func arguments(_ row: ArticleRow) -> StatementArguments {
        let identity: StatementArguments = [
            row.articleID.rawValue, row.version, row.supersedes?.rawValue, row.source.rawValue, row.sourceName,
            row.url.text, row.aliases.map(\.text).joined(separator: "\n"), row.title,
            row.authors.joined(separator: "\n"),
        ]
        return identity + [
            row.publishedAt?.seconds, row.publishedAt?.offsetMinutes, row.publishedAt?.description,
            row.publishedFrom?.rawValue, row.modifiedAt?.seconds, row.modifiedAt?.offsetMinutes,
            row.modifiedAt?.description, row.section, row.language, row.lead, row.words, row.observations,
            row.rejections, row.capture, row.textDigest, row.extractorVersion,
        ]
    }

    static func row(_ reader: inout RowReader) throws -> ArticleRow {
        ArticleRow(
            articleID: try reader.identifier(), version: try reader.integer(),
            supersedes: reader.optionalIdentifier(), source: try reader.identifier(), sourceName: try reader.text(),
            url: try reader.address(), aliases: try reader.lines().compactMap { WebAddress($0) },
            title: try reader.text(), authors: try reader.lines(), publishedAt: reader.optionalWrittenTime(),
            publishedFrom: try reader.optionalTerm(), modifiedAt: reader.optionalWrittenTime(),
            section: reader.optionalText(), language: reader.optionalText(), lead: reader.optionalText(),
            words: try reader.integer(), observations: try reader.integer(), rejections: try reader.integer(),
            capture: try reader.text(), textDigest: try reader.text(), extractorVersion: try reader.text())
    }
}
