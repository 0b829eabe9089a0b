import Model

/// Puts words, quantities and masked stretches of a text into one sequence.
struct PassageBuilder {
    /// A stretch of the text that stands as one word: a quantity, or digits that mean nothing here.
    struct Span {
        let range: Range<Int>
        /// The position of the quantity, nil for a masked stretch.
        let figure: Int?
    }

    /// A word or mark of the text, folded.
    struct Token {
        let text: String
        let range: Range<Int>
        let isMark: Bool
    }

    let book: PhraseBook
    let folding: PhraseFolding

    /// The words of a text; spans are in order and do not overlap.
    func words(tokens: [Token], spans: [Span]) -> [Word] {
        var result: [Word] = []
        var next = 0
        for token in tokens {
            while next < spans.count, spans[next].range.lowerBound < token.range.upperBound {
                result.append(word(for: spans[next], beginningWith: token))
                next += 1
            }
            if next > 0, spans[next - 1].range.upperBound > token.range.lowerBound { continue }
            append(token, to: &result)
        }
        return result
    }

    private func word(for span: Span, beginningWith token: Token) -> Word {
        guard let figure = span.figure else {
            // A short number in a name tells the name: "Đề án 06", "mức độ 4".
            let isShort = token.range == span.range && span.range.count <= 2
            return Word(text: isShort ? token.text : Word.maskedText, range: span.range, kind: .masked)
        }
        return Word(text: Word.numberText, range: span.range, kind: .number(figure))
    }

    private func append(_ token: Token, to result: inout [Word]) {
        if token.text == "\n" {
            result.append(Word(text: "¶", range: token.range, kind: .lineEnd))
        } else if token.text == "\t" {
            result.append(Word(text: "|", range: token.range, kind: .cellEnd))
        } else if token.isMark {
            result.append(Word(text: token.text, range: token.range, kind: .mark))
        } else {
            for syllable in folding.expanded(token.text) {
                result.append(
                    Word(text: syllable, range: token.range, kind: .syllable, symbol: book.symbol(of: syllable)))
            }
        }
    }
}
