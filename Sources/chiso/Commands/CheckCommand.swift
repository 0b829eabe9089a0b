import ArgumentParser
import Pipeline

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read every configuration file and print every mistake at once.",
        discussion: """
            Each mistake is one line: file:line:column: what is wrong; what to write instead. Without PIPELINE it reads \
            the configuration folder and every file of ./Pipelines. Exit code 78 when there is a mistake.
            """)

    @Argument(help: "Pipeline files to check besides the configuration folder.")
    var pipelines: [String] = []

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let files = try CheckJob(surroundings: global.surroundings, pipelines: pipelines).run()
            if !global.quiet { print("\(files) configuration files read, no mistakes") }
        }
    }
}
