import FoundationEssentials
import TestSupport
import Testing

@testable import VietnameseText

struct PhraseTests {
    @Test(arguments: [
        ("một nghìn hai trăm tỷ", "1200000000000"), ("hai triệu ba trăm nghìn tỷ", "2300000000000000"),
        ("hai nghìn lẻ tư", "2004"), ("âm hai mươi mốt", "-21"), ("một phẩy hai mươi lăm triệu", "1250000"),
        ("2 tỷ 350 triệu", "2350000000"), ("-1.234,5", "-1234.5"), ("100K", "100000"), ("hai triệu rưỡi", "2500000"),
    ])
    func numbersAreRead(phrase: String, value: String) {
        #expect(NumberPhrase.read(phrase)?.description == value)
    }

    @Test(arguments: ["", "nghìn", "hai con gà", "một phẩy", "12 tháng", "-", "linh năm", "tỷ tỷ tỷ"])
    func whatIsNoNumberIsNotRead(phrase: String) {
        #expect(NumberPhrase.read(phrase) == nil)
    }

    @Test(arguments: [("thứ tư", 4), ("thứ nhì", 2), ("hạng 3", 3), ("thứ một trăm lẻ năm", 105), ("đầu tiên", 1)])
    func ordinalsAreRead(phrase: String, rank: Int) {
        #expect(NumberPhrase.ordinal(phrase) == rank)
    }

    @Test(arguments: [
        ("một giờ rưỡi", 5_400, 0), ("2h30", 9_000, 0), ("nửa ngày", 43_200, 0), ("mười năm", 0, 120),
        ("3 năm 6 tháng", 0, 42), ("1,5 giờ", 5_400, 0),
    ])
    func durationsAreRead(phrase: String, seconds: Int, months: Int) {
        #expect(DurationPhrase.read(phrase) == DurationPhrase(seconds: seconds, months: months))
    }

    @Test(arguments: [
        ("không quá 1,5 tỷ đồng", MoneyPhrase.Kind.under, "VND", ["1500000000"]),
        ("từ 20 triệu đến 30 triệu đồng", .between, "VND", ["20000000", "30000000"]),
        ("từ 5 triệu đồng trở lên", .above, "VND", ["5000000"]),
        ("3 đô la và 5 xen", .simple, "$", ["3.05"]),
    ])
    func moneyIsRead(phrase: String, kind: MoneyPhrase.Kind, currency: String, values: [String]) {
        let money = MoneyPhrase.read(phrase)
        #expect(money?.kind == kind)
        #expect(money?.currency == currency)
        #expect(money?.values.map(\.description) == values)
    }

    @Test func whatASpellerSpellsIsReadBack() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<100_000 {
            let digits = Int.random(in: 1...15, using: &generator)
            let limit = (0..<digits).reduce(1) { product, _ in product * 10 }
            let number = Int.random(in: 0...limit, using: &generator)
            let words = Speller(variant: Int.random(in: 0...7, using: &generator)).words(number)
            let read = SpelledNumber.read(words)
            guard read?.value == Decimal(number), read?.count == words.count else {
                Issue.record("\(number): \(words.joined(separator: " ")) is read as \(String(describing: read))")
                return
            }
        }
    }
}

/// Spells numbers in folded words; the bits of `variant` choose between lẻ and linh, tư and bốn, ngàn and nghìn.
private struct Speller {
    let variant: Int

    func words(_ number: Int) -> [String] {
        if number == 0 { return ["không"] }
        let (billions, rest) = (number / 1_000_000_000, number % 1_000_000_000)
        let high = billions > 0 ? section(billions, isFirst: true) + ["tỉ"] : []
        return high + section(rest, isFirst: billions == 0)
    }

    private func section(_ number: Int, isFirst: Bool) -> [String] {
        var words: [String] = []
        for (unit, name) in [(1_000_000, "triệu"), (1_000, variant & 4 > 0 ? "ngàn" : "nghìn"), (1, "")] {
            let group = number / unit % 1_000
            guard group > 0 else { continue }
            words += self.group(group, isFirst: isFirst && words.isEmpty) + (name.isEmpty ? [] : [name])
        }
        return words
    }

    private func group(_ number: Int, isFirst: Bool) -> [String] {
        let (hundreds, tens, units) = (number / 100, number / 10 % 10, number % 10)
        var words = hundreds > 0 || !isFirst ? [Self.digits[hundreds], "trăm"] : []
        if tens > 1 { words += [Self.digits[tens], "mươi"] } else if tens == 1 { words.append("mười") }
        guard units > 0 else { return words }
        if tens == 0, !words.isEmpty { words.append(variant & 1 > 0 ? "lẻ" : "linh") }
        switch (units, tens) {
        case (1, 2...): words.append("mốt")
        case (4, 2...) where variant & 2 > 0: words.append("tư")
        case (5, 1...): words.append("lăm")
        default: words.append(Self.digits[units])
        }
        return words
    }

    private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
}
