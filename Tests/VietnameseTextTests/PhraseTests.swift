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
        ("từ 20 đến 30 triệu đồng", .between, "VND", ["20000000", "30000000"]),
        ("từ 900 nghìn đến 2 triệu đồng", .between, "VND", ["900000", "2000000"]),
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

    @Test func decimalsAreReadBackInEveryFormat() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<50_000 {
            let places = Int.random(in: 0...4, using: &generator)
            let whole =
                Int.random(in: 0...999_999_999_999, using: &generator) >> Int.random(in: 0...30, using: &generator)
            let fraction = (0..<places).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
            let written = DecimalFormat.allCases.randomElement(using: &generator) ?? .plain
            guard written.isClear(whole: whole, places: places) else { continue }
            let phrase = written.text(whole: whole, fraction: fraction)
            let expected = Decimal(string: fraction.isEmpty ? "\(whole)" : "\(whole).\(fraction)")
            guard NumberPhrase.read(phrase) == expected else {
                Issue.record("\(phrase) is read as \(NumberPhrase.read(phrase)?.description ?? "nothing")")
                return
            }
            // Three digits behind a lone comma are a group before "đồng": no coin is a thousandth.
            guard places < 3, let expected else { continue }
            let money = MoneyPhrase.read(phrase + " đồng")
            guard money?.values == [expected], money?.currency == "VND" else {
                Issue.record("\(phrase) đồng is read as \(String(describing: money))")
                return
            }
        }
    }

    @Test func amountsWithScalesAreReadBack() {
        var generator = SeededGenerator(seed: 8)
        let scales: [(String, Int)] = [
            ("nghìn", 1_000), ("ngàn", 1_000), ("triệu", 1_000_000), ("tỷ", 1_000_000_000), ("tỉ", 1_000_000_000),
            ("nghìn tỷ", 1_000_000_000_000),
        ]
        for _ in 0..<20_000 {
            let (word, scale) = scales[Int.random(in: scales.indices, using: &generator)]
            let tenths = Int.random(in: 11...9_999, using: &generator)
            let (whole, tenth) = (tenths / 10, tenths % 10)
            let number = DecimalFormat.vietnamese.text(whole: whole, fraction: tenth == 0 ? "" : "\(tenth)")
            let value = Decimal(tenths) * Decimal(scale) / 10
            for (phrase, kind) in [
                ("\(number) \(word) đồng", MoneyPhrase.Kind.simple), ("không quá \(number) \(word) đồng", .under),
                ("trên \(number) \(word) đồng", .above), ("\(number) \(word) VND", .simple),
            ] {
                let read = MoneyPhrase.read(phrase)
                guard read?.values == [value], read?.kind == kind, read?.currency == "VND" else {
                    Issue.record("\(phrase) is read as \(String(describing: read))")
                    return
                }
            }
        }
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

/// How a number is written: the marks between groups of three and before the decimals.
private enum DecimalFormat: CaseIterable {
    case vietnamese, english, plain, spaced

    /// Whether the form says for sure what it means: one group behind one mark may be a fraction.
    func isClear(whole: Int, places: Int) -> Bool {
        switch self {
        case .vietnamese: true
        case .english: whole >= 1_000_000 || (whole >= 1_000 && places > 0)
        case .plain: places != 3 || whole == 0 || whole >= 1_000
        case .spaced: whole >= 1_000
        }
    }

    func text(whole: Int, fraction: String) -> String {
        let group = self == .vietnamese ? "." : self == .english ? "," : self == .spaced ? "\u{A0}" : ""
        let mark = self == .english ? "." : ","
        var digits = "\(whole)"
        var groups: [String] = []
        while digits.count > 3, self != .plain {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        let head = ([digits] + groups).joined(separator: group)
        return fraction.isEmpty ? head : head + mark + fraction
    }
}
