import ArgumentParser
import Pipeline

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show one page through every stage: the article, its numbers in the text, rejections with reasons.",
        discussion: """
            WHAT is the address of a page, an HTML or plain text file, or the id of an article in the ledger. Nothing is \
            written; only an address opens a connection.
            """)

    @Argument(help: "An address, a file, or an article id.")
    var what: String

    @Option(help: ArgumentHelp("Publication date, where the page names none.", valueName: "yyyy-mm-dd"))
    var published: String?

    @Option(help: ArgumentHelp("A network (CIDR) to allow besides public addresses.", valueName: "cidr"))
    var allowAddress: [String] = []

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let job = ExplainJob(
                surroundings: global.surroundings, published: published, allowedNetworks: allowAddress,
                logger: global.logger())
            let explanation = try await job.explain(what)
            print(global.json ? explanation.json : explanation.text(colours: StandardOutput.isTerminal))
        }
    }
}
