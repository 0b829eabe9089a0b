import Foundation
import Indicators
import Model
import TestSupport
import Testing

/// What holds for every reading, tried on the training articles and on texts of their lines shuffled, cut and joined anew.
/// `make fuzz` tries many more, under sanitizers.
@Suite struct ReadingInvariantTests {
    private static let shared = Result { try Shipped.reader() }

    /// The lines of the training articles, without their marks.
    private static let lines: [String] = {
        let folder = Shipped.root.appendingPathComponent("Training")
        return (1...9).flatMap { number -> [String] in
            let file = folder.appendingPathComponent("articles-\(number).txt")
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
                line.split(separator: "{").enumerated().map { index, piece in
                    guard index > 0 || line.hasPrefix("{"), let end = piece.firstIndex(of: "}") else {
                        return String(piece)
                    }
                    return String(piece[..<(piece.firstIndex(of: "|") ?? end)]) + piece[piece.index(after: end)...]
                }.joined()
            }
        }
    }()

    @Test(arguments: 0..<8)
    func everyNumberIsToldOfOnceWithItsText(part: Int) throws {
        let reader = try Self.shared.get()
        var generator = SeededGenerator(seed: UInt64(part + 1))
        try #require(Self.lines.count > 100)
        for _ in 0..<40 {
            var text = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                Self.lines.randomElement(using: &generator) ?? ""
            }.joined(separator: Bool.random(using: &generator) ? "\n" : " ")
            if Int.random(in: 0...2, using: &generator) == 0 {
                text = String(
                    text.dropFirst(Int.random(in: 0...60, using: &generator)).dropLast(
                        Int.random(in: 0...60, using: &generator)))
            }
            let article = ReadableArticle(
                title: "Cải cách hành chính", text: text, published: CivilDate(year: 2024, month: 7, day: 20), home: nil
            )
            let reading = reader.read(article)
            #expect(Self.problem(in: reading) == nil, "\(text)")
            #expect(reader.read(article).observations == reading.observations)
        }
    }

    private static func problem(in reading: Reading) -> String? {
        let bytes = Array(reading.text.utf8)
        var owners = [Int](repeating: 0, count: bytes.count)
        for observation in reading.observations {
            guard String(decoding: bytes[observation.range], as: UTF8.self) == observation.valueText else {
                return "the text of \(observation.valueText) differs"
            }
            guard observation.quote.contains(observation.range.lowerBound), observation.quote.upperBound <= bytes.count
            else {
                return "\(observation.valueText) does not stand in its sentence"
            }
            for index in observation.range { owners[index] += 1 }
        }
        for rejection in reading.rejections { for index in rejection.range { owners[index] += 1 } }
        for (index, byte) in bytes.enumerated() {
            if owners[index] > 1 { return "byte \(index) is told of twice" }
            if byte >= 0x30, byte <= 0x39, owners[index] == 0 { return "digit \(index) is not told of" }
        }
        return nil
    }
}
