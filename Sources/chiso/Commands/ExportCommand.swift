import ArgumentParser
import Model
import Pipeline

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the datasets from the ledger, without fetching anything.",
        discussion: """
            Without conditions everything is written. Conditions of different columns all hold; values of one column \
            are alternatives:

              chiso export --since 2024-01-01 --where province=P25 --where kind=level --indicator 'dossiers.*' \
            --format csv,xlsx --lang vi --wide --output out/vinh-phuc
            """)

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir"))
    var output = "out"

    @Option(
        help: ArgumentHelp(
            "Formats, separated by commas: csv, excel-vi, json, jsonl, xlsx, sqlite. All of them unless given.",
            valueName: "formats"), transform: Self.formats)
    var format = DatasetFormat.allCases

    @Option(
        help: ArgumentHelp(
            "Language of headings in the workbook and in files for Excel: vi or en.", valueName: "language"))
    var lang = Language.vietnamese

    @Option(
        help: ArgumentHelp("Only articles published on this day or later, 2024-01-31.", valueName: "date"),
        transform: Self.day)
    var since: CivilDate?

    @Option(
        help: ArgumentHelp("Only articles published on this day or earlier.", valueName: "date"), transform: Self.day)
    var until: CivilDate?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            """
            Only rows of which a column of observations has this value, or one of several separated by commas: \
            province=P25, place=D247, source=bao-mau, kind=level, unit=percent. May be given several times.
            """, valueName: "column=value"))
    var conditions: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only indicators of this code; * stands for any letters. May be given several times.", valueName: "pattern")
    )
    var indicator: [String] = []

    @Option(
        help: ArgumentHelp(
            "Tables, separated by commas: \(ExportOptions.tableNames.joined(separator: ", ")). All of them unless given.",
            valueName: "tables"), transform: Self.tables)
    var table: Set<String>?

    @Flag(help: "Also write the table of places and periods by indicators as files of its own.")
    var wide = false

    @OptionGroup var global: GlobalOptions

    mutating func validate() throws {
        do { _ = try options() } catch let error as SelectionError { throw ValidationError(error.description) }
    }

    func run() async throws {
        try await reportingErrors {
            let export = try ExportJob(
                surroundings: global.surroundings, output: output, options: try options(),
                progress: WorkMeter(quiet: global.quiet)
            ).run()
            if !global.quiet { print("datasets in \(output)/: \(export.text)") }
        }
    }

    private func options() throws -> ExportOptions {
        var options = ExportOptions()
        options.formats = format
        options.language = lang
        options.isWide = wide
        options.tables = table
        options.selection.since = since
        options.selection.until = until
        for condition in conditions { try options.selection.add(condition: condition) }
        options.selection.indicators += indicator
        return options
    }

    private static func formats(_ text: String) throws -> [DatasetFormat] {
        guard let formats = DatasetFormat.list(text) else {
            let known = DatasetFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("`\(text)`: known formats are \(known), separated by commas")
        }
        return formats
    }

    private static func tables(_ text: String) throws -> Set<String> {
        let names = Set(text.split(separator: ",").map(String.init))
        guard !names.isEmpty, names.isSubset(of: ExportOptions.tableNames) else {
            let known = ExportOptions.tableNames.joined(separator: ", ")
            throw ValidationError("`\(text)`: known tables are \(known), separated by commas")
        }
        return names
    }

    private static func day(_ text: String) throws -> CivilDate {
        guard let day = CivilDate(iso: text) else { throw ValidationError("`\(text)` is no day; write 2024-01-31") }
        return day
    }
}

extension Language: ExpressibleByArgument {}
