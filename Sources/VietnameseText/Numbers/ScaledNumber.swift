import FoundationEssentials

/// A numeral with the scale words behind it: `3,2 triệu`, `2 tỷ 350 triệu`, `1 tỷ rưỡi`.
struct ScaledNumber: Sendable {
    var tokens: Range<Int>
    var value: Decimal
    /// The product of the scale words, 1 where there are none.
    var scale: Int64
    var numeral: Numeral
}

extension NumeralReader {
    /// A numeral and its scale; parts in descending order add up.
    func scaled(at index: Int) -> ScaledNumber? {
        guard let numeral = numeral(at: index) else { return nil }
        let (scale, end) = scale(from: numeral.tokens.upperBound)
        var result = ScaledNumber(
            tokens: index..<end, value: scale == 1 ? numeral.value : numeral.value * Decimal(scale), scale: scale,
            numeral: numeral)
        guard scale > 1 else { return result }
        if text.word(end) == "rưỡi" {
            result.value += Decimal(scale / 2)
            result.tokens = index..<end + 1
            return result
        }
        var last = scale
        while text.isSameCell(index, result.tokens.upperBound), let next = self.numeral(at: result.tokens.upperBound) {
            let (smaller, nextEnd) = self.scale(from: next.tokens.upperBound)
            guard smaller > 1, smaller < last else { break }
            result.value += next.value * Decimal(smaller)
            result.tokens = index..<nextEnd
            last = smaller
        }
        return result
    }

    /// The product of the scale words from a token on, and where they end.
    func scale(from start: Int) -> (Int64, Int) {
        var scale: Int64 = 1
        var index = start
        while let factor = SpelledNumber.scale(text.word(index)) ?? NumeralReader.short(text.word(index)),
            scale <= 1_000_000_000, text.isSameCell(index - 1, index)
        {
            if NumeralReader.short(text.word(index)) != nil && !text.isGlued(index) { break }
            scale *= factor
            index += 1
        }
        return (scale, index)
    }

    /// Short forms, only when they stand directly behind the digits.
    private static func short(_ word: FoldedWord) -> Int64? {
        switch word {
        case "tr": 1_000_000
        case "k": 1_000
        default: nil
        }
    }
}
