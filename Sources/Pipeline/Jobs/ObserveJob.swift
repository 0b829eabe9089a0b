import Datasets
import Foundation
import Indicators
import Model

/// Reads the numbers out of articles given as JSON lines: `chiso observe`. Opens no socket.
public struct ObserveJob: Sendable {
    private let surroundings: Surroundings
    private let file: String?
    private let progress: any WorkProgress

    /// Without a file, standard input is read.
    public init(surroundings: Surroundings, file: String?, progress: any WorkProgress = NoProgress()) {
        self.progress = progress
        self.surroundings = surroundings
        self.file = file
    }

    /// Prints one JSON line an article, in order; a line that cannot be read gives an error and the next one goes on.
    /// 0, or 3 when there was such a line.
    public func run() throws -> Int32 {
        let knowledge = try surroundings.configuration().loadKnowledge()
        let reader = ObservationReader(catalogue: knowledge.catalogue, gazetteer: knowledge.gazetteer)
        let output = LineOutput()
        let decoder = JSONDecoder()
        var code: Int32 = 0
        var done = 0
        defer { progress.finish() }
        try LineInput(path: file).forEachLine { line in
            guard line.contains(where: { $0 > 0x20 }) else { return }
            progress.update(done, of: nil, "articles")
            done += 1
            output.write { json in
                do {
                    let article = try decoder.decode(ArticleLine.self, from: line)
                    json.member("id", article.id)
                    reader.read(article.readable).write(to: &json)
                } catch {
                    code = 3
                    json.member("id", ArticleLine.identifier(in: line, decoder))
                    json.member("error", ArticleLine.explanation(of: error))
                }
            }
        }
        try output.finish()
        return code
    }
}

/// One line of input.
private struct ArticleLine: Decodable {
    let id: String
    let text: String
    let title: String?
    let published: String?
    /// The province that the source reports on, such as `P25`.
    let home: String?

    var readable: ReadableArticle {
        ReadableArticle(
            title: title ?? "", text: text, published: published.flatMap { CivilDate(iso: $0.prefix(10)) },
            home: home.map { PlaceID($0) })
    }

    /// The id of a line that is wrong otherwise.
    static func identifier(in line: Data, _ decoder: JSONDecoder) -> String? {
        struct Bare: Decodable { let id: String? }
        return try? decoder.decode(Bare.self, from: line).id
    }

    static func explanation(of error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "the key `\(key.stringValue)` is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "`\(context.codingPath.map(\.stringValue).joined(separator: "."))` is not text"
        default: "the line is not a JSON object"
        }
    }
}
