import FoundationEssentials

/// Reads a short phrase from left to right: the cell of a table, the field of a form.
struct PhraseReader {
    let text: TokenText
    let words: [FoldedWord]
    var position = 0

    init(_ source: String) {
        text = Tokenizer.read(source).tokens
        words = text.tokens.map(\.fold)
    }

    var isAtEnd: Bool { position >= words.count }

    /// The word so many places on, empty outside the phrase.
    func word(_ offset: Int = 0) -> FoldedWord { text.word(position + offset) }

    /// Steps over the first of these phrases that stands here; whether one does.
    mutating func skip(_ phrases: [[FoldedWord]]) -> Bool {
        guard let found = phrases.first(where: { words[min(position, words.count)...].starts(with: $0) }) else {
            return false
        }
        position += found.count
        return true
    }

    /// Steps over full stops and the like at the end of a phrase.
    mutating func skipStops() {
        while [".", ",", ";", "!", "?"].contains(word()) { position += 1 }
    }
}

extension PhraseReader {
    /// A number in digits or words with its sign, decimals and scale.
    mutating func number() -> Decimal? {
        let start = position
        let isNegative = skip([["âm"], ["trừ"], ["-"]])
        guard let value = magnitude() else {
            position = start
            return nil
        }
        return isNegative ? -value : value
    }

    private mutating func magnitude() -> Decimal? {
        let numerals = NumeralReader(text: text)
        var value: Decimal
        if let scaled = numerals.scaled(at: position) {
            value = scaled.value
            position = scaled.tokens.upperBound
        } else if let spelled = SpelledNumber.read(words[min(position, words.count)...])
            ?? SpelledNumber.colloquial(words[min(position, words.count)...])
        {
            value = spelled.value
            position += spelled.count
        } else {
            return nil
        }
        if let fraction = fraction() {
            value += fraction
            let (scale, end) = numerals.scale(from: position)
            value *= Decimal(scale)
            position = end
        }
        return value * shortScale()
    }

    /// `phẩy chín sáu`, `phẩy hai mươi lăm`, `phẩy 23`: what stands behind the decimal mark.
    private mutating func fraction() -> Decimal? {
        guard ["phẩy", "phảy", "chấm"].contains(word()) else { return nil }
        var next = position + 1
        var digits = ""
        if text.isNumber(next) {
            digits = text.word(next).text
            next += 1
        } else {
            while let digit = SpelledNumber.unitAfterTens(text.word(next)) {
                digits += "\(digit)"
                next += 1
            }
            if ["mươi", "trăm", "mười"].contains(text.word(next)) {
                let rest = words[(position + 1)...].prefix { SpelledNumber.scale($0) == nil }
                guard let spelled = SpelledNumber.read(rest) else { return nil }
                digits = spelled.value.description
                next = position + 1 + spelled.count
            }
        }
        guard !digits.isEmpty, digits.utf8.count <= 18,
            let value = Int64(digits).map({ Decimal(mantissa: $0, fraction: digits.utf8.count) })
        else { return nil }
        position = next
        return value
    }

    /// `3M`, `1,2 Tr đồng`: short forms of scales, glued to the digits or before the currency.
    private mutating func shortScale() -> Decimal {
        guard position > 0, text.isNumber(position - 1), let scale = PhraseReader.shortScale(word()),
            text.isGlued(position) || ["đồng", "đ", "₫", "vnd", "vnđ"].contains(word(1))
        else { return 1 }
        position += 1
        return scale
    }

    private static func shortScale(_ word: FoldedWord) -> Decimal? {
        switch word {
        case "k", "n": 1_000
        case "tr", "m": 1_000_000
        case "t", "g": 1_000_000_000
        default: nil
        }
    }
}
