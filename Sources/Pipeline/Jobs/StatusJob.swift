import Datasets
import Ledger
import Model

/// What the ledger knows of runs and sources: `chiso status`.
public struct StatusJob: Sendable {
    private let surroundings: Surroundings

    public init(surroundings: Surroundings) { self.surroundings = surroundings }

    public func run() throws -> StatusReport {
        StatusReport(status: try surroundings.existingLedger().status())
    }
}

/// The state of runs and sources, for people and for machines.
public struct StatusReport: Sendable {
    let status: LedgerStatus

    public var text: String {
        var runs = TextTable(
            header: ["run", "started", "pipeline", "pages", "new", "changed", "observations", "failed", "result"],
            rightAligned: [0, 3, 4, 5, 6, 7])
        for run in status.runs {
            runs.append([
                "\(run.id)", StatusReport.clock(run.started), run.pipeline, "\(run.pages)", "\(run.newArticles)",
                "\(run.changedArticles)", "\(run.observations)", "\(run.failed)", StatusReport.result(run),
            ])
        }
        var sources = TextTable(
            header: [
                "source", "last success", "last new article", "articles", "numbers", "per article", "waiting",
                "trouble",
            ],
            rightAligned: [3, 4, 5, 6])
        for source in status.sources {
            sources.append([
                source.id.rawValue, StatusReport.clock(source.lastSuccess), StatusReport.clock(source.lastNewArticle),
                "\(source.articles)", "\(source.observations)", StatusReport.average(source), "\(source.waiting)",
                source.trouble ?? "",
            ])
        }
        let alarms = status.alarms.map { "ALARM \($0.line)\n" }.joined()
        return (alarms.isEmpty ? "" : alarms + "\n") + runs.text + "\n\n" + sources.text
    }

    public var json: String {
        var json = JSONWriter(.indented)
        json.object { json in
            json.array("alarms") { json in
                for alarm in status.alarms { alarm.write(to: &json) }
            }
            json.array("runs") { json in
                for run in status.runs { StatusReport.write(run, to: &json) }
            }
            json.array("sources") { json in
                for source in status.sources { StatusReport.write(source, to: &json) }
            }
        }
        return json.text
    }

    private static func write(_ run: LedgerStatus.Run, to json: inout JSONWriter) {
        json.object { json in
            json.member("run", Int(run.id.rawValue))
            json.member("pipeline", run.pipeline)
            json.member("version", run.version)
            json.member("started", run.started.description)
            json.member("finished", run.finished?.description)
            json.member("exit_code", run.exitCode)
            json.member("interrupted", run.wasInterrupted)
            json.member("pages", run.pages)
            json.member("new_articles", run.newArticles)
            json.member("changed_articles", run.changedArticles)
            json.member("observations", run.observations)
            json.member("failed", run.failed)
        }
    }

    private static func write(_ source: LedgerStatus.Source, to json: inout JSONWriter) {
        json.object { json in
            json.member("id", source.id.rawValue)
            json.member("last_run", source.lastRun?.description)
            json.member("last_success", source.lastSuccess?.description)
            json.member("last_new_article", source.lastNewArticle?.description)
            json.member("articles", source.articles)
            json.member("observations", source.observations)
            json.member("waiting", source.waiting)
            json.member("trouble", source.trouble)
        }
    }

    private static func result(_ run: LedgerStatus.Run) -> String {
        guard run.finished != nil else { return "not finished" }
        if run.wasInterrupted { return "interrupted" }
        switch run.exitCode {
        case 0: return "good"
        case 3: return "partly failed"
        default: return "failed"
        }
    }

    /// `2026-11-24 05:30`, on Vietnam's clock.
    private static func clock(_ time: Timestamp?) -> String {
        guard let local = time?.at(offsetMinutes: Timestamp.vietnamOffset) else { return "never" }
        return "\(local.date) \(local.clock.prefix(5))"
    }

    /// With one decimal.
    private static func average(_ source: LedgerStatus.Source) -> String {
        guard source.articles > 0 else { return "–" }
        let tenths = (source.observations * 10 + source.articles / 2) / source.articles
        return "\(tenths / 10).\(tenths % 10)"
    }
}
