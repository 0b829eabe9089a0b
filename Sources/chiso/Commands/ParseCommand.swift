import ArgumentParser
import Pipeline

struct ParseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Do one small step of the pipeline on JSON lines, for scripts and for columns of a spreadsheet.",
        discussion: """
            Each line of input is a JSON object with `id` and the members that the kind takes; each line of output has \
            the same `id` and what the kind gives, or {"id","error"}. A line that fails does not stop the next; the \
            exit code is then 3. Example:

              echo '{"id": 1, "date": "Thứ Năm, 16/05/2024 15:31"}' | chiso parse timestamp

            \(kinds)
            """)

    @Argument(help: ArgumentHelp("What to read: \(ParseCommand.names).", valueName: "kind"))
    var kind: String

    @Argument(help: ArgumentHelp("Files of JSON lines; without them, or for -, standard input.", valueName: "file"))
    var files: [String] = []

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if ParseKind.named(kind) == nil {
            throw ValidationError("there is no kind `\(kind)`; the kinds are \(ParseCommand.names)")
        }
    }

    func run() async throws {
        try await reportingErrors {
            guard let kind = ParseKind.named(kind) else { return }
            let code = try ParseJob(kind: kind, surroundings: global.surroundings, files: files).run()
            if code != 0 { throw ExitCode(code) }
        }
    }

    private static let names = ParseKind.all.map(\.name).joined(separator: ", ")

    /// A paragraph a kind.
    private static let kinds = ParseKind.all.map { kind in
        "\(kind.name.uppercased()): \(kind.summary)\n  takes \(kind.takes)\n  gives \(kind.gives)"
    }.joined(separator: "\n\n")
}
