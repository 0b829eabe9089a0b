import ArgumentParser
import Pipeline

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Find, fetch, archive and read new articles, then write the datasets.",
        discussion: """
            Without PIPELINE it runs Pipelines/reform.yml, of this folder or beside the configuration folder. A second run at the same time ends at once with exit code 75. \
            SIGTERM and SIGINT stop a run within seconds; what was read until then is kept, and the next run goes on \
            from there.
            """)

    @Argument(help: "The pipeline file.")
    var pipeline = "Pipelines/reform.yml"

    @Option(help: ArgumentHelp("Write the datasets here instead of the pipeline's own folder.", valueName: "dir"))
    var output: String?

    @Option(
        help: ArgumentHelp("Write the summary as JSON here too, also when the run was interrupted.", valueName: "file"))
    var summaryFile: String?

    @Option(
        help: ArgumentHelp(
            "Write metrics here for the textfile collector of Prometheus' node_exporter.", valueName: "file"))
    var metricsFile: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let job = RunJob(
                surroundings: global.surroundings, pipeline: pipeline, output: output, logger: global.logger(),
                progress: global.quiet || global.json ? nil : TerminalProgress())
            let summary = try await StopSignals.cancelling { try await job.run() }
            if let summaryFile { try summary.write(to: summaryFile) }
            if let metricsFile { try StatusJob(surroundings: global.surroundings).run().writeMetrics(to: metricsFile) }
            Report(quiet: global.quiet, json: global.json).print(summary)
            if summary.exitCode != 0 { throw ExitCode(summary.exitCode) }
        }
    }
}
