import Ledger
import Model

extension RunSummary {
    private static let figures: [(heading: String, value: KeyPath<SourceResult, Int> & Sendable)] = [
        ("found", \.candidates), ("pages", \.pages), ("new", \.newArticles), ("changed", \.changedArticles),
        ("unchanged", \.unchanged), ("no article", \.notArticles), ("refused", \.refused), ("failed", \.failed),
        ("observations", \.observations), ("rejections", \.rejections),
    ]

    /// The table of a run for people, and where its files are.
    public var table: String {
        var table = TextTable(
            header: ["source"] + RunSummary.figures.map(\.heading), rightAligned: Set(1...RunSummary.figures.count))
        for source in sources {
            table.append(
                [source.result.source.rawValue]
                    + RunSummary.figures.map { String(source.result[keyPath: $0.value]) })
        }
        if sources.count > 1 { table.append(["total"] + RunSummary.figures.map { String(total($0.value)) }) }
        let notes =
            sources.flatMap { source in
                let putOff = source.deferrals.map { "pages were put off to a later run: \($0)" }
                return (source.troubles + source.failures + source.refusals + putOff).map {
                    "\(source.result.source): \($0)"
                }
            } + notices
        var lines = [table.text, ""]
        if !alarms.isEmpty { lines += alarms.map { "ALARM \($0.line)" } + [""] }
        if !notes.isEmpty { lines += notes + [""] }
        lines.append(line)
        if !export.files.isEmpty { lines.append("datasets in \(output)/: \(export.text)") }
        return lines.joined(separator: "\n")
    }

    /// The run in one line, for a log that cron mails.
    public var line: String {
        var parts = [
            RunSummary.counted(sources.count, "source"), RunSummary.counted(total(\.pages), "page"),
            RunSummary.counted(total(\.newArticles), "new article"),
        ]
        if total(\.changedArticles) > 0 { parts.append("\(total(\.changedArticles)) changed") }
        parts += [
            RunSummary.counted(total(\.observations), "observation"),
            RunSummary.counted(total(\.rejections), "rejection"), "\(finished.seconds - started.seconds) s",
        ]
        if total(\.failed) > 0 { parts.append("\(RunSummary.counted(total(\.failed), "page")) failed") }
        let failed = sources.filter(\.hasFailed)
        if !failed.isEmpty {
            let reasons = failed.map { source in
                "\(source.result.source): \((source.troubles + source.failures).first ?? "failed")"
            }
            parts.append("\(RunSummary.counted(failed.count, "source")) failed (\(reasons.joined(separator: "; ")))")
        }
        if !alarms.isEmpty {
            parts.append(
                "\(RunSummary.counted(alarms.count, "alarm")) (\(alarms.map(\.line).joined(separator: "; ")))")
        }
        if wasInterrupted { parts.append("interrupted; the next run goes on from here") }
        return "\(pipeline): " + parts.joined(separator: ", ")
    }

    /// `1 page`, `2 pages`.
    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
