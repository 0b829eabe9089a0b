import GRDB
import Model

extension Ledger {
    /// What the last runs brought of a source, the newest first.
    public func history(of source: SourceID, runs limit: Int) throws(LedgerError) -> SourceHistory {
        try read("Reading a source's history") { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT runs.started, new_articles, not_articles, observations, with_title, with_date, with_body,
                            succeeded
                        FROM run_sources JOIN runs ON runs.id = run_sources.run
                        WHERE source = ? ORDER BY run DESC LIMIT ?
                        """), arguments: [source.rawValue, limit])
            let entries = try rows.map { row in
                var reader = RowReader(row)
                return SourceHistory.Entry(
                    started: try reader.time(), newArticles: try reader.integer(), notArticles: try reader.integer(),
                    observations: try reader.integer(), withTitle: reader.optionalInteger(),
                    withDate: reader.optionalInteger(), withBody: reader.optionalInteger(),
                    succeeded: try reader.flag())
            }
            return SourceHistory(source: source, entries: entries)
        }
    }

    /// Keeps which alarms of some sources are on; one that was on before keeps its beginning. Gives all that are on.
    public func keep(alarms: [Alarm], of sources: [SourceID]) throws(LedgerError) -> [Alarm] {
        try write("Keeping alarms") { db in
            let before = Dictionary(
                try Ledger.alarms(in: db).map { ([$0.source.rawValue, $0.kind.rawValue], $0.since) },
                uniquingKeysWith: { first, _ in first })
            for source in sources {
                try db.cachedStatement(sql: "DELETE FROM alarms WHERE source = ?").execute(arguments: [source.rawValue])
            }
            for alarm in alarms {
                let since = before[[alarm.source.rawValue, alarm.kind.rawValue]] ?? alarm.since
                try db.cachedStatement(sql: "INSERT INTO alarms (source, kind, detail, since) VALUES (?, ?, ?, ?)")
                    .execute(arguments: [alarm.source.rawValue, alarm.kind.rawValue, alarm.detail, since.seconds])
            }
            return try Ledger.alarms(in: db)
        }
    }

    static func alarms(in db: Database) throws -> [Alarm] {
        try Row.fetchAll(db, sql: "SELECT source, kind, detail, since FROM alarms ORDER BY source, kind").map { row in
            var reader = RowReader(row)
            return Alarm(
                source: try reader.identifier(), kind: try reader.term(), detail: try reader.text(),
                since: try reader.time())
        }
    }
}

extension SourceResult {
    /// Counts which parts a new article has.
    public mutating func countParts(of row: ArticleRow) {
        if !row.title.isEmpty { withTitle += 1 }
        if row.publishedAt != nil { withDate += 1 }
        if row.words >= SourceResult.wordsOfABody { withBody += 1 }
    }

    /// A news item of three sentences; less is a caption or a stump.
    private static let wordsOfABody = 60
}
