import ArgumentParser
import Foundation
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
                logger: global.logger(), progress: WorkMeter(quiet: global.quiet))
            let report = try await StopSignals.cancelling { try await job.fetch(addresses) }
            for result in report.results where !global.quiet || !result.isGood {
                print(global.json ? result.json : result.text)
            }
            // Remarks are no results: they go where messages go.
            for notice in report.notices where !global.quiet {
                FileHandle.standardError.write(Data("chiso: \(notice)\n".utf8))
            }
            if report.exitCode != 0 { throw ExitCode(report.exitCode) }
        }
    }
}
