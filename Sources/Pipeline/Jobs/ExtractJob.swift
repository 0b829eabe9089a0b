import ArticleExtraction
import Datasets
import Foundation
import Model

/// Reads articles out of HTML files: `chiso extract`. Opens no socket and needs no configuration.
public struct ExtractJob: Sendable {
    private let paths: [String]
    private let filesFrom: String?
    private let progress: any WorkProgress

    /// Paths are files, or folders whose `.html` and `.htm` files are read; `filesFrom` names a file of paths, `-`
    /// standing for standard input.
    public init(paths: [String], filesFrom: String?, progress: any WorkProgress = NoProgress()) {
        self.progress = progress
        self.paths = paths
        self.filesFrom = filesFrom
    }

    /// Prints one JSON line a file, in order; 0, or 3 when a file could not be read. A page without an article is an
    /// answer, not a failure.
    public func run() throws -> Int32 {
        let extractor = ArticleExtractor()
        let output = LineOutput()
        var code: Int32 = 0
        let files = try files()
        defer { progress.finish() }
        for (index, path) in files.enumerated() {
            progress.update(index, of: files.count, "pages")
            output.write { json in
                json.member("id", ExtractJob.identifier(of: path))
                do {
                    try ExtractJob.article(in: path, extractor).write(to: &json)
                } catch {
                    if !(error is ExtractionFailure) { code = 3 }
                    json.member("error", CommandFailure(error).message)
                    if let failure = error as? ExtractionFailure {
                        json.member("title", failure.title)
                        json.member("date", failure.published?.description)
                    }
                }
            }
        }
        try output.finish()
        return code
    }

    private static func article(in path: String, _ extractor: ArticleExtractor) throws -> Article {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(message: "\(path) cannot be read")
        }
        return try extractor.article(
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
