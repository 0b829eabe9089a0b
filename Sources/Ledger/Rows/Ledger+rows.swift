import GRDB
import Model

/// The rows of the datasets, one at a time in their published order: source, publication, article, place in the text.
/// The index `articles_as_published` gives that order, so nothing is sorted and memory stays flat. All three read one
/// unchanging state of the ledger, and hand on what `body` throws.
extension Ledger {
    /// Every published number of the newest version of every article.
    public func forEachObservationRow(_ body: (ObservationRow) throws -> Void) throws {
        try forEach(Ledger.observationRows) { reader in
            let article = try ArticleContext(&reader)
            try body(try StoredObservation.row(&reader, article: article))
        }
    }

    /// The newest version of every article.
    public func forEachArticleRow(_ body: (ArticleRow) throws -> Void) throws {
        try forEach(Ledger.articleRows) { reader in
            try body(try StoredArticle.row(&reader))
        }
    }

    /// Every rejected number of the newest version of every article.
    public func forEachRejectionRow(_ body: (RejectionRow) throws -> Void) throws {
        try forEach(Ledger.rejectionRows) { reader in
            let article = try ArticleContext(&reader)
            try body(try StoredRejection.row(&reader, article: article))
        }
    }

    /// What the three read, for the test that no sorting is needed.
    static var rowQueries: [String] { [observationRows, articleRows, rejectionRows] }

    private static let observationRows = """
        SELECT \(ArticleContext.columnList), \(StoredObservation.columnList)
        FROM articles \(StoredNumber.join("observations"))
        WHERE is_published = 1 ORDER BY \(Ledger.publishedOrder), observations.id
        """

    private static let articleRows = """
        SELECT \(StoredArticle.columnList) FROM articles WHERE is_published = 1
        ORDER BY \(Ledger.publishedOrder)
        """

    private static let rejectionRows = """
        SELECT \(ArticleContext.columnList), \(StoredRejection.columnList)
        FROM articles \(StoredNumber.join("rejections"))
        WHERE is_published = 1 ORDER BY \(Ledger.publishedOrder), rejections.id
        """

    /// The number of the row comes last only to tell SQLite that nothing is left to sort.
    private static let publishedOrder = "articles.source, articles.published, articles.article_id, articles.id"

    private func forEach(_ sql: String, _ body: (inout RowReader) throws -> Void) throws {
        do {
            try pool.read { db in
                let rows = try Row.fetchCursor(db, sql: sql)
                while let row = try rows.next() {
                    var reader = RowReader(row)
                    try body(&reader)
                }
            }
        } catch let error as DatabaseError {
            throw LedgerError(error, doing: "Reading the rows", path: path)
        }
    }
}
