import GRDB

/// The row id of a number, published or rejected: its article's row id and its place in the article in one integer, so
/// that the numbers of an article lie side by side in the file, in order, and are found without an index.
enum StoredNumber {
    /// Numbers of one article: more than fit into a page.
    private static let capacity: Int64 = 1 << 24

    static func id(article: Int64, ordinal: Int) -> Int64 { article * capacity + min(Int64(ordinal), capacity - 1) }

    /// SQL that joins the numbers of `table` to `articles`, article by article: CROSS tells SQLite to keep that order.
    static func join(_ table: String) -> String { "CROSS JOIN \(table) ON \(condition(table))" }

    /// SQL that is true for the numbers of the row of `articles`.
    static func condition(_ table: String) -> String {
        "\(table).id BETWEEN articles.id * \(capacity) AND articles.id * \(capacity) + \(capacity - 1)"
    }

    /// SQL for the row id of the article that a number of `table` belongs to.
    static func article(of table: String) -> String { "\(table).id / \(capacity)" }

    /// Deletes an article with its numbers.
    static func delete(article: Int64, in db: Database) throws {
        for table in ["observations", "rejections"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE \(ofArticle)").execute(arguments: [article])
        }
        try db.cachedStatement(sql: "DELETE FROM articles WHERE id = ?").execute(arguments: [article])
    }

    /// SQL that takes an article's row id and selects its numbers.
    static let ofArticle = "id BETWEEN ?1 * \(capacity) AND ?1 * \(capacity) + \(capacity - 1)"
}
