import Model
import VietnameseText

/// Puts words, quantities and masked stretches of a text into one sequence.
struct PassageBuilder {
    /// A stretch of the text that stands as one word: a quantity, or digits that mean nothing here.
    struct Span {
        let range: Range<Int>
        /// The position of the quantity, nil for a masked stretch.
        let figure: Int?
    }

    /// A capitalized word behind one of these names a place; which place does not tell what a number measures.
    private static let placeTypes: Set<String> = ["tỉnh", "huyện", "xã", "phường", "trấn", "phố", "quận", "khu"]

    let book: PhraseBook
    let folding: PhraseFolding

    /// The words of a text; spans are in order and do not overlap.
    func words(tokens: [Token], spans: [Span]) -> [Word] {
        var result: [Word] = []
        var next = 0
        for token in tokens {
            appendGap(before: token, to: &result)
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
            let text = isShort ? token.fold.text : Word.maskedText
            return Word(text: text, range: span.range, kind: .masked, symbol: book.symbol(of: text))
        }
        return Word(text: Word.numberText, range: span.range, kind: .number(figure))
    }

    private func append(_ token: Token, to result: inout [Word]) {
        switch token.kind {
        case .punctuation: result.append(Word(text: token.fold.text, range: token.range, kind: .mark))
        case .word, .number: appendWord(token, to: &result)
        }
    }

    private func appendWord(_ token: Token, to result: inout [Word]) {
        if token.isCapitalized, !token.isAllCapitals, token.gap == .space, let last = result.last,
            last.text == Word.placeText || PassageBuilder.placeTypes.contains(last.text)
        {
            if last.text != Word.placeText {
                result.append(Word(text: Word.placeText, range: token.range, kind: .syllable))
            }
            return
        }
        for syllable in folding.expanded(token.fold.text) {
            result.append(Word(text: syllable, range: token.range, kind: .syllable, symbol: book.symbol(of: syllable)))
        }
    }

    /// Line ends and tab stops stand between tokens; here they are words of their own.
    private func appendGap(before token: Token, to result: inout [Word]) {
        let place = token.range.lowerBound..<token.range.lowerBound
        switch token.gap {
        case .lineBreak where !result.isEmpty: result.append(Word(text: "¶", range: place, kind: .lineEnd))
        case .tab: result.append(Word(text: "|", range: place, kind: .cellEnd))
        default: break
        }
    }
}
