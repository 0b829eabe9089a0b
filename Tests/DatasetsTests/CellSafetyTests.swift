import Datasets
import Foundation
import Model
import TestSupport
import Testing

@Suite struct CellSafetyTests {
    private func csv(_ names: [String], _ format: DatasetFormat = .csv) throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.export(names.map { Sample(name: $0) }, [format])
        let isForExcel = format == .excelVI
        let text = try folder.text("sample\(format.suffix)")
        return try CSVReader.records(text, separator: isForExcel ? 0x3B : 0x2C).dropFirst().map {
            try #require($0.first)
        }
    }

    /// What spreadsheets run or trip over: formulas, DDE, separators, quotes, control characters, marks of direction.
    static let nasty = [
        "=1+1", "+84 123", "-5%", "@SUM(A1)", "\t=1", "\n=1", "\r=1", " =1", "'=1", "''@x", "\u{FEFF}=1", "\u{A0}-1",
        "\u{200F}=1", "\u{200B}+1", "\u{2060}@a", "=cmd|' /C calc'!A0", "＝1", "＋1", "－1", "＠a",
        "=HYPERLINK(\"http://a\",\"b\")", "=IMPORTXML(\"http://a\",\"//a\")", "=DDE(\"cmd\";\"/C calc\";\"x\")",
        "@=1", "-1+1|cmd", "=\"a\"&\"b\"", "+1;+2", "=1,2", "-", "=", "'", "''", "'quoted' word", "5-3", "a=b", "a, b",
        "a; b", "\"", "\"\"", "\"a\";\"b\"", "a\nb", "a\r\nb", "a\rb", "a\u{0}b", "\u{7F}", "\u{1}", "\u{85}", "007",
        "0", "1E5", "2024-05", "1/3", "98,5", "12.285", "1234567890123456", " x ", "a|b", "tiếng Việt", "😀",
        "\u{202E}abc", "\u{200F}abc", "\u{FEFF}abc", "a\u{2028}b", "\u{D7FF}\u{E000}\u{FFFD}", "_x0041_",
        String(repeating: "x,\";", count: 10_000),
    ]

    /// What a reader gets: line breaks in one form, no control characters.
    private func readable(_ text: String, lineBreak: String = "\n") -> String {
        let oneForm = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\n", with: lineBreak)
        return String(
            String.UnicodeScalarView(
                oneForm.unicodeScalars.map {
                    ($0.value < 0x20 && $0 != "\t" && $0 != "\n") || $0.value == 0x7F ? "\u{FFFD}" : $0
                }))
    }

    private func isRisky(_ cell: String) -> Bool {
        cell.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    }

    @Test func nastyCellsAreHarmlessInCSVAndComeBack() throws {
        let cells = try csv(Self.nasty)
        #expect(cells.count == Self.nasty.count)
        for (cell, text) in zip(cells, Self.nasty) {
            #expect(!isRisky(cell), "\(text.debugDescription)")
            #expect(Array(CSVReader.unguarded(cell).utf8) == Array(readable(text).utf8), "\(text.debugDescription)")
        }
    }

    @Test func nastyCellsAreHarmlessInTheFileForExcel() throws {
        let cells = try csv(Self.nasty, .excelVI)
        for (cell, text) in zip(cells, Self.nasty) {
            #expect(!isRisky(cell), "\(text.debugDescription)")
            let back = cell.hasPrefix("'") && !text.hasPrefix("''") ? String(cell.dropFirst()) : cell
            let expected = readable(text, lineBreak: " ")
            #expect(back == expected || cell == expected || cell == "'" + expected, "\(text.debugDescription)")
        }
    }

    @Test func nastyCellsComeBackFromJSON() throws {
        let folder = try TemporaryFolder()
        try folder.export(Self.nasty.map { Sample(name: $0) }, [.json, .jsonl])
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(folder.bytes("sample.json"))) as? [[String: Any]])
        for (row, text) in zip(rows, Self.nasty) {
            #expect((row["name"] as? String).map { Array($0.utf8) } == Array(text.utf8), "\(text.debugDescription)")
        }
        let lines = try folder.text("sample.jsonl").utf8.split(separator: 0x0A)
        #expect(lines.count == Self.nasty.count)
        for (line, text) in zip(lines, Self.nasty) {
            let row = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
            #expect((row?["name"] as? String).map { Array($0.utf8) } == Array(text.utf8), "\(text.debugDescription)")
        }
    }

    /// A double click must not make numbers or days of codes and of numbers as printed.
    @Test(arguments: [
        ("007", "'007"), ("08869", "'08869"), ("2024-05", "'2024-05"), ("1/3", "'1/3"), ("98,5", "'98,5"),
        ("12.285", "'12.285"), ("1E5", "'1E5"), ("1234567890123456", "'1234567890123456"), ("26", "26"), ("0", "0"),
        ("P26", "P26"), ("D247", "D247"), ("16 xã", "16 xã"),
    ])
    func codesKeepTheirFormInTheFileForExcel(_ text: String, _ expected: String) throws {
        #expect(try csv([text], .excelVI) == [expected])
        #expect(try csv([text]) == [text])
    }

    @Test func randomTextComesBackFromCSVAndJSON() throws {
        var generator = SeededGenerator(seed: 8)
        let alphabet: [Unicode.Scalar] = Array(
            "=+-@',\"|;\n\t ab19\\/{}[]ệđ＝\u{FEFF}\u{A0}\u{2028}\u{200F}😀".unicodeScalars)
        let texts = (0..<2_000).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<40, using: &generator) {
                text.append(alphabet.randomElement(using: &generator)!)
            }
            return String(text)
        }
        let read = try csv(texts).map(CSVReader.unguarded)
        #expect(zip(read, texts).allSatisfy { Array($0.utf8) == Array($1.utf8) })
        #expect(read.count == texts.count)

        let folder = try TemporaryFolder()
        try folder.export(texts.map { Sample(name: $0) }, [.json])
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(folder.bytes("sample.json"))) as? [[String: Any]])
        // An empty cell is null.
        #expect(zip(rows, texts).allSatisfy { Array(($0["name"] as? String ?? "").utf8) == Array($1.utf8) })
    }
}
