import ArticleExtraction
import Configuration
import Datasets
import Discovery
import Model

/// What a run would find for one source today, and how its first articles are read: `chiso sources test`.
public struct SourceTrial: Sendable {
    /// One article as it would be read.
    struct Reading: Sendable {
        let address: WebAddress
        var title: String?
        var published: String?
        /// Words of the body.
        var words = 0
        /// Why there is no article; nil when there is.
        var problem: String?
        /// Rules of the source that picked nothing on the page.
        var idleRules: [String] = []
    }

    let id: SourceID
    let candidates: [Candidate]
    let troubles: [String]
    let readings: [Reading]

    /// Whether it would work: something is found, nothing is in the way, and what was tried could be read.
    public var isGood: Bool {
        !candidates.isEmpty && troubles.isEmpty && readings.contains { $0.problem == nil }
    }

    public var text: String {
        var lines = ["\(id): \(candidates.count) \(candidates.count == 1 ? "article" : "articles") found"]
        lines += candidates.prefix(SourceTrial.shown).map { candidate in
            let day = candidate.published?.vietnamDate.description ?? "          "
            return "  \(candidate.route.rawValue.padding(7))  \(day)  \(candidate.title ?? "")  \(candidate.address)"
        }
        if candidates.count > SourceTrial.shown { lines.append("  … and \(candidates.count - SourceTrial.shown) more") }
        for trouble in troubles { lines.append("  trouble: \(trouble)") }
        for reading in readings { lines += reading.lines }
        return lines.joined(separator: "\n")
    }

    private static let shown = 10

    public var json: String {
        var json = JSONWriter()
        json.object { json in
            json.member("id", id.rawValue)
            json.array("candidates") { json in
                for candidate in candidates {
                    json.object { json in
                        json.member("address", candidate.address.text)
                        json.member("route", candidate.route.rawValue)
                        json.member("title", candidate.title)
                        json.member("published", candidate.published?.description)
                    }
                }
            }
            json.member("troubles", troubles)
            json.array("articles") { json in
                for reading in readings { json.object { reading.write(to: &$0) } }
            }
        }
        return json.text
    }
}

extension SourceTrial.Reading {
    fileprivate var lines: [String] {
        if let problem { return ["  read: \(address): \(problem)"] }
        var lines = ["  read: \(title ?? "(no title)"), \(published ?? "no date"), \(words) words  \(address)"]
        if !idleRules.isEmpty {
            lines.append("        rules that pick nothing here: \(idleRules.joined(separator: ", "))")
        }
        return lines
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.member("address", address.text)
        json.member("title", title)
        json.member("published", published)
        json.member("words", words)
        json.member("error", problem)
        json.member("idle_rules", idleRules)
    }
}

extension String {
    fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

/// Makes the trial of one source.
struct SourceTrialMaker {
    let source: SourceConfiguration
    let fetcher: PageFetcher
    let access: PageFetcher.Access

    func run(articles: Int) async throws -> SourceTrial {
        let findings = try await SourceDiscovery(source: source, fetcher: fetcher, access: access).findings()
        var readings: [SourceTrial.Reading] = []
        for candidate in findings.candidates.prefix(articles) where !Task.isCancelled {
            readings.append(try await reading(of: candidate.address))
        }
        return SourceTrial(
            id: source.id, candidates: findings.candidates, troubles: findings.troubles, readings: readings)
    }

    private func reading(of address: WebAddress) async throws -> SourceTrial.Reading {
        var reading = SourceTrial.Reading(address: address)
        switch try await fetcher.fetch(address, access: access) {
        case .fetched(let archived), .notModified(let archived):
            let page = Page(archived.capture)
            let rules = ExtractionRules(source.extraction)
            do {
                let article = try ArticleExtractor().article(from: page, rules: rules)
                reading.title = article.title
                reading.published = article.published?.description
                reading.words = article.text.split { $0.isWhitespace }.count
            } catch {
                reading.problem = "no article, \(error.kind.rawValue): \(error.detail)"
            }
            reading.idleRules = rules?.idle(on: page) ?? []
        case .refused(let reason): reading.problem = "refused: \(reason)"
        case .failed(let failure): reading.problem = failure.description
        }
        return reading
    }
}
