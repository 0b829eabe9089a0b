import ArgumentParser
import Pipeline

struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read articles out of HTML files and print them as JSON lines, text, Markdown or TEI.",
        discussion: """
            One line a file, in the order of the files: {"id","title","date","author","text",…}; the id is the file's \
            name without .html. A file that holds no article gives {"id","error"}. Exit code 3 when a file \
            cannot be read.
            """)

    @Argument(help: "HTML files, or folders of them.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("Read paths from this file, one a line; - is standard input.", valueName: "file"))
    var filesFrom: String?

    @Option(help: "The form of the articles: json, text, markdown or xml-tei.")
    var format = ArticleFormat.json

    @Option(help: ArgumentHelp("How many files are read at once; the order of the output stays.", valueName: "n"))
    var jobs = 1

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if !(1...256).contains(jobs) { throw ValidationError("--jobs: write a number from 1 to 256") }
        if paths.isEmpty && filesFrom == nil {
            throw ValidationError("name HTML files, or give --files-from FILE (- for standard input)")
        }
    }

    func run() async throws {
        try await reportingErrors {
            let code = try ExtractJob(
                paths: paths, filesFrom: filesFrom, format: format, jobs: jobs, progress: WorkMeter(quiet: global.quiet)
            ).run()
            if code != 0 { throw ExitCode(code) }
        }
    }
}

extension ArticleFormat: ExpressibleByArgument {}
