import ArgumentParser
import Pipeline

struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetch one or more addresses with all the rules of a run.",
        discussion: """
            robots.txt is obeyed, requests to one host keep their distance, and only public addresses are reached \
            unless --allow-address says otherwise. Prints one line an address; with --output the bodies are written \
            there. Exit code 1 when every address failed, 3 when some did.
            """)

    @Argument(help: "The addresses.")
    var addresses: [String]

    @Option(help: ArgumentHelp("Write each body into this folder.", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("A network (CIDR) to allow besides public addresses.", valueName: "cidr"))
    var allowAddress: [String] = []

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let job = FetchJob(
                surroundings: global.surroundings, allowedNetworks: allowAddress, output: output,
                logger: global.logger())
            let results = try await StopSignals.cancelling { try await job.fetch(addresses) }
            for result in results where !global.quiet || !result.isGood {
                print(global.json ? result.json : result.text)
            }
            let code = FetchJob.exitCode(of: results)
            if code != 0 { throw ExitCode(code) }
        }
    }
}
