import ArgumentParser
import Pipeline

struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Tell how much of what people marked in articles comes out of them.",
        discussion: """
            GOLD are files of annotated articles, a JSON object a line with id, title, published, text and observations \
            (start, end, value, unit, indicator, kind, direction, qualifier, denominator, place, period_start, \
            period_end, part_of; offsets in Unicode scalars). A number found matches one that is marked when they \
            overlap and their values are equal; strict F1 asks for unit, indicator, kind, place and period, too.

              chiso evaluate gold/*.jsonl --errors 20
            """)

    @Argument(help: "Files of annotated articles.")
    var gold: [String]

    @Option(help: ArgumentHelp("Show so many mistakes, each in its sentence.", valueName: "count"))
    var errors = 0

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let report = try EvaluateJob(surroundings: global.surroundings, files: gold).run()
            print(global.json ? report.json : report.text(errors: errors))
        }
    }
}
