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
            header: ["source"] + RunSummary.figures.map(\.heading) + ["per article", "usual"],
            rightAligned: Set(1...RunSummary.figures.count + 2))
        for source in sources {
            table.append(
                [source.result.source.rawValue]
                    + RunSummary.figures.map { String(source.result[keyPath: $0.value]) }
                    + [source.numbersPerArticle.now, source.numbersPerArticle.usual].map(RunSummary.average))
        }
        if sources.count > 1 {
            table.append(["total"] + RunSummary.figures.map { String(total($0.value)) } + ["", ""])
        }
        let notes = sources.flatMap(\.notes) + notices
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

    /// Hundredths with one decimal; a dash where there were no articles.
    private static func average(_ hundredths: Int?) -> String {
        guard let hundredths else { return "–" }
        let tenths = (hundredths + 5) / 10
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// `1 page`, `2 pages`.
    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension RunSummary.Source {
    /// What a person should know of the source, a line each.
    fileprivate var notes: [String] {
        var notes = troubles + failures + refusals
        notes += deferrals.map { "pages were put off to a later run: \($0)" }
        if failedByKind.count > 1 {
            let classes = failedByKind.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            notes.append("failed pages by class: \(classes.joined(separator: ", "))")
        }
        return notes.map { "\(result.source): \($0)" }
    }
}
