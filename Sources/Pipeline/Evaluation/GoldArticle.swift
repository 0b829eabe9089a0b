import Foundation
import Indicators
import Model

/// An article with every number that counts marked by people: one line of a gold file.
struct GoldArticle: Decodable, Sendable {
    struct Number: Decodable, Sendable {
        /// Offsets in Unicode scalars of the text.
        let start: Int
        let end: Int
        let value: Decimal
        let unit: String
        let indicator: String?
        let kind: String
        let direction: String?
        let qualifier: String?
        let denominator: Decimal?
        let place: String?
        let periodStart: String?
        let periodEnd: String?
        let partOf: Int?
    }

    /// A number that is no observation; an optional one with this very value may be read as one.
    struct Negative: Decodable, Sendable {
        let start: Int
        let end: Int
        let value: Decimal?
        let optional: Bool?
    }

    let id: String
    let title: String?
    let text: String
    let published: String?
    let observations: [Number]
    let negatives: [Negative]?

    var readable: ReadableArticle {
        ReadableArticle(title: title ?? "", text: text, published: published.flatMap { CivilDate(iso: $0) }, home: nil)
    }

    /// The articles of a file of JSON lines; an error names the file, the line and what is wrong with it.
    static func read(_ path: String) throws -> [GoldArticle] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(message: "\(path) cannot be read; give a file of annotated articles, JSON lines")
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var articles: [GoldArticle] = []
        for (number, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            do {
                let article = try decoder.decode(GoldArticle.self, from: Data(line))
                let count = article.text.unicodeScalars.count
                let spans =
                    article.observations.map { ($0.start, $0.end) }
                    + (article.negatives ?? []).map { ($0.start, $0.end) }
                guard spans.allSatisfy({ $0 >= 0 && $0 <= $1 && $1 <= count }) else {
                    throw CommandFailure(message: "an offset lies outside the text")
                }
                articles.append(article)
            } catch {
                throw CommandFailure(
                    message: """
                        \(path):\(number + 1): no annotated article: \(GoldArticle.explanation(of: error)); a line has \
                        id, text, published and observations with start, end, value, unit, kind
                        """)
            }
        }
        return articles
    }

    private static func explanation(of error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "the member `\(key.stringValue)` is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "the member `\(context.codingPath.map(\.stringValue).joined(separator: "."))` has another type"
        case let failure as CommandFailure: failure.message
        default: "it is not JSON"
        }
    }
}
