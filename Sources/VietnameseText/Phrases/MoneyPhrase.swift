import FoundationEssentials

/// An amount of money, a bound or a range of amounts, as a whole phrase states it.
public struct MoneyPhrase: Hashable, Sendable {
    public enum Kind: String, Sendable { case simple, between, under, above }

    public let kind: Kind
    /// The ISO 4217 code where the phrase settles it; a bare sign (`$`, `£`) or `cent` where several currencies share it.
    public let currency: String
    /// One amount, or both ends of a range.
    public let values: [Decimal]

    /// Reads `1,2 tỷ đồng`, `không quá 7.000 đồng`, `từ 1.000 đến 2.000 đồng`, `2 đô la và 23 xen`; nil for anything else.
    public static func read(_ phrase: String) -> MoneyPhrase? {
        var reader = PhraseReader(phrase)
        _ = reader.skip(approximations)
        _ = reader.skip(approximations)
        let kind: Kind? = reader.skip(below) ? .under : reader.skip(over) ? .above : nil
        let opener = reader.word()
        let isOpened = kind == nil && reader.skip([["giữa"], ["từ"]])
        guard let first = reader.amount() else { return nil }
        if kind == nil, reader.skip(opener == "giữa" ? [["và"], ["đến"]] : [["đến"], ["tới"], ["-"], ["–"]]) {
            guard let second = reader.amount(), let currency = second.currency ?? first.currency,
                (first.currency ?? currency) == currency
            else { return nil }
            reader.skipStops()
            // "từ 20 đến 30 triệu": the scale rules both ends.
            let isShared = first.currency == nil && first.scale == 1 && first.value * second.scale < second.value
            let low = isShared ? first.value * second.scale : first.value
            return reader.isAtEnd
                ? MoneyPhrase(kind: .between, currency: currency, values: [low, second.value]) : nil
        }
        var end: Kind?
        if reader.skip([["trở", "xuống"]]) { end = .under } else if reader.skip([["trở", "lên"]]) { end = .above }
        reader.skipStops()
        guard reader.isAtEnd, !isOpened || end != nil, let currency = first.currency else { return nil }
        return MoneyPhrase(kind: end ?? kind ?? .simple, currency: currency, values: [first.value])
    }

    private static let approximations: [[FoldedWord]] = [
        ["khoảng", "chừng"], ["tầm", "khoảng"], ["khoảng"], ["chừng"], ["tầm"], ["xấp", "xỉ"], ["gần"], ["ước"],
    ]
    private static let below: [[FoldedWord]] = [
        ["dưới"], ["ít", "hơn"], ["kém", "hơn"], ["thấp", "hơn"], ["nhỏ", "hơn"], ["không", "tới"], ["không", "đến"],
        ["chưa", "tới"], ["chưa", "đến"], ["không", "cao", "hơn"], ["không", "nhiều", "hơn"], ["không", "hơn"],
        ["không", "quá"], ["không", "vượt", "quá"], ["tối", "đa"], ["nhiều", "nhất"],
    ]
    private static let over: [[FoldedWord]] = [
        ["không", "ít", "hơn"], ["không", "dưới"], ["không", "thấp", "hơn"], ["không", "kém"], ["nhiều", "hơn"],
        ["cao", "hơn"], ["lớn", "hơn"], ["ít", "nhất"], ["tối", "thiểu"], ["trên"], ["hơn"], ["quá"],
    ]
}

extension PhraseReader {
    /// A number with its currency before or behind it, and hundredths behind that.
    fileprivate mutating func amount() -> (value: Decimal, currency: String?, scale: Decimal)? {
        var currency = currency()
        if currency != nil, word() == "." { position += 1 }
        guard var value = number() else { return nil }
        let scale = scale(endingAt: position)
        if currency == nil { currency = self.currency() }
        if let currency, currency != "VND", let hundredths = hundredths() {
            value += Decimal(sign: .plus, exponent: -2, significand: hundredths)
        }
        return (value, currency, scale)
    }

    /// The product of the scale words right before a place.
    private func scale(endingAt end: Int) -> Decimal {
        words[..<end].reversed().prefix { SpelledNumber.scale($0) != nil }.reduce(1) { product, word in
            product * Decimal(SpelledNumber.scale(word) ?? 1)
        }
    }

    /// `và 23 xen`, or digits alone at the end, as in "hai đô 23".
    private mutating func hundredths() -> Decimal? {
        let start = position
        let isJoined = skip([["và"]])
        if let value = number(), value > 0, value < 100,
            skip([["xen"], ["xu"], ["cent"], ["cents"]]) || (!isJoined && isAtEnd)
        {
            return value
        }
        position = start
        return nil
    }

    private mutating func currency() -> String? {
        for (words, code) in Self.currencies where skip([words]) { return code }
        return nil
    }

    /// The longer names first.
    private static let currencies: [([FoldedWord], String)] = [
        (["đồng", "việt", "nam"], "VND"), (["vn", "$"], "VND"), (["vnd"], "VND"), (["vnđ"], "VND"), (["đồng"], "VND"),
        (["đ"], "VND"), (["₫"], "VND"), (["us", "$"], "$"), (["đô", "la", "mĩ"], "$"), (["đô", "la"], "$"),
        (["đô", "mĩ"], "$"), (["đô"], "$"), (["$"], "$"), (["usd"], "USD"), (["euros"], "EUR"), (["euro"], "EUR"),
        (["eur"], "EUR"), (["ơ", "rô"], "EUR"), (["€"], "EUR"), (["rupees"], "INR"), (["rupee"], "INR"),
        (["inr"], "INR"),
        (["rs"], "INR"), (["₹"], "INR"), (["pounds"], "£"), (["pound"], "£"), (["bảng", "anh"], "GBP"), (["bảng"], "£"),
        (["£"], "£"), (["gbp"], "GBP"), (["aed"], "AED"), (["dirham"], "AED"), (["yên"], "JPY"),
        (["jpy"], "JPY"), (["¥"], "¥"), (["nhân", "dân", "tệ"], "CNY"), (["tệ"], "CNY"), (["cny"], "CNY"),
        (["won"], "KRW"), (["krw"], "KRW"), (["₩"], "KRW"), (["xen"], "cent"), (["xu"], "cent"), (["cent"], "cent"),
        (["cents"], "cent"),
    ]
}
