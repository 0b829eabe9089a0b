import GRDB
import Model

/// A release is what readers have: the datasets as one run left them. Its changes against the release before are worked
/// out first, then the files are written and moved into place, then the release is marked as told. A run that is killed
/// in between finds the same changes again.
extension Ledger {
    /// Works out what the next release changes. The first release is where counting begins and changes nothing; where
    /// nothing has changed there is no new release, and `changes` goes on telling of the last one.
    public func prepareRelease() throws(LedgerError) {
        try write("Preparing a release") { db in
            let last = try Ledger.lastRelease(db)
            try db.execute(sql: "DELETE FROM changes WHERE release > ?", arguments: [last])
            guard last > 0 else { return }
            let works = try Int64.fetchAll(db, sql: Ledger.unreleasedWorks)
            var ordinal = 0
            for work in works {
                for change in try WorkChanges(db: db, work: work).changes() {
                    try change.insert(release: last + 1, ordinal: ordinal, db)
                    ordinal += 1
                }
            }
        }
    }

    /// Marks what is published now as released; call when the files are in their places.
    public func finishRelease() throws(LedgerError) {
        try write("Marking a release") { db in
            let last = try Ledger.lastRelease(db)
            let isChanged = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM articles WHERE is_published <> is_released)")
            guard last == 0 || isChanged == true else { return }
            try db.execute(sql: "INSERT INTO releases (number) VALUES (?)", arguments: [last + 1])
            try db.execute(sql: "DELETE FROM changes WHERE release <= ?", arguments: [last])
            let replaced = try Int64.fetchAll(
                db, sql: "SELECT id FROM articles WHERE is_published <> is_released AND page IS NULL")
            for article in replaced { try StoredNumber.delete(article: article, in: db) }
            try db.execute(sql: "UPDATE articles SET is_released = is_published WHERE is_published <> is_released")
        }
    }

    private static func lastRelease(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT max(number) FROM releases") ?? 0
    }

    /// The works of which another version is published than was released.
    private static let unreleasedWorks = """
        SELECT DISTINCT coalesce(pages.work, pages.id) AS work
        FROM articles JOIN pages ON pages.id = coalesce(articles.page, articles.former_page)
        WHERE articles.is_published <> articles.is_released ORDER BY work
        """
}
