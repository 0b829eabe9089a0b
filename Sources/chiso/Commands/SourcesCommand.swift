import ArgumentParser
import Foundation
import Pipeline

struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "List the sources, look for new ones, and try them.",
        subcommands: [SourcesListCommand.self, SourcesFindCommand.self, SourcesTestCommand.self],
        defaultSubcommand: SourcesListCommand.self)
}

struct SourcesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List every source: what it is, how its articles are found, when somebody saw it work.")

    @Option(help: ArgumentHelp("List the sources of this pipeline file instead of Config/sources.", valueName: "file"))
    var pipeline: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let list = try SourcesJob(surroundings: global.surroundings).list(pipeline: pipeline)
            print(global.json ? list.json : list.text)
        }
    }
}

struct SourcesFindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Look at a portal and print a source file for it.",
        discussion: """
            URL is a portal's home page or a section of it. Its robots.txt, feeds, sitemaps and sections are looked at, \
            with all the rules of a run and at most 25 requests. The file goes to standard output, ready for \
            Config/sources; a preview of the articles that it would yield goes to standard error. Nothing is written. \
            Exit code 1 when nothing was found.
            """)

    @Argument(help: "The address of the portal.")
    var url: String

    @Option(help: ArgumentHelp("A network (CIDR) to allow besides public addresses.", valueName: "cidr"))
    var allowAddress: [String] = []

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let job = SourcesJob(surroundings: global.surroundings, allowedNetworks: allowAddress)
            let proposal = try await StopSignals.cancelling { try await job.find(url) }
            if global.json {
                print(proposal.json)
            } else {
                print(proposal.yaml, terminator: "")
                if !global.quiet { FileHandle.standardError.write(Data((proposal.previewText + "\n").utf8)) }
            }
            if proposal.isEmpty { throw ExitCode(1) }
        }
    }
}

struct SourcesTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Try sources: what a run would find, and how the first articles are read. Writes nothing.",
        discussion: """
            Exit code 3 when a source finds nothing, meets trouble, or none of its articles can be read.
            """)

    @Argument(help: "The ids of the sources.")
    var ids: [String]

    @Option(help: ArgumentHelp("Take the sources of this pipeline file instead of Config/sources.", valueName: "file"))
    var pipeline: String?

    @Option(help: "How many articles of each source to fetch and read.")
    var articles = 3

    @Option(help: ArgumentHelp("A network (CIDR) to allow besides public addresses.", valueName: "cidr"))
    var allowAddress: [String] = []

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let job = SourcesJob(surroundings: global.surroundings, allowedNetworks: allowAddress)
            let trials = try await StopSignals.cancelling {
                try await job.test(ids, pipeline: pipeline, articles: articles)
            }
            for trial in trials where !global.quiet || !trial.isGood { print(global.json ? trial.json : trial.text) }
            if !trials.allSatisfy(\.isGood) { throw ExitCode(3) }
        }
    }
}
