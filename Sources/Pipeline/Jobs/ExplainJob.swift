import ArticleExtraction
import Configuration
import Foundation
import Indicators
import Ledger
import Logging
import Model

/// Takes one page through every stage and shows what each made of it: `chiso explain`. Writes nothing.
public struct ExplainJob: Sendable {
    private let surroundings: Surroundings
    private let published: String?
    private let allowedNetworks: [String]
    private let logger: Logger

    /// `published` (ISO) stands in for a date that the page does not name.
    public init(surroundings: Surroundings, published: String?, allowedNetworks: [String], logger: Logger) {
        self.surroundings = surroundings
        self.published = published
        self.allowedNetworks = allowedNetworks
        self.logger = logger
    }

    /// Explains an address, a file, or an article of the ledger by its id.
    public func explain(_ what: String) async throws -> Explanation {
        let configuration = try surroundings.configuration()
        let knowledge = try configuration.loadKnowledge()
        var article = try await article(what, configuration)
        if let published {
            guard let date = CivilDate(iso: published) else {
                throw CommandFailure(message: "`\(published)` is not a date; write it as 2024-05-16", exitCode: 64)
            }
            article.published = article.published ?? Timestamp(date, offsetMinutes: Timestamp.vietnamOffset)
            article.publishedFrom = article.publishedFrom ?? .given
        }
        let reader = ObservationReader(catalogue: knowledge.catalogue, gazetteer: knowledge.gazetteer)
        let reading = reader.read(
            ReadableArticle(
                title: article.title, text: article.text, published: article.published?.vietnamDate, home: nil))
        return Explanation(
            article: article, reading: reading, catalogue: knowledge.catalogue,
            minimumConfidence: try configuration.loadDefaults().minimumConfidence)
    }

    private func article(_ what: String, _ configuration: ConfigurationLoader) async throws -> Article {
        if what.hasPrefix("http://") || what.hasPrefix("https://") { return try await fetched(what, configuration) }
        if let bytes = FileManager.default.contents(atPath: what) { return try read(Array(bytes), name: what) }
        if let kept = try keptArticle(ArticleID(what)) { return kept }
        throw CommandFailure(
            message: "`\(what)` is no address, no file and no article of the ledger in \(surroundings.home)")
    }

    private func fetched(_ text: String, _ configuration: ConfigurationLoader) async throws -> Article {
        guard let address = WebAddress(text) else {
            throw CommandFailure(message: "`\(text)` is not an address", exitCode: 64)
        }
        let harvest = try Harvest(
            surroundings: surroundings, defaults: try configuration.loadDefaults(), archive: nil, ledger: nil,
            clock: .system, allowedNetworks: allowedNetworks)
        defer { harvest.shutDown() }
        switch try await harvest.fetcher.fetch(address, access: harvest.anywhere) {
        case .fetched(let archived), .notModified(let archived):
            return try ArticleExtractor().article(from: Page(archived.capture))
        case .refused(let reason): throw CommandFailure(message: "\(address): refused: \(reason)")
        case .failed(let failure): throw CommandFailure(message: "\(address): \(failure)")
        }
    }

    /// HTML by its first tag; everything else is plain text.
    private func read(_ bytes: [UInt8], name: String) throws -> Article {
        let isHTML = name.hasSuffix(".html") || name.hasSuffix(".htm") || ExplainJob.looksLikeHTML(bytes)
        if isHTML {
            return try ArticleExtractor().article(
                from: Page(bytes: bytes, address: nil, contentType: nil, fetched: nil))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(message: "\(name) is neither HTML nor UTF-8 text; save it as UTF-8")
        }
        guard let article = PlainTextArticle.article(from: text) else {
            throw CommandFailure(message: "\(name) holds no text")
        }
        return article
    }

    private static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
        return head.contains("<!doctype html") || head.contains("<html") || head.contains("<head")
    }

    private func keptArticle(_ id: ArticleID) throws -> Article? {
        guard FileManager.default.fileExists(atPath: surroundings.ledgerFile),
            let record = try Ledger(path: surroundings.ledgerFile).article(id)
        else { return nil }
        let row = record.row
        return Article(
            title: row.title, authors: row.authors, published: row.publishedAt, publishedFrom: row.publishedFrom,
            modified: row.modifiedAt, canonical: row.url, section: row.section, language: row.language,
            blocks: record.text.split(separator: "\n").map { ArticleBlock(.paragraph, String($0)) })
    }
}
