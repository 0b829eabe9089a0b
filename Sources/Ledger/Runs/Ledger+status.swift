import GRDB
import Model

extension Ledger {
    /// The last runs, the newest first, and how each source stands.
    public func status(runs limit: Int = 10) throws(LedgerError) -> LedgerStatus {
        try read("Reading the status") { db in
            LedgerStatus(
                runs: try Ledger.lastRuns(limit, in: db), alarms: try Ledger.alarms(in: db),
                sources: try Ledger.sources(in: db))
        }
    }

    private static func lastRuns(_ limit: Int, in db: Database) throws -> [LedgerStatus.Run] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, pipeline, version, started, finished, exit_code, interrupted,
                    coalesce(sum(pages), 0), coalesce(sum(new_articles), 0), coalesce(sum(changed_articles), 0),
                    coalesce(sum(observations), 0), coalesce(sum(failed), 0)
                FROM (SELECT * FROM runs ORDER BY id DESC LIMIT ?) AS last
                LEFT JOIN run_sources ON run_sources.run = last.id
                GROUP BY id ORDER BY id DESC
                """, arguments: [limit])
        return try rows.map { row in
            var reader = RowReader(row)
            return LedgerStatus.Run(
                id: RunID(rawValue: Int64(try reader.integer())), pipeline: try reader.text(),
                version: try reader.text(), started: try reader.time(), finished: reader.optionalTime(),
                exitCode: reader.optionalInteger(), wasInterrupted: try reader.flag(), pages: try reader.integer(),
                newArticles: try reader.integer(), changedArticles: try reader.integer(),
                observations: try reader.integer(), failed: try reader.integer())
        }
    }

    /// Sources that were ever run, and those that only have pages.
    private static func sources(in db: Database) throws -> [LedgerStatus.Source] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                WITH published AS (
                    SELECT source, count(*) AS articles, sum(observations) AS observations
                    FROM articles WHERE is_published = 1 GROUP BY source
                ), waiting AS (
                    SELECT source, count(*) AS pages FROM pages WHERE state = 'new' GROUP BY source
                )
                SELECT names.id, last_run_at, last_success_at, last_new_article_at, coalesce(articles, 0),
                    coalesce(observations, 0), coalesce(pages, 0), trouble
                FROM (SELECT id FROM sources UNION SELECT source FROM published UNION SELECT source FROM waiting)
                    AS names
                LEFT JOIN sources ON sources.id = names.id
                LEFT JOIN published ON published.source = names.id
                LEFT JOIN waiting ON waiting.source = names.id
                ORDER BY names.id
                """)
        return try rows.map { row in
            var reader = RowReader(row)
            return LedgerStatus.Source(
                id: try reader.identifier(), lastRun: reader.optionalTime(), lastSuccess: reader.optionalTime(),
                lastNewArticle: reader.optionalTime(), articles: try reader.integer(),
                observations: try reader.integer(), waiting: try reader.integer(), trouble: reader.optionalText())
        }
    }
}
