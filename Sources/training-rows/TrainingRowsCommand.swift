import ArgumentParser
import Configuration
import Foundation
import Indicators
import Model

/// Turns annotated articles into rows for Scripts/train-scorer; a tool of developers, not part of the product.
@main
struct TrainingRowsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training-rows",
        abstract: "Print a training row for every number of annotated articles.",
        discussion: """
            GOLD are files of JSON lines as ../shared/gold/ANNOTATION.md describes them. With --catalogue it prints the \
            catalogue as the trainer wants it instead: a list of [code, value type].
            """)

    @Argument(help: "Annotated articles.")
    var gold: [String] = []

    @Option(help: "The configuration folder.")
    var config = "Config"

    @Flag(help: "Print the catalogue instead.")
    var catalogue = false

    func run() throws {
        let knowledge = try ConfigurationLoader(folder: ConfigurationFolder(path: config)).loadKnowledge()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        if catalogue {
            let list = knowledge.catalogue.indicators.map { [$0.code.rawValue, $0.valueType.rawValue] }
            print(String(decoding: try encoder.encode(list), as: UTF8.self))
            return
        }
        let reader = ObservationReader(catalogue: knowledge.catalogue, gazetteer: knowledge.gazetteer)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        for path in gold {
            let set = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
            for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
                let article = try decoder.decode(AnnotatedArticle.self, from: Data(line.utf8))
                for example in reader.examples(of: article.readable, annotated: article.numbers) {
                    let row = Row(article: article.id, set: set, example: example)
                    print(String(decoding: try encoder.encode(row), as: UTF8.self))
                }
            }
        }
    }
}

/// An example with the article and the set that it came from.
private struct Row: Encodable {
    let article: String
    let set: String
    let example: TrainingExample

    private enum Keys: String, CodingKey { case article, set }

    func encode(to encoder: any Encoder) throws {
        try example.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(article, forKey: .article)
        try container.encode(set, forKey: .set)
    }
}

/// One line of annotations.
private struct AnnotatedArticle: Decodable {
    struct Number: Decodable {
        let start: Int
        let end: Int
        let value: Decimal
        let indicator: String?
        let kind: String
        let direction: String?
        let periodStart: String?
        let periodEnd: String?
    }

    let id: String
    let title: String
    let text: String
    let published: String?
    let observations: [Number]

    var readable: ReadableArticle {
        ReadableArticle(title: title, text: text, published: published.flatMap { CivilDate(iso: $0) }, home: nil)
    }

    /// With UTF-8 offsets instead of scalar ones.
    var numbers: [AnnotatedNumber] {
        var offsets = [0]
        for scalar in text.unicodeScalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
        return observations.map { number in
            AnnotatedNumber(
                range: offsets[number.start]..<offsets[number.end], value: number.value,
                indicator: number.indicator.map { IndicatorCode($0) },
                kind: ObservationKind(rawValue: number.kind) ?? .level,
                direction: number.direction.flatMap { Direction(rawValue: $0) },
                periodStart: number.periodStart.flatMap { CivilDate(iso: $0) },
                periodEnd: number.periodEnd.flatMap { CivilDate(iso: $0) })
        }
    }
}
