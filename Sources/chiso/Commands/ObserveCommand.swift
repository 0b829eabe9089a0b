import ArgumentParser
import Pipeline

struct ObserveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "observe",
        abstract: "Read the numbers out of articles: JSON lines in, JSON lines out.",
        discussion: """
            Each line of input is {"id","text","published","title","source"}, each line of output \
            {"id","observations":[…],"rejections":[…],"documents":[…]}; documents are those that the article cites by \
            number. Offsets count Unicode scalars of the text in NFC. A line that \
            cannot be read gives {"id","error"}, the next line goes on, and the exit code is 3.
            """)

    @Argument(help: "A file of JSON lines; without it standard input is read.")
    var file: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let code = try ObserveJob(
                surroundings: global.surroundings, file: file, progress: WorkMeter(quiet: global.quiet)
            ).run()
            if code != 0 { throw ExitCode(code) }
        }
    }
}
