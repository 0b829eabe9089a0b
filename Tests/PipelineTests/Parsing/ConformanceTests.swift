import Datasets
import Foundation
import Model
import Testing

@testable import Pipeline

/// The levels that other projects' conformance vectors in ../shared/vectors must keep.
struct ConformanceTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/vectors")

    static var hasVectors: Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("urls.jsonl").path)
    }

    /// One file, the tags that count (all when empty) and the share of them that must pass.
    struct Level: Sendable, CustomTestStringConvertible {
        let kind: String
        let file: String
        let tags: Set<String>
        let share: Double

        var testDescription: String { "\(file) \(tags.sorted().joined(separator: " "))" }
    }

    @Test(
        .enabled(if: ConformanceTests.hasVectors, "../shared/vectors is not there"),
        arguments: [
            Level(kind: "robots", file: "robots", tags: ["agreed"], share: 1),
            Level(kind: "robots", file: "robots_real", tags: ["consensus"], share: 1),
            Level(kind: "feed", file: "feeds", tags: ["core"], share: 0.97),
            Level(kind: "timestamp", file: "feed_dates", tags: ["core"], share: 1),
            Level(kind: "timestamp", file: "sitemap_dates", tags: ["w3c"], share: 1),
            Level(kind: "sitemap", file: "sitemaps", tags: [], share: 1),
            Level(kind: "url", file: "urls", tags: ["resolve"], share: 0.99),
            Level(kind: "url", file: "urls", tags: ["failure"], share: 0.99),
            Level(kind: "url", file: "urls_idn", tags: [], share: 0.95),
            Level(kind: "url", file: "urls_query_encoding", tags: [], share: 0.9),
            Level(kind: "number", file: "vi_numbers", tags: ["icu", "soe", "num2words"], share: 1),
            Level(kind: "number", file: "vi_numbers", tags: [], share: 1),
            Level(kind: "ordinal", file: "vi_ordinals", tags: [], share: 1),
            Level(kind: "money", file: "vi_money", tags: [], share: 0.97),
            Level(kind: "encoding", file: "enc_labels", tags: [], share: 1),
            Level(kind: "encoding", file: "enc_sniff", tags: [], share: 0.95),
            Level(kind: "encoding", file: "enc_decode", tags: [], share: 1),
            Level(kind: "encoding", file: "enc_vi", tags: [], share: 0.99),
            Level(kind: "date", file: "vi_dates", tags: [], share: 0.99),
            Level(kind: "date", file: "vi_relative", tags: [], share: 0.95),
            Level(kind: "duration", file: "vi_durations", tags: [], share: 1),
        ])
    func theLevelIsKept(level: Level) throws {
        let kind = try #require(ParseKind.named(level.kind))
        let answer = try kind.prepare(
            Surroundings(home: ".", namedConfiguration: nil, environment: [:], executable: "chiso"))
        var (passed, total) = (0, 0)
        let lines = try Data(contentsOf: Self.folder.appendingPathComponent("\(level.file).jsonl"))
        for line in lines.split(separator: UInt8(ascii: "\n")) {
            let vector = try JSONValue(parsing: line)
            let tags = Set((vector["tags"]?.elements ?? []).compactMap(\.text))
            guard level.tags.isEmpty || !level.tags.isDisjoint(with: tags), tags.isDisjoint(with: Self.leftOut),
                let input = vector["input"], let expected = vector["expected"]
            else { continue }
            guard let passes = VectorComparison(expected: expected, answer: try Self.asked(answer, input)).result
            else { continue }
            total += 1
            passed += passes ? 1 : 0
        }
        #expect(total > 0)
        #expect(Double(passed) >= level.share * Double(total), "\(passed) of \(total)")
    }

    private static func asked(_ answer: ParseKind.Answerer, _ input: JSONValue) throws -> JSONValue {
        var line = JSONWriter()
        line.value(input)
        var json = JSONWriter()
        json.object { _ = ParseJob.write(.whole(line.bytes[...]), answer, to: &$0) }
        return try JSONValue(parsing: json.bytes)
    }

    private static let leftOut: Set<String> = ["disputed", "upstream-typo", "us-convention", "check-by-hand"]
}
