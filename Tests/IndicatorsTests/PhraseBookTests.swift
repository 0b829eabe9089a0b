import FoundationEssentials
import Model
import Testing

@testable import Indicators

@Suite("Phrases of the catalogue in a text")
struct PhraseBookTests {
    private static let folding = PhraseFolding(
        abbreviations: [Abbreviation(short: "TTHC", full: "thủ tục hành chính")]
    ) { $0.lowercased().split(separator: " ").map(String.init) }

    private static func indicator(_ code: String, _ aliases: [String]) -> Indicator {
        Indicator(
            code: IndicatorCode(code), nameVietnamese: code, nameEnglish: code, area: .adminProcedures, unit: "x",
            unitEnglish: "x", valueType: .count, bounds: 0...10, aliases: aliases)
    }

    /// Words parted by spaces; `#` stands for the number.
    private static func words(_ text: String, _ book: PhraseBook) -> [Word] {
        text.split(separator: " ").flatMap { piece -> [Word] in
            if piece == "#" { return [Word(text: Word.numberText, range: 0..<1, kind: .number(0))] }
            if piece == "," { return [Word(text: ",", range: 0..<1, kind: .mark)] }
            return folding.expanded(piece.lowercased()).map {
                Word(text: $0, range: 0..<1, kind: .syllable, symbol: book.symbol(of: $0))
            }
        }
    }

    private static let book = PhraseBook(
        indicators: [indicator("a.x", ["tiếp nhận hồ sơ", "nhận hồ sơ"]), indicator("b.x", ["công bố TTHC"])],
        folding: folding)

    @Test(
        "A number and its approximation words may stand inside a phrase",
        arguments: [
            ("đã tiếp nhận # hồ sơ", [3, 4]), ("tiếp nhận hơn # hồ sơ", [3, 4]), ("tiếp nhận , # hồ sơ", [3, 4]),
            ("tiếp nhận của # hồ sơ", []), ("tiếp nhận # lá đơn", []),
        ])
    func around(text: String, lengths: [Int]) throws {
        let words = Self.words(text, Self.book)
        let scanner = PhraseScanner(book: Self.book, words: words)
        let number = try #require(words.firstIndex { $0.isNumber })
        #expect(scanner.hits(around: number, in: words.indices).map(\.entry.length).sorted() == lengths)
    }

    @Test("An abbreviation is the same as its words")
    func abbreviation() {
        for text in ["công bố thủ tục hành chính", "công bố TTHC"] {
            let words = Self.words(text, Self.book)
            let hits = PhraseScanner(book: Self.book, words: words).hits(in: words.indices)
            #expect(hits.map(\.entry.indicator) == [1])
        }
    }
}
