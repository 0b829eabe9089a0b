import FoundationEssentials

/// A length of time: what has a fixed length in seconds, and months, which have none.
public struct DurationPhrase: Hashable, Sendable {
    public let seconds: Int
    public let months: Int

    /// The length that a whole phrase states: `90 phút`, `một giờ rưỡi`, `2h30`, `3 năm 6 tháng`.
    ///
    /// Nil also for fractions of a second or of a month.
    public static func read(_ phrase: String) -> DurationPhrase? {
        var reader = PhraseReader(phrase)
        var (seconds, months) = (Decimal(0), Decimal(0))
        var last: Unit?
        while !reader.isAtEnd {
            let isHalf = last == nil && reader.skip([["nửa"]])
            guard let count = isHalf ? Decimal(sign: .plus, exponent: -1, significand: 5) : reader.count() else {
                return nil
            }
            // "2h30", "1 giờ 30": the unit that is left out is the next smaller one.
            let isShort = reader.isAtEnd && last == Unit(seconds: 3_600)
            guard let unit = isShort ? Unit(seconds: 60) : units[reader.word()] else { return nil }
            reader.position += isShort ? 0 : 1
            var share = count
            if reader.skip([["rưỡi"]]) { share += Decimal(sign: .plus, exponent: -1, significand: 5) }
            seconds += share * Decimal(unit.seconds)
            months += share * Decimal(unit.months)
            last = unit
            _ = reader.skip([["và"], [","]])
        }
        guard last != nil, let wholeSeconds = Int(seconds.description), let wholeMonths = Int(months.description) else {
            return nil
        }
        return DurationPhrase(seconds: wholeSeconds, months: wholeMonths)
    }

    private struct Unit: Equatable {
        var seconds = 0
        var months = 0
    }

    private static let units: WordTable<Unit> = [
        "giây": Unit(seconds: 1), "s": Unit(seconds: 1), "phút": Unit(seconds: 60), "giờ": Unit(seconds: 3_600),
        "tiếng": Unit(seconds: 3_600), "h": Unit(seconds: 3_600), "g": Unit(seconds: 3_600),
        "ngày": Unit(seconds: 86_400), "tuần": Unit(seconds: 604_800), "tháng": Unit(months: 1),
        "quý": Unit(months: 3), "năm": Unit(months: 12),
    ]
}

extension PhraseReader {
    /// A number before a unit. "mười năm" is ten years, not fifteen, so a last "năm" is the unit when no other follows.
    fileprivate mutating func count() -> Decimal? {
        if text.isNumber(position) {
            // The point-and-scale reader would take the "g" of "2g30" for a billion.
            guard let numeral = NumeralReader(text: text).numeral(at: position) else { return nil }
            position = numeral.tokens.upperBound
            return numeral.value
        }
        if words.last == "năm", position < words.count - 1,
            let spelled = SpelledNumber.read(words[position..<words.count - 1]),
            position + spelled.count == words.count - 1
        {
            position += spelled.count
            return spelled.value
        }
        return number()
    }
}
