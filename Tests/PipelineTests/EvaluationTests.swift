import Foundation
import Indicators
import Model
import Testing

@testable import Pipeline

struct EvaluationTests {
    private static let text = "Xã có 12 hồ sơ và 98,4% đạt, không có 0 lỗi, 7 thôn."

    /// A gold line over the text above; offsets are counted from the surfaces.
    private func article(_ marks: [(surface: String, fields: String)], negatives: String = "[]") throws -> GoldArticle {
        let scalars = Array(Self.text.unicodeScalars)
        let numbers = marks.map { mark in
            let needle = Array(mark.surface.unicodeScalars)
            let start = scalars.indices.first { scalars[$0...].starts(with: needle) } ?? 0
            return #"{"start":\#(start),"end":\#(start + needle.count),\#(mark.fields)}"#
        }
        let line =
            #"{"id":"a","text":"\#(Self.text)","published":"2024-05-16","observations":[\#(numbers.joined(separator: ","))],"negatives":\#(negatives)}"#
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("gold-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(line.utf8).write(to: file)
        return try #require(try GoldArticle.read(file.path).first)
    }

    private func found(_ surface: String, _ value: Decimal, _ code: String?, confidence: Int = 90) -> Observation {
        let range = Self.text.range(of: surface).map {
            Self.text.utf8.distance(from: Self.text.startIndex, to: $0.lowerBound)
        }
        let start = range ?? 0
        return Observation(
            range: start..<start + surface.utf8.count, valueText: surface, value: value, unit: .caseFile,
            indicator: code.map { IndicatorCode($0) }, measure: "", kind: .level, quote: 0..<1, confidence: confidence,
            rule: "")
    }

    @Test func eachFieldCountsOnWhatWasFound() throws {
        let gold = try article([
            ("12", #""value":12,"unit":"case_file","indicator":"a.b","kind":"level""#),
            ("98,4%", #""value":98.4,"unit":"case_file","indicator":null,"kind":"target""#),
            ("7", #""value":7,"unit":"item","indicator":"a.c","kind":"level""#),
        ])
        var score = EvaluationScore()
        let reading = Reading(
            text: Self.text,
            observations: [
                found("12", 12, "a.b"), found("98,4%", Decimal(string: "98.4") ?? 0, "a.b", confidence: 40),
                found("0", 0, nil),
            ], rejections: [])
        score.add(reading, gold) { _ in nil }
        #expect(score.all.gold == 3 && score.all.found == 2 && score.all.strict == 1)
        #expect(score.predicted == 3)
        #expect(abs(score.precision - 2.0 / 3) < 1e-9 && abs(score.detection - 2.0 / 3) < 1e-9)
        #expect(score.accuracy(of: .indicator) == 0.5 && score.accuracy(of: .kind) == 0.5)
        #expect(score.accuracy(of: .unit) == 1)
        #expect(score.areas["a"]?.gold == 2 && score.areas["(no indicator)"]?.found == 1)
        #expect(score.reliability[9].count == 2 && score.reliability[9].right == 1)
        #expect(
            score.mistakes.map(\.what) == [
                "missed: a.c", "wrong: indicator a.b for -; kind level for target", "invented: -, confidence 90",
            ])
        #expect(score.mistakes[0].quote.contains("[7]"))
    }

    @Test func anOptionalNumberIsNeitherRightNorWrong() throws {
        let start = Self.text.unicodeScalars.count { $0 != "\u{0}" } - 13
        let gold = try article([], negatives: #"[{"start":0,"end":\#(start),"value":0,"optional":true}]"#)
        var score = EvaluationScore()
        score.add(Reading(text: Self.text, observations: [found("0", 0, nil)], rejections: []), gold) { _ in nil }
        #expect(score.predicted == 0)
    }

    @Test(arguments: [
        ("{", "it is not JSON"), (#"{"id":"a","observations":[]}"#, "the member `text` is missing"),
        (
            #"{"id":"a","text":"x","observations":[{"start":0,"end":9,"value":1,"unit":"item","kind":"level"}]}"#,
            "outside the text"
        ),
    ])
    func aBrokenLineIsNamed(line: String, reason: String) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("gold-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("\n\(line)\n".utf8).write(to: file)
        let failure = #expect(throws: CommandFailure.self) { try GoldArticle.read(file.path) }
        #expect(failure?.message.contains("\(file.path):2:") == true)
        #expect(failure?.message.contains(reason) == true)
    }
}
