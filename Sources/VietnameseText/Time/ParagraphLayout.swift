/// What kind of paragraph each sentence stands in, and where the columns of tables are headed.
struct ParagraphLayout: Sendable {
    enum Kind: Sendable {
        case plain
        /// Begins with a dash, bullet, number or letter of a list.
        case item
        /// A row of a table.
        case row
    }

    /// By paragraph number.
    private(set) var kinds: [Kind] = []
    /// By paragraph number: the first row of the table, as a range of tokens.
    private(set) var heads: [Range<Int>?] = []
    /// By paragraph number: the text ends with a colon, or announces with "như sau".
    private(set) var announces: [Bool] = []

    init(text: TokenText, sentences: [Sentence]) {
        var head: Range<Int>?
        var start = 0
        while start < sentences.count {
            var end = start + 1
            while end < sentences.count, sentences[end].paragraph == sentences[start].paragraph { end += 1 }
            let tokens = sentences[start].tokens.lowerBound..<sentences[end - 1].tokens.upperBound
            while kinds.count < sentences[start].paragraph { append(.plain, nil, false) }
            let kind = ParagraphLayout.kind(of: tokens, text)
            if kind != .row { head = nil } else if head == nil { head = tokens }
            append(kind, head, ParagraphLayout.announces(tokens, text))
            start = end
        }
    }

    private mutating func append(_ kind: Kind, _ head: Range<Int>?, _ announces: Bool) {
        kinds.append(kind)
        heads.append(head)
        self.announces.append(announces)
    }

    private static func kind(of tokens: Range<Int>, _ text: TokenText) -> Kind {
        if tokens.dropFirst().contains(where: { text.tokens[$0].gap == .tab }) { return .row }
        let first = text.word(tokens.lowerBound)
        if first.isAny("-", "+", "•", "*", "·", "▪", "●", "–") { return .item }
        guard tokens.count > 1 else { return .plain }
        let mark = text.word(tokens.lowerBound + 1)
        let isNumbered = mark.isAny(".", ")", "/") && text.isGlued(tokens.lowerBound + 1)
        let isShort =
            text.isNumber(tokens.lowerBound) ? first.count <= 2 : first.isSingleCharacter || isRoman(first)
        return isNumbered && isShort && !text.isGlued(tokens.lowerBound + 2) ? .item : .plain
    }

    private static func isRoman(_ word: FoldedWord) -> Bool {
        word.count <= 5 && word.bytes.allSatisfy { [0x69, 0x76, 0x78].contains($0) }
    }

    private static func announces(_ tokens: Range<Int>, _ text: TokenText) -> Bool {
        if text.word(tokens.upperBound - 1) == ":" { return true }
        return tokens.suffix(6).contains { text.has("như", "sau", at: $0) }
    }
}
