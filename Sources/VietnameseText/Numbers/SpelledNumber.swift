import FoundationEssentials

/// A number in words, `hai mươi mốt`, `một trăm linh năm`, `hai triệu rưỡi`.
public enum SpelledNumber {
    /// Reads the longest number in words that begins at the first of these folded words: its value and how many words.
    ///
    /// Grammar: groups of hundreds, tens and units with the scales tỉ, triệu, nghìn in descending order; variants mốt,
    /// tư, lăm, nhăm, linh, lẻ, rưỡi, ngàn, vạn, chục, hăm are read; a missing last scale ("trăm hai") is the next lower.
    public static func read(_ words: ArraySlice<String>) -> (value: Decimal, count: Int)? {
        var total = Decimal(0)
        var position = words.startIndex
        var lastScale = Int64.max
        while let group = group(words[position...]) {
            var next = position + group.count
            var scale: Int64 = 1
            while next < words.endIndex, let factor = scales[words[next]], factor < lastScale || scale > 1 {
                guard scale <= 1_000_000 else { return nil }
                scale *= factor
                next += 1
            }
            guard scale < lastScale else { break }
            total += Decimal(group.value) * Decimal(scale)
            position = next
            lastScale = scale
            if scale > 1, position < words.endIndex, words[position] == "rưỡi" {
                total += Decimal(scale / 2)
                position += 1
                break
            }
            if scale == 1 { break }
        }
        let count = position - words.startIndex
        return count > 0 ? (total, count) : nil
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
