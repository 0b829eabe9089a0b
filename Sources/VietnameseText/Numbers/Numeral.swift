import FoundationEssentials

/// A number in digits as it stands in a text, before anybody knows what it counts.
struct Numeral: Sendable {
    /// The tokens from the first digit to the last, separators included.
    var tokens: Range<Int>
    var value: Decimal
    /// Written with a point as decimal mark or commas between groups.
    var isEnglish = false
    /// Both readings of the separator are possible.
    var isAmbiguous = false
    /// Digits with no separator at all.
    var isPlain: Bool { tokens.count == 1 }
    /// A fractional part, which a count of things cannot have.
    var hasFraction: Bool { !value.isWhole }
}

extension Decimal {
    /// An exact decimal: so many of the last digits of a number stand behind the decimal mark.
    init(mantissa: Int64, fraction: Int) {
        self =
            fraction == 0
            ? Decimal(mantissa) : Decimal(sign: .plus, exponent: -fraction, significand: Decimal(mantissa))
    }

    /// Whether there is nothing behind the decimal mark.
    var isWhole: Bool { exponent >= 0 || Decimal(wholePart) == self }

    private var wholePart: Int64 {
        var text = description
        if text.hasPrefix("-") { text.removeFirst() }
        return Int64(text.prefix { $0 != "." }) ?? 0
    }
}
