import ArgumentParser
import Pipeline

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the datasets from the ledger, without fetching anything.")

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir"))
    var output = "out"

    @Option(
        help: ArgumentHelp("Formats, separated by commas: csv, json.", valueName: "formats"),
        transform: ExportFormats.init(argument:))
    var format = ExportFormats.all

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await reportingErrors {
            let files = try ExportJob(surroundings: global.surroundings, output: output, formats: format).run()
            if !global.quiet { for file in files { print("\(output)/\(file.name): \(file.rows) rows") } }
        }
    }
}

extension ExportFormats {
    /// Reads `csv,json`; an unknown word is a usage error.
    init(argument: String) throws {
        guard let formats = ExportFormats(names: argument.split(separator: ",").map(String.init)) else {
            throw ValidationError("`\(argument)`: known formats are csv and json, separated by commas")
        }
        self = formats
    }
}
