import ArgumentParser

/// The command: one file a subcommand, no logic of its own.
@main
struct ChiSo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chiso",
        abstract:
            "Reads Vietnamese provincial news and writes administrative-reform numbers with the sentence they came from.",
        discussion: """
            One run goes through every source of a pipeline file: it looks for new articles, fetches and archives them, \
            reads the numbers and writes the datasets. Put `chiso run --quiet` into cron.

            Exit codes: 0 good; 1 failed; 3 partly failed (some sources, or stopped by a signal); 64 usage; 75 another \
            run holds the lock; 78 configuration.
            """,
        version: "0.1.0",
        subcommands: [
            RunCommand.self, CheckCommand.self, ExplainCommand.self, StatusCommand.self, ExportCommand.self,
            ExtractCommand.self, ObserveCommand.self, FetchCommand.self, SourcesCommand.self,
            ParseCommand.self, UnitsCommand.self, LedgerCommand.self, EvaluateCommand.self,
        ]
    )
}
