import ArgumentParser
import Pipeline

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the last runs, and for each source its last success, new articles and numbers per article.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let status = try StatusJob(surroundings: global.surroundings).run()
            print(global.json ? status.json : status.text)
        }
    }
}
