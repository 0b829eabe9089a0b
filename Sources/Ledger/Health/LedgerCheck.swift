import GRDB
import Model

/// What is wrong inside the ledger itself.
public struct LedgerFindings: Hashable, Sendable {
    /// One line each.
    public var problems: [String] = []
    public var articles = 0
    public var observations = 0
    public var captures = 0
}

extension Ledger {
    /// Looks for damage: the file's pages and indices, references that lead nowhere, numbers and texts without an
    /// article, and articles whose counts are not those of their numbers.
    public func check() throws(LedgerError) -> LedgerFindings {
        try read("Checking the ledger") { db in
            var findings = LedgerFindings()
            let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            findings.problems = integrity.map { "the file is damaged: \($0)" }
            for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
                findings.problems.append(
                    "\(row["table"] as String) row \(row["rowid"] as Int64? ?? 0) names a row of \(row["parent"] as String) that is not there"
                )
            }
            for (what, sql) in Ledger.doubts {
                let count = try Int.fetchOne(db, sql: sql) ?? 0
                if count > 0 { findings.problems.append("\(count) \(what)") }
            }
            findings.articles = try Int.fetchOne(db, sql: "SELECT count(*) FROM articles WHERE is_published = 1") ?? 0
            findings.observations = try Int.fetchOne(db, sql: "SELECT count(*) FROM observations") ?? 0
            findings.captures = try Int.fetchOne(db, sql: "SELECT count(*) FROM captures") ?? 0
            return findings
        }
    }

    /// Hands on where the archive holds each response, with its digest, in the order of the archive.
    public func forEachCapture(_ body: (ArchiveLocation, _ digest: String) throws -> Void) throws {
        try view().forEachResult(
            TableQuery(sql: "SELECT file, offset, length, digest FROM captures ORDER BY file, offset"),
            doing: "Reading the captures"
        ) { row in
            var reader = RowReader(row)
            let location = ArchiveLocation(
                file: try reader.text(), offset: Int64(try reader.integer()), length: Int64(try reader.integer()))
            try body(location, try reader.text())
        }
    }

    /// Gives back the room of what was deleted, and drops texts that no version has any more.
    public func vacuum() throws(LedgerError) {
        try write("Dropping texts") { db in
            try db.execute(sql: "DELETE FROM texts WHERE digest NOT IN (SELECT text_digest FROM articles)")
        }
        try maintain("Vacuuming") { db in
            try db.execute(sql: "VACUUM")
            _ = try db.checkpoint(.truncate)
        }
    }

    /// Copies the ledger to a new file, as it is at this moment, while others go on writing.
    public func backup(to path: String) throws(LedgerError) {
        try maintain("Copying to \(path)") { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    }

    private static let doubts = [
        (
            "numbers belong to no article",
            "SELECT count(*) FROM observations WHERE \(StoredNumber.article(of: "observations")) NOT IN (SELECT id FROM articles)"
        ),
        (
            "rejected numbers belong to no article",
            "SELECT count(*) FROM rejections WHERE \(StoredNumber.article(of: "rejections")) NOT IN (SELECT id FROM articles)"
        ),
        (
            "articles do not have as many numbers as they say",
            """
            SELECT count(*) FROM articles WHERE observations <> (
                SELECT count(*) FROM observations WHERE \(StoredNumber.condition("observations")))
            """
        ),
        (
            "works show more than one version, or none",
            """
            SELECT count(*) FROM (
                SELECT sum(articles.is_published) AS shown FROM articles JOIN pages ON pages.id = articles.page
                GROUP BY coalesce(pages.work, pages.id) HAVING shown <> 1)
            """
        ),
    ]
}
