/// Tokens with the questions that scanners ask of them: which words stand here, what stands before.
struct TokenText: Sendable {
    let bytes: [UInt8]
    let tokens: [Token]

    /// Tokens of a table's row that are looked back through for the columns before a cell.
    static let longestRow = 1_000

    var count: Int { tokens.count }

    /// The folded word at a place, empty outside the text.
    func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].fold : "" }

    func isNumber(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .number }

    /// Whether a token stands directly behind the one before, without space.
    func isGlued(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].gap == .none }

    /// Whether a token begins a line, or the text is over there.
    func isLineStart(_ index: Int) -> Bool { !tokens.indices.contains(index) || tokens[index].gap == .lineBreak }

    /// Whether two tokens stand in one cell: no line end and no tab stop between them.
    func isSameCell(_ left: Int, _ right: Int) -> Bool {
        guard left >= 0, right < tokens.count, left <= right else { return false }
        return tokens[(left + 1)..<(right + 1)].allSatisfy { $0.gap != .lineBreak && $0.gap != .tab }
    }

    /// Whether these words stand from a place on, in one line.
    func has(_ words: [String], at index: Int) -> Bool {
        guard index >= 0, index + words.count <= tokens.count else { return false }
        for offset in words.indices where tokens[index + offset].fold != words[offset] { return false }
        return isSameCell(index, index + words.count - 1)
    }

    /// Whether these words stand directly before a place.
    func has(_ words: [String], before index: Int) -> Bool {
        has(words, at: index - words.count) && isSameCell(index - words.count, index - 1)
    }

    /// The number that a run of digits is, where it is small enough.
    func integer(_ index: Int) -> Int? {
        guard isNumber(index), tokens[index].range.count <= 9 else { return nil }
        return Int(tokens[index].fold)
    }

    /// The text of some tokens as printed.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= tokens.count else { return "" }
        return slice(tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound)
    }

    func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
