import ArgumentParser
import Pipeline

struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read articles out of HTML files and print them as JSON lines.",
        discussion: """
            One line a file, in the order of the files: {"id","title","date","author","text",…}; the id is the file's \
            name without .html. A file that holds no article gives {"id","error"}. Exit code 3 when a file \
            cannot be read.
            """)

    @Argument(help: "HTML files, or folders of them.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("Read paths from this file, one a line; - is standard input.", valueName: "file"))
    var filesFrom: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if paths.isEmpty && filesFrom == nil {
            throw ValidationError("name HTML files, or give --files-from FILE (- for standard input)")
        }
    }

    func run() async throws {
        try await reportingErrors {
            let code = try ExtractJob(
                paths: paths, filesFrom: filesFrom, progress: WorkMeter(quiet: global.quiet)
            ).run()
            if code != 0 { throw ExitCode(code) }
        }
    }
}
