import FoundationEssentials

/// A number in words, `hai mươi mốt`, `một trăm linh năm`, `hai triệu rưỡi`.
public enum SpelledNumber {
    /// Reads the longest number in words that begins at the first of these folded words: its value and how many words.
    ///
    /// Grammar: groups of hundreds, tens and units with the scales tỉ, triệu, nghìn in descending order; variants mốt,
    /// tư, lăm, nhăm, linh, lẻ, rưỡi, ngàn, vạn, chục, hăm are read; a missing last scale ("trăm hai") is the next lower.
    public static func read(_ words: ArraySlice<String>) -> (value: Decimal, count: Int)? {
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
        mutating func take(_ group: Group, _ words: ArraySlice<String>) -> Bool {
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

    private static func group(_ words: ArraySlice<String>, behind reading: Reading) -> Group? {
        var start = reading.position
        let isRest =
            reading.lastScale != .max && start < words.endIndex && (words[start] == "linh" || words[start] == "lẻ")
        if isRest { start += 1 }
        var found = group(words[start...])
        if found == nil, isRest, start < words.endIndex, let unit = units[words[start]] { found = (unit, 1) }
        guard let found else { return nil }
        var end = start + found.count
        var scale: Int64 = 1
        while end < words.endIndex, let factor = scales[words[end]] {
            guard scale <= 1_000_000 else { return nil }
            scale *= factor
            end += 1
        }
        return Group(value: found.value, scale: scale, end: end)
    }

    /// Hundreds, tens and units.
    private static func group(_ words: ArraySlice<String>) -> (value: Int64, count: Int)? {
        var value: Int64 = 0
        var position = words.startIndex
        func word(_ offset: Int = 0) -> String {
            position + offset < words.endIndex ? words[position + offset] : ""
        }
        if let hundreds = digits[word()], word(1) == "trăm" {
            value = hundreds * 100
            position += 2
            if word() == "rưỡi" { return (value + 50, position + 1 - words.startIndex) }
            if word() == "linh" || word() == "lẻ" {
                guard let unit = units[word(1)] else { return (value, position - words.startIndex) }
                return (value + unit, position + 2 - words.startIndex)
            }
        }
        if let tens = tens(word(), word(1)) {
            value += tens.value
            position += tens.count
            if let unit = tens.value == 10 ? unitsAfterTen[word()] : unitsAfterTens[word()] {
                value += unit
                position += 1
            }
        } else if value > 0, let colloquial = units[word()], scales[word(1)] == nil {
            // "trăm hai" is a hundred and twenty: the missing scale is the next lower.
            value += colloquial * 10
            position += 1
        } else if value == 0, let unit = digits[word()] {
            value = unit
            position += 1
        }
        let count = position - words.startIndex
        return count > 0 ? (value, count) : nil
    }

    private static func tens(_ first: String, _ second: String) -> (value: Int64, count: Int)? {
        if first == "mười" { return (10, 1) }
        if first == "hăm" { return (20, 1) }
        if first == "chục" { return (10, 1) }
        guard let digit = digits[first], second == "mươi" || second == "chục" else { return nil }
        return (digit * 10, 2)
    }

    static let digits: [String: Int64] = [
        "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    ]
    private static let units = digits.merging(["tư": 4]) { first, _ in first }
    private static let unitsAfterTen = digits.merging(["lăm": 5, "nhăm": 5]) { first, _ in first }
    private static let unitsAfterTens = digits.merging(["mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5]) { first, _ in first }
    static let scales: [String: Int64] = [
        "nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000, "tỉ": 1_000_000_000,
    ]
}
