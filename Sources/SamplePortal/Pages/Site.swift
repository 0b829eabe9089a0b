import Foundation
import Mustache

/// What the portal is made of, read once from the files of this target: articles and page templates.
struct Site: Sendable {
    /// In the order of their file names.
    let articles: [SampleArticle]
    let templates: MustacheLibrary

    /// Reads `Site/` of the target's resources.
    init() async throws {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Site")
        templates = try await MustacheLibrary(directory: folder.appendingPathComponent("templates").path)
        articles = try Self.articles(in: folder.appendingPathComponent("articles"))
    }

    private static func articles(in folder: URL) throws -> [SampleArticle] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".txt") }
            .sorted()
            .map { name in
                let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
                return try SampleArticle(dataFile: text, named: name)
            }
    }
}
