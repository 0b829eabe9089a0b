import ArticleExtraction
import Datasets
import Foundation
import Model

/// Reads articles out of HTML files: `chiso extract`. Opens no socket and needs no configuration.
public struct ExtractJob: Sendable {
    private let paths: [String]
    private let filesFrom: String?
    private let format: ArticleFormat
    private let jobs: Int
    private let progress: any WorkProgress

    /// Paths are files, or folders whose `.html` and `.htm` files are read; `filesFrom` names a file of paths, `-`
    /// standing for standard input. `jobs` files are read at once.
    public init(
        paths: [String], filesFrom: String?, format: ArticleFormat = .json, jobs: Int = 1,
        progress: any WorkProgress = NoProgress()
    ) {
        self.paths = paths
        self.filesFrom = filesFrom
        self.format = format
        self.jobs = jobs
        self.progress = progress
    }

    /// What came of one file: bytes to print, or why there is no article.
    private enum Outcome: Sendable {
        case printed([UInt8], code: Int32)
        case failed(message: String, code: Int32)
    }

    /// Prints the articles in the order of the files; 0, or 3 when a file could not be read. A page without an article
    /// is an answer, not a failure.
    public func run() throws -> Int32 {
        let files = try files()
        let format = format
        let output = LineOutput()
        defer { progress.finish() }
        var code: Int32 = 0
        var printed = 0
        output.write(bytes: Array(format.opening(files.count).utf8))
        OrderedWork.run(files.count, workers: jobs) {
            ExtractJob.outcome(of: files[$0], format)
        } take: { index, outcome in
            progress.update(index, of: files.count, "pages")
            switch outcome {
            case .printed(let bytes, let worst):
                if printed > 0 { output.write(bytes: Array(format.separator.utf8)) }
                output.write(bytes: bytes)
                printed += 1
                code = max(code, worst)
            case .failed(let message, let worst):
                FileHandle.standardError.write(Data("chiso: \(files[index]): \(message)\n".utf8))
                code = max(code, worst)
            }
        }
        output.write(bytes: Array(format.closing(files.count).utf8))
        try output.finish()
        return code
    }

    private static func outcome(of path: String, _ format: ArticleFormat) -> Outcome {
        let id = identifier(of: path)
        do {
            let article = try article(in: path)
            guard format == .json else { return .printed(Array(format.text(of: article, id: id).utf8), code: 0) }
            return .printed(line(id) { article.write(to: &$0) }, code: 0)
        } catch {
            let code: Int32 = error is ExtractionFailure ? 0 : 3
            let message = CommandFailure(error).message
            guard format == .json else { return .failed(message: message, code: code) }
            return .printed(
                line(id) { json in
                    json.member("error", message)
                    if let failure = error as? ExtractionFailure {
                        json.member("title", failure.title)
                        json.member("date", failure.published?.description)
                    }
                }, code: code)
        }
    }

    private static func line(_ id: String, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("id", id)
            members(&json)
        }
        json.endLine()
        return json.bytes
    }

    private static func article(in path: String) throws -> Article {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(message: "\(path) cannot be read")
        }
        return try ArticleExtractor().article(
            from: Page(bytes: Array(data), address: nil, contentType: nil, fetched: nil))
    }

    /// The file's name without `.html`.
    private static func identifier(of path: String) -> String {
        let name = URL(fileURLWithPath: path).lastPathComponent
        return name.hasSuffix(".html") ? String(name.dropLast(5)) : name
    }

    private func files() throws -> [String] {
        let listed = try filesFrom.map { try LineInput(path: $0 == "-" ? nil : $0).lines() } ?? []
        return (paths + listed.filter { !$0.isEmpty }).flatMap { path -> [String] in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                return [path]
            }
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return names.filter { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }.sorted().map { path + "/" + $0 }
        }
    }
}
