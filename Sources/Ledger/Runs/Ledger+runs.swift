import GRDB
import Model

extension Ledger {
    /// Notes that a run begins.
    public func begin(run: RunStart) throws(LedgerError) -> RunID {
        try write("Beginning a run") { db in
            try db.execute(
                sql: "INSERT INTO runs (pipeline, version, started) VALUES (?, ?, ?)",
                arguments: [run.pipeline, run.version, run.started.seconds])
            return RunID(rawValue: db.lastInsertedRowID)
        }
    }

    /// When the latest run began, nil in a new ledger.
    public func latestStart() throws(LedgerError) -> Timestamp? {
        try read("Reading the last run") { db in
            try Int64.fetchOne(db, sql: "SELECT max(started) FROM runs").map { Timestamp(seconds: $0) }
        }
    }

    /// Notes how a run ended, and what came of each source.
    public func finish(run: RunID, _ finish: RunFinish) throws(LedgerError) {
        try write("Finishing a run") { db in
            try db.execute(
                sql: "UPDATE runs SET finished = ?, exit_code = ?, interrupted = ? WHERE id = ?",
                arguments: [finish.finished.seconds, finish.exitCode, finish.wasInterrupted, run.rawValue])
            for result in finish.sources {
                try Ledger.insert(result, run: run, in: db)
                try Ledger.note(result, run: run, at: finish.finished, in: db)
            }
        }
    }

    /// Notes another exit code: what alarms make of a run is known when its counts are.
    public func note(exitCode: Int, of run: RunID) throws(LedgerError) {
        try write("Finishing a run") { db in
            try db.execute(
                sql: "UPDATE runs SET exit_code = ? WHERE id = ? AND exit_code <> ?",
                arguments: [exitCode, run.rawValue, exitCode])
        }
    }

    private static func insert(_ result: SourceResult, run: RunID, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO run_sources (
                    source, run, candidates, new_candidates, pages, unchanged, new_articles, changed_articles,
                    not_articles, refused, failed, deferred, observations, rejections, with_title, with_date,
                    with_body, succeeded, trouble)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            result.source.rawValue, run.rawValue, result.candidates, result.newCandidates, result.pages,
            result.unchanged, result.newArticles, result.changedArticles, result.notArticles, result.refused,
            result.failed, result.deferred, result.observations, result.rejections, result.withTitle,
            result.withDate, result.withBody, result.succeeded, result.trouble,
        ])
    }

    private static func note(_ result: SourceResult, run: RunID, at time: Timestamp, in db: Database) throws {
        let success = result.succeeded ? time.seconds : nil
        let article = result.newArticles > 0 ? time.seconds : nil
        try db.cachedStatement(
            sql: """
                INSERT INTO sources (id, last_run, last_run_at, last_success_at, last_new_article_at, trouble)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    last_run = excluded.last_run,
                    last_run_at = excluded.last_run_at,
                    last_success_at = coalesce(excluded.last_success_at, last_success_at),
                    last_new_article_at = coalesce(excluded.last_new_article_at, last_new_article_at),
                    trouble = excluded.trouble
                """
        ).execute(arguments: [
            result.source.rawValue, run.rawValue, time.seconds, success, article, result.trouble,
        ])
    }
}
