/// A text cut into tokens, with the questions that scanners ask of them: which words stand here, what stands before.
public struct TokenText: Sendable {
    /// The text in NFC, as UTF-8.
    public let bytes: [UInt8]
    public let tokens: [Token]

    init(bytes: [UInt8], tokens: [Token]) {
        self.bytes = bytes
        self.tokens = tokens
    }

    /// Cuts a text.
    public init(_ source: String) { self = Tokenizer.read(source).tokens }

    /// Tokens of a table's row that are looked back through for the columns before a cell.
    static let longestRow = 1_000

    var count: Int { tokens.count }

    /// The folded word at a place, empty outside the text.
    @inline(__always)
    func word(_ index: Int) -> FoldedWord { index >= 0 && index < tokens.count ? tokens[index].fold : "" }

    @inline(__always)
    func isNumber(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .number }

    /// Whether a token stands directly behind the one before, without space.
    @inline(__always)
    func isGlued(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].gap == .none }

    /// Whether a token begins a line, or the text is over there.
    @inline(__always)
    func isLineStart(_ index: Int) -> Bool {
        index < 0 || index >= tokens.count || tokens[index].gap == .lineBreak
    }

    /// Whether two tokens stand in one cell: no line end and no tab stop between them.
    @inline(__always)
    func isSameCell(_ left: Int, _ right: Int) -> Bool {
        guard left >= 0, right < tokens.count, left <= right else { return false }
        var index = left + 1
        while index <= right {
            if tokens[index].gap == .lineBreak || tokens[index].gap == .tab { return false }
            index += 1
        }
        return true
    }

    /// Whether these words stand from a place on, in one line.
    @inline(__always)
    func has(_ words: [FoldedWord], at index: Int) -> Bool {
        guard index >= 0, index + words.count <= tokens.count else { return false }
        for offset in words.indices where tokens[index + offset].fold != words[offset] { return false }
        return isSameCell(index, index + words.count - 1)
    }

    /// Whether these words stand directly before a place.
    @inline(__always)
    func has(_ words: [FoldedWord], before index: Int) -> Bool { has(words, at: index - words.count) }

    /// Whether two words stand from a place on, in one line.
    @inline(__always)
    func has(_ first: FoldedWord, _ second: FoldedWord, at index: Int) -> Bool {
        word(index) == first && word(index + 1) == second && isSameCell(index, index + 1)
    }

    @inline(__always)
    func has(_ first: FoldedWord, _ second: FoldedWord, _ third: FoldedWord, at index: Int) -> Bool {
        has(first, second, at: index) && word(index + 2) == third && isSameCell(index, index + 2)
    }

    @inline(__always)
    func has(_ first: FoldedWord, _ second: FoldedWord, _ third: FoldedWord, before index: Int) -> Bool {
        has(first, second, third, at: index - 3)
    }

    @inline(__always)
    func has(_ first: FoldedWord, _ second: FoldedWord, before index: Int) -> Bool {
        has(first, second, at: index - 2)
    }

    /// How many digits a number has.
    @inline(__always)
    func digits(_ index: Int) -> Int { isNumber(index) ? tokens[index].range.count : 0 }

    /// The number that a run of digits is, where it is small enough.
    @inline(__always)
    func integer(_ index: Int) -> Int? {
        guard isNumber(index), tokens[index].range.count <= 9 else { return nil }
        return tokens[index].range.reduce(0) { $0 &* 10 &+ Int(bytes[$1] &- 0x30) }
    }

    /// The text of some tokens as printed.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= tokens.count else { return "" }
        return slice(tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound)
    }

    func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
