import ArgumentParser
import Pipeline

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the last runs, and for each source its last success, new articles and numbers per article.")

    @Option(
        help: ArgumentHelp(
            "Write metrics here for the textfile collector of Prometheus' node_exporter.", valueName: "file"))
    var metricsFile: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let status = try StatusJob(surroundings: global.surroundings).run()
            if let metricsFile { try status.writeMetrics(to: metricsFile) }
            print(global.json ? status.json : status.text)
        }
    }
}
