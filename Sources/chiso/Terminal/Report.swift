import Pipeline

/// Prints what a run did, as far as anybody wants to know.
struct Report {
    let quiet: Bool
    let json: Bool

    func print(_ summary: RunSummary) {
        if json {
            Swift.print(summary.json)
        } else if !quiet {
            Swift.print(summary.table)
        } else if summary.exitCode != 0 {
            StandardError.write("chiso: \(summary.line)\n")
        }
    }
}
