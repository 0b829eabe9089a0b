import Datasets
import Ledger
import Model

extension StatusReport {
    /// The state as Prometheus' text format (version 0.0.4), for the textfile collector of node_exporter.
    public var metrics: String {
        var text = ""
        func family(_ name: String, _ help: String, _ samples: [(labels: [(String, String)], value: Int?)]) {
            let known = samples.compactMap { sample in sample.value.map { (sample.labels, $0) } }
            guard !known.isEmpty else { return }
            text += "# HELP chiso_\(name) \(help)\n# TYPE chiso_\(name) gauge\n"
            for (labels, value) in known {
                let listed = labels.map { "\($0.0)=\"\(StatusReport.escaped($0.1))\"" }.joined(separator: ",")
                text += "chiso_\(name)\(listed.isEmpty ? "" : "{\(listed)}") \(value)\n"
            }
        }
        func each(_ value: (LedgerStatus.Source) -> Int?) -> [(labels: [(String, String)], value: Int?)] {
            status.sources.map { ([("source", $0.id.rawValue)], value($0)) }
        }
        if let run = status.runs.first {
            family("run_started_seconds", "When the last run began.", [([], Int(run.started.seconds))])
            family("run_finished_seconds", "When the last run ended.", [([], run.finished.map { Int($0.seconds) })])
            family("run_exit_code", "The exit code of the last run.", [([], run.exitCode)])
            family("run_pages", "Pages asked for in the last run.", [([], run.pages)])
            family("run_new_articles", "New articles of the last run.", [([], run.newArticles)])
            family("run_observations", "Published numbers of those articles.", [([], run.observations)])
            family("run_failed_pages", "Pages that failed in the last run.", [([], run.failed)])
        }
        family("source_articles", "Articles of a source.", each(\.articles))
        family("source_observations", "Published numbers of a source.", each(\.observations))
        family("source_waiting_pages", "Pages known by name only.", each(\.waiting))
        family(
            "source_last_success_seconds", "When a source last went well.",
            each { $0.lastSuccess.map { Int($0.seconds) } })
        family(
            "source_last_article_seconds", "When a source last had a new article.",
            each { $0.lastNewArticle.map { Int($0.seconds) } })
        family(
            "alarm", "Alarms that are on.",
            status.alarms.map { ([("source", $0.source.rawValue), ("kind", $0.kind.rawValue)], 1) })
        return text
    }

    /// Writes the metrics; a reader sees the former file or the new one, whole.
    public func writeMetrics(to path: String) throws { try Pipeline.write(metrics, to: path) }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}

extension RunSummary {
    /// Writes the summary as JSON; a reader sees the former file or the new one, whole.
    public func write(to path: String) throws { try Pipeline.write(json + "\n", to: path) }
}

/// Puts a small file in its place whole.
func write(_ text: String, to path: String) throws {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    try DatasetFolder(folder).write(name: name, bytes: Array(text.utf8))
}
