import GRDB
import Model

/// Keeps what was read at one page, inside the transaction of `record`.
///
/// - A text other than the page's newest is a new version, which supersedes it; the old one stays.
/// - The same text makes no new version. Where title, date, numbers or the versions of rules and catalogue differ,
///   the version is replaced by the new reading; where only the furniture of the page changed, nothing is.
struct ArticleKeeping {
    let db: Database
    let page: Int64
    let capture: Int64?
    let seen: Timestamp

    func keep(_ record: ArticleRecord) throws -> RecordedChange {
        var record = record
        record.row.observations = record.observations.count
        record.row.rejections = record.rejections.count
        record.row.aliases = []
        guard let newest = try newestVersion() else {
            record.row.version = 1
            record.row.supersedes = nil
            let isAlias = try add(record)
            return isAlias ? .alias : .newArticle
        }
        record.row.version = newest.row.version
        record.row.supersedes = newest.row.supersedes
        if newest.row.textDigest == record.row.textDigest { return try replace(newest, with: record) }
        record.row.version += 1
        record.row.supersedes = newest.row.articleID
        try db.cachedStatement(sql: "UPDATE articles SET is_newest = 0 WHERE id = ?").execute(arguments: [newest.id])
        _ = try add(record)
        return .newVersion
    }

    private func newestVersion() throws -> (id: Int64, row: ArticleRow)? {
        let statement = try db.cachedStatement(
            sql: "SELECT id, \(StoredArticle.columnList) FROM articles WHERE page = ? AND is_newest = 1")
        return try Row.fetchOne(statement, arguments: [page]).map { row in
            var reader = RowReader(row)
            return (Int64(try reader.integer()), try StoredArticle.row(&reader))
        }
    }

    /// Whether the page turned out to be another address of an article that is known.
    private func add(_ record: ArticleRecord) throws -> Bool {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO texts (digest, text) VALUES (?, ?)")
            .execute(arguments: [record.row.textDigest, record.text])
        try db.cachedStatement(sql: StoredArticle.insertion).execute(
            arguments: [page, capture, seen.seconds] + StoredArticle.arguments(record.row))
        try insertNumbers(of: record, article: db.lastInsertedRowID)
        let works = Works(db: db)
        let isAlias = try works.join(page: page, row: record.row)
        try works.elect(page: page)
        return isAlias
    }

    private func replace(_ newest: (id: Int64, row: ArticleRow), with record: ArticleRecord) throws -> RecordedChange {
        guard try !isSameReading(newest, record) else { return .none }
        try withdraw(newest.id)
        _ = try add(record)
        return .reread
    }

    /// Takes a reading away; one that was released stays without a page, so that the next release can tell what was.
    private func withdraw(_ article: Int64) throws {
        try db.cachedStatement(
            sql: """
                UPDATE articles SET page = NULL, former_page = page, is_newest = 0, is_published = 0
                WHERE id = ? AND is_released = 1
                """
        ).execute(arguments: [article])
        if db.changesCount > 0 { return }
        try StoredNumber.delete(article: article, in: db)
    }

    /// The capture is not compared: counters and advertisements change it from visit to visit.
    private func isSameReading(_ newest: (id: Int64, row: ArticleRow), _ record: ArticleRecord) throws -> Bool {
        var row = newest.row
        row.capture = record.row.capture
        row.aliases = []
        guard row == record.row else { return false }
        let context = ArticleContext(record.row)
        return try Ledger.observations(of: newest.id, record.row, in: db) == record.observations.map(context.applied)
            && Ledger.rejections(of: newest.id, record.row, in: db) == record.rejections.map(context.applied)
    }

    private func insertNumbers(of record: ArticleRecord, article: Int64) throws {
        for (ordinal, observation) in record.observations.enumerated() {
            try db.cachedStatement(sql: StoredObservation.insertion)
                .execute(
                    arguments: [StoredNumber.id(article: article, ordinal: ordinal)]
                        + StoredObservation.arguments(observation))
        }
        for (ordinal, rejection) in record.rejections.enumerated() {
            try db.cachedStatement(sql: StoredRejection.insertion)
                .execute(
                    arguments: [StoredNumber.id(article: article, ordinal: ordinal)]
                        + StoredRejection.arguments(rejection))
        }
    }
}
