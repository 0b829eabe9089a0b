import FoundationEssentials

/// A number in words, `hai mươi mốt`, `một trăm linh năm`, `hai triệu rưỡi`.
public enum SpelledNumber {
    /// Reads the longest number in words that begins at the first of these folded words: its value and how many words.
    ///
    /// Grammar: groups of hundreds, tens and units with the scales tỉ, triệu, nghìn in descending order; variants mốt,
    /// tư, lăm, nhăm, linh, lẻ, rưỡi, ngàn, vạn, chục, hăm are read; a missing last scale ("trăm hai") is the next lower.
    public static func read(_ words: [String]) -> (value: Decimal, count: Int)? {
        read(words.map { FoldedWord($0) }[...])
    }

    static func read(_ words: ArraySlice<FoldedWord>) -> (value: Decimal, count: Int)? {
        var reading = Reading(position: words.startIndex)
        while let next = group(words, behind: reading) {
            guard reading.take(next, words) else { break }
            if next.scale > 1, reading.position < words.endIndex, words[reading.position] == "rưỡi" {
                reading.section += Decimal(next.scale / 2)
                reading.position += 1
                break
            }
            if next.scale == 1 { break }
        }
        let count = reading.position - words.startIndex
        return count > 0 ? (reading.total + reading.section, count) : nil
    }

    /// What was read so far: billions that are closed, and the section behind them.
    private struct Reading {
        var position: Int
        var total = Decimal(0)
        var section = Decimal(0)
        var lastScale = Int64.max

        /// Adds a group; false when its scale does not fit behind what was read.
        ///
        /// A "tỉ" counts everything before it, as in "một nghìn hai trăm tỉ".
        mutating func take(_ group: Group, _ words: ArraySlice<FoldedWord>) -> Bool {
            if group.scale < lastScale {
                section += Decimal(group.value) * Decimal(group.scale)
            } else {
                let inner = group.scale / SpelledNumber.billion
                guard words[group.end - 1] == "tỉ", total == 0, inner >= 1, inner < lastScale,
                    lastScale < SpelledNumber.billion
                else { return false }
                total = (section + Decimal(group.value) * Decimal(inner)) * Decimal(SpelledNumber.billion)
                section = 0
            }
            lastScale = min(group.scale, SpelledNumber.billion)
            position = group.end
            return true
        }
    }

    /// Hundreds, tens and units with the scale words behind them.
    private struct Group {
        let value: Int64
        let scale: Int64
        let end: Int
    }

    private static let billion: Int64 = 1_000_000_000

    private static func group(_ words: ArraySlice<FoldedWord>, behind reading: Reading) -> Group? {
        var start = reading.position
        let isRest =
            reading.lastScale != .max && start < words.endIndex && (words[start] == "linh" || words[start] == "lẻ")
        if isRest { start += 1 }
        var found = group(words[start...])
        if found == nil, isRest, start < words.endIndex, let unit = Self.unit(words[start]) { found = (unit, 1) }
        guard let found else { return nil }
        var end = start + found.count
        var scale: Int64 = 1
        while end < words.endIndex, let factor = Self.scale(words[end]) {
            guard scale <= 1_000_000 else { return nil }
            scale *= factor
            end += 1
        }
        return Group(value: found.value, scale: scale, end: end)
    }

    /// Hundreds, tens and units.
    private static func group(_ words: ArraySlice<FoldedWord>) -> (value: Int64, count: Int)? {
        var value: Int64 = 0
        var position = words.startIndex
        func word(_ offset: Int = 0) -> FoldedWord {
            position + offset < words.endIndex ? words[position + offset] : ""
        }
        if let hundreds = digit(word()), word(1) == "trăm" {
            value = hundreds * 100
            position += 2
            if word() == "rưỡi" { return (value + 50, position + 1 - words.startIndex) }
            if word() == "linh" || word() == "lẻ" {
                guard let unit = Self.unit(word(1)) else { return (value, position - words.startIndex) }
                return (value + unit, position + 2 - words.startIndex)
            }
        }
        if let tens = tens(word(), word(1)) {
            value += tens.value
            position += tens.count
            if let unit = tens.value == 10 ? unitAfterTen(word()) : unitAfterTens(word()) {
                value += unit
                position += 1
            }
        } else if value > 0, let colloquial = Self.unit(word()), scale(word(1)) == nil {
            // "trăm hai" is a hundred and twenty: the missing scale is the next lower.
            value += colloquial * 10
            position += 1
        } else if value == 0, let unit = digit(word()) {
            value = unit
            position += 1
        }
        let count = position - words.startIndex
        return count > 0 ? (value, count) : nil
    }

    private static func tens(_ first: FoldedWord, _ second: FoldedWord) -> (value: Int64, count: Int)? {
        if first == "mười" { return (10, 1) }
        if first == "hăm" { return (20, 1) }
        if first == "băm" { return (30, 1) }
        if first == "chục" { return (10, 1) }
        guard let digit = digit(first), second == "mươi" || second == "chục" else { return nil }
        return (digit * 10, 2)
    }

    /// The digits in words.
    static func digit(_ word: FoldedWord) -> Int64? {
        switch word {
        case "không": 0
        case "một": 1
        case "hai": 2
        case "ba": 3
        case "bốn": 4
        case "năm": 5
        case "sáu": 6
        case "bảy", "bẩy": 7
        case "tám": 8
        case "chín": 9
        default: nil
        }
    }

    private static func unit(_ word: FoldedWord) -> Int64? { word == "tư" ? 4 : digit(word) }

    private static func unitAfterTen(_ word: FoldedWord) -> Int64? {
        word == "lăm" || word == "nhăm" ? 5 : digit(word)
    }

    static func unitAfterTens(_ word: FoldedWord) -> Int64? {
        switch word {
        case "mốt": 1
        case "tư": 4
        default: unitAfterTen(word)
        }
    }

    /// What people say without the one in front: `trăm rưỡi` (150), `nghìn tư` (1,400), `triệu hai` (1,200,000).
    static func colloquial(_ words: ArraySlice<FoldedWord>) -> (value: Decimal, count: Int)? {
        guard let first = words.first, let second = words.dropFirst().first,
            let scale = first == "trăm" ? 100 : scale(first)
        else { return nil }
        if second == "rưỡi" { return (Decimal(scale + scale / 2), 2) }
        return unit(second).flatMap { $0 > 0 ? (Decimal(scale + scale / 10 * $0), 2) : nil }
    }

    /// Whether a number in words may go on with a word behind its first digit.
    static func continues(_ word: FoldedWord) -> Bool {
        word.isAny("trăm", "mươi", "chục") || scale(word) != nil
    }

    static func scale(_ word: FoldedWord) -> Int64? {
        switch word {
        case "nghìn", "ngàn": 1_000
        case "vạn": 10_000
        case "triệu": 1_000_000
        case "tỉ": billion
        default: nil
        }
    }
}
