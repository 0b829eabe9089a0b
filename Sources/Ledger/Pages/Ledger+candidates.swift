import GRDB
import Model

/// How many candidates the ledger did not know, and how many it did.
public struct RememberedCounts: Hashable, Sendable {
    public var new = 0
    public var known = 0
}

extension Ledger {
    /// Keeps the addresses that discovery found: new ones are due at once; a known one is due again when the sitemap
    /// tells a later change than before, after our last visit. Another look at an article of which a sitemap tells to
    /// the second that it has not changed since our last visit is put off until `unchangedUntil`.
    public func remember(
        candidates: [Candidate], at time: Timestamp, unchangedUntil: Timestamp? = nil
    ) throws(LedgerError) -> RememberedCounts {
        try write("Keeping candidates") { db in
            var counts = RememberedCounts()
            for candidate in candidates {
                if try Ledger.insert(candidate, at: time, in: db) {
                    counts.new += 1
                } else {
                    counts.known += 1
                    try Ledger.update(candidate, at: time, in: db)
                    if let unchangedUntil, candidate.isModifiedExact {
                        try Ledger.putOff(candidate, until: unchangedUntil, in: db)
                    }
                }
            }
            return counts
        }
    }

    /// Whether the page was new.
    static func insert(_ candidate: Candidate, at time: Timestamp, in db: Database) throws -> Bool {
        try db.cachedStatement(
            sql: """
                INSERT INTO pages (
                    source, address, route, found_at, announced_title, announced_published,
                    announced_published_offset, announced_modified, discovered, next_check)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """
        ).execute(arguments: [
            candidate.source.rawValue, candidate.address.text, candidate.route.rawValue, candidate.foundAt.text,
            candidate.title, candidate.published?.seconds, candidate.published?.offsetMinutes,
            candidate.modified?.seconds, time.seconds, time.seconds,
        ])
        return db.changesCount > 0
    }

    private static func update(_ candidate: Candidate, at time: Timestamp, in db: Database) throws {
        guard let modified = candidate.modified?.seconds else { return }
        try db.cachedStatement(
            sql: """
                UPDATE pages SET
                    announced_modified = ?1,
                    next_check = CASE
                        WHEN checked < ?1 AND state IN ('article', 'not_an_article', 'gone')
                        THEN min(coalesce(next_check, ?2), ?2) ELSE next_check END
                WHERE source = ?3 AND address = ?4 AND coalesce(announced_modified, 0) < ?1
                """
        ).execute(arguments: [modified, time.seconds, candidate.source.rawValue, candidate.address.text])
    }

    private static func putOff(_ candidate: Candidate, until time: Timestamp, in db: Database) throws {
        guard let modified = candidate.modified?.seconds else { return }
        try db.cachedStatement(
            sql: """
                UPDATE pages SET next_check = ?1
                WHERE source = ?2 AND address = ?3 AND state = 'article' AND checked >= ?4 AND next_check < ?1
                """
        ).execute(arguments: [time.seconds, candidate.source.rawValue, candidate.address.text, modified])
    }
}
