import GRDB
import Model

extension Ledger {
    /// The versions that are kept of an article, by address, the oldest first: of each page that was found at this
    /// address or names it as its own.
    public func versions(of address: WebAddress) throws(LedgerError) -> [ArticleRow] {
        try read("Reading the versions of an article") { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(StoredArticle.columnList) FROM articles JOIN pages ON pages.id = articles.page
                    WHERE pages.address = ?1 OR articles.url = ?1
                    ORDER BY articles.source, pages.address, articles.version
                    """, arguments: [address.text]
            ).map { row in
                var reader = RowReader(row)
                return try StoredArticle.row(&reader)
            }
        }
    }

    /// A version of an article with its text and numbers, nil where the ledger has none of that name. The newest, where
    /// a text came back to what it had been.
    public func article(_ id: ArticleID) throws(LedgerError) -> ArticleRecord? {
        try read("Reading an article") { db in
            let found = try Row.fetchOne(
                db,
                sql: """
                    SELECT articles.id, text, \(StoredArticle.columnList)
                    FROM articles JOIN texts ON texts.digest = text_digest WHERE article_id = ?
                    ORDER BY is_published DESC, is_newest DESC, version DESC, articles.id LIMIT 1
                    """, arguments: [id.rawValue])
            guard let found else { return nil }
            var reader = RowReader(found)
            let number = Int64(try reader.integer())
            let text = try reader.text()
            let row = try StoredArticle.row(&reader)
            return ArticleRecord(
                row: row, text: text, observations: try Ledger.observations(of: number, row, in: db),
                rejections: try Ledger.rejections(of: number, row, in: db))
        }
    }

    /// Where the archive holds the response that a version was read from.
    public func captureLocation(of id: ArticleID) throws(LedgerError) -> ArchiveLocation? {
        try read("Reading a capture") { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT file, offset, length FROM captures JOIN articles ON articles.capture = captures.id
                    WHERE article_id = ? ORDER BY is_published DESC, is_newest DESC, articles.id LIMIT 1
                    """, arguments: [id.rawValue]
            ).map(Ledger.location)
        }
    }

    static func location(_ row: Row) throws -> ArchiveLocation {
        var reader = RowReader(row)
        return ArchiveLocation(
            file: try reader.text(), offset: Int64(try reader.integer()), length: Int64(try reader.integer()))
    }

    static func observations(of article: Int64, _ row: ArticleRow, in db: Database) throws -> [ObservationRow] {
        let statement = try db.cachedStatement(
            sql: "SELECT \(StoredObservation.columnList) FROM observations WHERE \(StoredNumber.ofArticle) ORDER BY id")
        return try Row.fetchAll(statement, arguments: [article]).map { stored in
            var reader = RowReader(stored)
            return try StoredObservation.row(&reader, article: ArticleContext(row))
        }
    }

    static func rejections(of article: Int64, _ row: ArticleRow, in db: Database) throws -> [RejectionRow] {
        let statement = try db.cachedStatement(
            sql: "SELECT \(StoredRejection.columnList) FROM rejections WHERE \(StoredNumber.ofArticle) ORDER BY id")
        return try Row.fetchAll(statement, arguments: [article]).map { stored in
            var reader = RowReader(stored)
            return try StoredRejection.row(&reader, article: ArticleContext(row))
        }
    }
}
