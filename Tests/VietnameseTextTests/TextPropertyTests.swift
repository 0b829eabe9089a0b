import Model
import Testing

@testable import VietnameseText

@Suite("What holds for every text")
struct TextPropertyTests {
    @Test("Each digit has one owner, a quantity or a masked number; ranges give the printed text", arguments: 0..<40)
    func covers(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        for _ in 0..<50 {
            let text = dice.text()
            let read = AnnotatedText(text, published: dice.date())
            #expect(problem(in: read) == nil, "\(text.debugDescription)")
            #expect(read.periods.count == read.quantities.count)
        }
    }

    @Test("Scale words without end do not overflow", arguments: ["triệu ", "tỷ ", "nghìn ", "rưỡi ", "trăm "])
    func overflow(word: String) {
        for number in ["9", "chín", "999.999.999.999.999", "9,99"] {
            let read = AnnotatedText(number + " " + String(repeating: word, count: 40) + "đồng", published: nil)
            #expect(problem(in: read) == nil)
        }
    }

    @Test("Reading is a function of the text alone")
    func deterministic() {
        var dice = Dice(state: 7)
        let text = (0..<30).map { _ in dice.text() }.joined(separator: "\n")
        let day = CivilDate(year: 2024, month: 5, day: 16)
        let first = AnnotatedText(text, published: day)
        let second = AnnotatedText(text, published: day)
        #expect(first.quantities.map(\.range) == second.quantities.map(\.range))
        #expect(first.masked.map(\.reason) == second.masked.map(\.reason))
        #expect(first.periods == second.periods)
    }

    private func problem(in read: AnnotatedText) -> String? {
        var owners = [Int](repeating: 0, count: read.bytes.count)
        for quantity in read.quantities {
            guard String(decoding: read.bytes[quantity.range], as: UTF8.self) == quantity.valueText else {
                return "text differs at \(quantity.range)"
            }
            for index in quantity.range { owners[index] += 1 }
        }
        for mask in read.masked { for index in mask.range { owners[index] += 1 } }
        for (index, byte) in read.bytes.enumerated() {
            let isDigit = (0x30...0x39).contains(byte)
            if owners[index] > 1 { return "byte \(index) has two owners" }
            if isDigit && owners[index] == 0 { return "digit \(index) has no owner" }
        }
        return nil
    }
}

/// Texts of words, digits and marks that rules look for, thrown together, and of any characters.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    mutating func date() -> CivilDate? {
        next() % 4 == 0 ? nil : CivilDate(year: 2024, month: Int(next() % 12) + 1, day: Int(next() % 28) + 1)
    }

    mutating func text() -> String {
        if next() % 4 == 0 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<next() % 60 {
                if let scalar = Unicode.Scalar(UInt32(next() % 0x1_1000)) { scalars.append(scalar) }
            }
            return String(scalars)
        }
        var text = ""
        for _ in 0..<next() % 40 + 1 {
            text += Dice.pieces[Int(next() % UInt64(Dice.pieces.count))]
            if next() % 2 == 0 { text += " " }
        }
        return text
    }

    private static let pieces = [
        "%", "/", "-", "–", ".", ",", ";", "\n", "\t", "\u{A0}", "(", ")", "0", "1", "12", "007", "2024", "31/12/2023",
        "99999999999999999999", "1.234", "98,4%", "tỷ", "triệu", "năm", "tháng", "quý", "từ", "đến", "lên", "thứ",
        "rưỡi", "hai", "mươi", "mốt", "trăm", "linh", "gấp", "giảm", "tăng", "điểm", "xã", "số", "NQ-CP", "toàn bộ",
        "\u{301}", "\u{200B}", "🇻🇳", "３", "²", "ngày", "16.5", "T5", "Q1", "cùng kỳ", "so với", "hết", "trước",
        "đến nay", "hiện", "Điều", "khóa", "hồ sơ", "đạt", "được", "phần", "một", "trong", "giai đoạn", "nhiệm kỳ",
    ]
}
