import Foundation
import Indicators
import Model
import Testing

/// Scores on the annotated articles of ../shared/gold must not fall below `floors.json`, whose figures only rise.
///
/// The shipped weights were trained on these sets: the floors guard against slips, they are no estimate of quality.
@Suite struct GoldFloorTests {
    struct Floor: Decodable {
        let detection: Double
        let strict: Double
    }

    static let folder = Shipped.root.deletingLastPathComponent().appendingPathComponent("shared/gold")

    static var hasGold: Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent("dev.jsonl").path) }

    @Test(.enabled(if: GoldFloorTests.hasGold, "../shared/gold is not there"), arguments: ["dev", "real"])
    func scoresStayAboveTheirFloor(set: String) throws {
        let floorFile = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "floors.json")
        let floors = try JSONDecoder().decode([String: Floor].self, from: Data(contentsOf: floorFile))
        let floor = try #require(floors[set])
        let reader = try Shipped.reader()
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var score = GoldScore()
        let lines = try String(contentsOf: Self.folder.appendingPathComponent("\(set).jsonl"), encoding: .utf8)
        // Every second article: half the time, and much the same figures.
        for line in lines.split(separator: "\n").enumerated().filter({ $0.offset.isMultiple(of: 2) }).map(\.element) {
            let article = try decoder.decode(GoldArticle.self, from: Data(line.utf8))
            let reading = reader.read(
                ReadableArticle(
                    title: article.title, text: article.text, published: CivilDate(iso: article.published), home: nil))
            score.add(reading, article)
        }
        #expect(score.detection >= floor.detection, "detection F1 \(score.detection)")
        #expect(score.strict >= floor.strict, "strict F1 \(score.strict)")
    }
}

/// One annotated article.
struct GoldArticle: Decodable {
    struct Observation: Decodable {
        let start: Int
        let end: Int
        let value: Decimal
        let unit: String
        let indicator: String?
        let kind: String
        let place: String?
        let periodStart: String?
        let periodEnd: String?
    }

    struct Negative: Decodable {
        let start: Int
        let end: Int
        let optional: Bool?
    }

    let title: String
    let text: String
    let published: String
    let observations: [Observation]
    let negatives: [Negative]
}

/// Counts hits as the annotation standard says: spans overlap and values are equal; strict when all else is right too.
struct GoldScore {
    private var gold = 0
    private var predicted = 0
    private var hits = 0
    private var strictHits = 0

    var detection: Double { f1(hits) }
    var strict: Double { f1(strictHits) }

    private func f1(_ hits: Int) -> Double { gold + predicted == 0 ? 0 : 2 * Double(hits) / Double(gold + predicted) }

    mutating func add(_ reading: Reading, _ article: GoldArticle) {
        let starts = Self.byteOffsets(of: article.text)
        var open = article.observations
        gold += open.count
        for found in reading.observations {
            let place = open.firstIndex {
                starts[$0.start] < found.range.upperBound && found.range.lowerBound < starts[$0.end]
                    && $0.value == found.value
            }
            guard let place else {
                let isOptional = article.negatives.contains {
                    $0.optional == true && starts[$0.start] < found.range.upperBound
                        && found.range.lowerBound < starts[$0.end]
                }
                if !isOptional { predicted += 1 }
                continue
            }
            predicted += 1
            hits += 1
            if Self.isStrict(found, open.remove(at: place)) { strictHits += 1 }
        }
    }

    private static func isStrict(_ found: Observation, _ gold: GoldArticle.Observation) -> Bool {
        found.unit.rawValue == gold.unit && found.indicator?.rawValue == gold.indicator
            && found.kind.rawValue == gold.kind
            && found.place?.name.lowercased() == gold.place?.lowercased()
            && found.period.start?.description == gold.periodStart && found.period.end?.description == gold.periodEnd
    }

    /// The byte at which each scalar begins, and the end.
    private static func byteOffsets(of text: String) -> [Int] {
        var offset = 0
        var result: [Int] = []
        for scalar in text.unicodeScalars {
            result.append(offset)
            offset += String(scalar).utf8.count
        }
        return result + [offset]
    }
}
