/// One sentence, list item, heading or row of a table.
public struct Sentence: Sendable {
    /// UTF-8 offsets in the text, from the first token to the last.
    public let range: Range<Int>
    public let tokens: Range<Int>
    /// The line of the text, from 0.
    public let paragraph: Int
    /// The line begins with a dash, a bullet or a plus sign.
    public let isListItem: Bool
}

/// Finds sentences: a line ends one, and so does a full stop that is not part of a number or an abbreviation.
enum SentenceSplitter {
    /// Tokens after which a sentence is cut, whatever it says: rules look through whole sentences.
    private static let longestSentence = 1_000

    static func sentences(of tokens: [Token]) -> [Sentence] {
        var result: [Sentence] = []
        var start = 0
        var paragraph = -1
        var lineStart = 0
        for index in tokens.indices {
            if tokens[index].gap == .lineBreak {
                if index > start { result.append(sentence(tokens, start..<index, paragraph, lineStart)) }
                start = index
                lineStart = index
                paragraph += 1
            } else if index > start,
                tokens[index - 1].kind == .punctuation && endsSentence(tokens, index - 1)
                    || index - start >= longestSentence
            {
                result.append(sentence(tokens, start..<index, paragraph, lineStart))
                start = index
            }
        }
        if start < tokens.count { result.append(sentence(tokens, start..<tokens.count, paragraph, lineStart)) }
        return result
    }

    /// Whether a sentence ends behind this token; the next one exists and stands in the same line.
    private static func endsSentence(_ tokens: [Token], _ index: Int) -> Bool {
        let next = tokens[index + 1]
        switch tokens[index].fold {
        case "!", "?", "…":
            return !next.isGlued && next.kind != .punctuation
        case "\"", "”", ")":
            // A closing mark goes with the sentence that it closes.
            guard index > 0, tokens[index - 1].fold.isAny(".", "!", "?", "…"), !next.isGlued else { return false }
            return next.isCapitalized || next.kind == .number
        case ".":
            guard !next.isGlued, index > 0 else { return false }
            if tokens[index - 1].kind == .word, isAbbreviation(tokens[index - 1]) { return false }
            return next.isCapitalized || next.kind == .number || next.fold.isAny("-", "\"", "+", "•", "(")
        case ";":
            return false
        default:
            return false
        }
    }

    /// `TP.`, `TX.`, `ThS.`, a single capital: the full stop behind them ends nothing.
    private static func isAbbreviation(_ token: Token) -> Bool {
        if token.isCapitalized && token.range.count == 1 { return true }
        return abbreviations.contains(token.fold) && (token.isCapitalized || token.fold == "tr")
    }

    private static let abbreviations: WordSet = [
        "tp", "tx", "tt", "ths", "ts", "gs", "pgs", "bs", "ks", "đ/c", "tr", "st", "mr", "ông", "ubnd",
    ]

    private static func sentence(
        _ tokens: [Token], _ range: Range<Int>, _ paragraph: Int, _ lineStart: Int
    ) -> Sentence {
        let first = tokens[lineStart]
        return Sentence(
            range: tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound,
            tokens: range, paragraph: max(0, paragraph),
            isListItem: first.kind == .punctuation && first.fold.isAny("-", "+", "•", "*", "·", "▪", "–"))
    }
}

extension AnnotatedText {
    /// The clauses of a sentence, as ranges of tokens: cut behind semicolons and colons, and in front of words that begin a
    /// new thought, such as `đồng thời`, `ngoài ra`, `trong khi đó`.
    public func clauses(of sentence: Sentence) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = sentence.tokens.lowerBound
        for index in sentence.tokens {
            if tokens[index].fold.isAny(";", ":") {
                result.append(start..<index + 1)
                start = index + 1
            } else if index > start, opensClause(at: index, before: sentence.tokens.upperBound) {
                result.append(start..<index)
                start = index
            }
        }
        if start < sentence.tokens.upperBound { result.append(start..<sentence.tokens.upperBound) }
        return result
    }

    private func opensClause(at index: Int, before end: Int) -> Bool {
        func word(_ offset: Int) -> FoldedWord { index + offset < end ? tokens[index + offset].fold : "" }
        switch word(0) {
        case "đồng": return word(1) == "thời"
        case "bên": return word(1) == "cạnh" && word(2) == "đó"
        case "ngoài": return word(1) == "ra"
        case "cùng": return word(1) == "với" && word(2) == "đó"
        case "trong": return word(1) == "khi"
        default: return false
        }
    }
}
