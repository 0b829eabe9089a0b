import Datasets
import Foundation
import Model
import TestSupport
import Testing

@Suite struct CellSafetyTests {
    private func csv(_ names: [String]) throws -> [String] {
        let folder = try TemporaryFolder()
        try DatasetFolder(folder.path).write(name: "s", formats: [.csv], columns: Sample.columns) { sink in
            for name in names { try sink(Sample(name: name)) }
        }
        return try CSVReader.records(folder.text("s.csv")).dropFirst().map { try #require($0.first) }
    }

    @Test(arguments: [
        "=1+1", "+84 123", "-5%", "@SUM(A1)", "\t=1", "\n=1", " =1", "'=1", "''@x", "\u{FEFF}=1", "\u{A0}-1",
        "\u{200F}=1", "=cmd|' /C calc'!A0", "＝1", "=HYPERLINK(\"http://a\",\"b\")",
    ])
    func formulaIsGuardedAndComesBack(_ text: String) throws {
        let cell = try #require(try csv([text]).first)
        #expect(cell == "'" + text)
        #expect(CSVReader.unguarded(cell) == text)
    }

    @Test(arguments: [
        "", "'", "''", "'quoted' word", "5-3", "a=b", "a, b", "\"", "\"\"", "a\nb", "007", " x ", "a|b", "tiếng Việt",
        "😀", "\u{202E}abc", String(repeating: "x,\"", count: 14_000),
    ])
    func harmlessTextIsKept(_ text: String) throws {
        #expect(try csv([text]) == [text])
    }

    @Test(arguments: [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\u{0}b", "a\u{FFFD}b"), ("\u{7F}", "\u{FFFD}")])
    func lineBreaksAndControlsTakeOneForm(_ text: String, _ expected: String) throws {
        #expect(try csv([text]) == [expected])
    }

    @Test func randomTextComesBackFromCSVAndJSON() throws {
        var generator = SeededGenerator(seed: 8)
        let alphabet: [Unicode.Scalar] = Array(
            "=+-@',\"|;\n\t ab19\\/{}[]ệđ＝\u{FEFF}\u{A0}\u{2028}\u{200F}😀".unicodeScalars)
        let texts = (0..<2_000).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<12, using: &generator) {
                text.append(alphabet.randomElement(using: &generator)!)
            }
            return String(text)
        }
        let read = try csv(texts).map(CSVReader.unguarded)
        #expect(zip(read, texts).allSatisfy { Array($0.utf8) == Array($1.utf8) })
        #expect(read.count == texts.count)

        var json = JSONWriter()
        json.array { array in texts.forEach { array.value($0) } }
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String])
        #expect(zip(parsed, texts).allSatisfy { Array($0.utf8) == Array($1.utf8) })
    }
}
