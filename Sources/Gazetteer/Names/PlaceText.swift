import VietnameseText

/// A text as the search for places reads it: its words with what stands between them, and its marks.
struct PlaceText {
    let bytes: [UInt8]
    let words: [PlaceWord]
    /// Where each line begins.
    let lines: [Int]
    /// In front of which offsets a tab stop stands.
    let tabs: [Int]
    /// Where brackets, semicolons and the marks that end sentences stand.
    let marks: [Int]

    init(_ text: TokenText) {
        bytes = text.bytes
        var words: [PlaceWord] = []
        var (lines, tabs, marks) = ([Int](), [Int](), [Int]())
        words.reserveCapacity(text.tokens.count)
        var gap = PlaceWord.Gap.line
        for token in text.tokens {
            switch token.gap {
            case .none: break
            case .space, .noBreakSpace: gap.widen(.space)
            case .lineBreak:
                gap = .line
                lines.append(token.range.lowerBound)
            case .tab:
                gap.widen(.space)
                tabs.append(token.range.lowerBound)
            }
            if token.kind == .punctuation {
                let kind = PlaceText.kind(of: token.fold)
                gap.widen(kind)
                if kind != .comma, kind != .dash, kind != .space { marks.append(token.range.lowerBound) }
            } else {
                words.append(PlaceWord(token, gap: gap))
                gap = .none
            }
        }
        self.words = words
        (self.lines, self.tabs, self.marks) = (lines, tabs, marks)
    }

    /// The words of a name.
    static func words(of name: String) -> [PlaceWord] { PlaceText(TokenText(name)).words }

    private static func kind(of mark: FoldedWord) -> PlaceWord.Gap {
        switch mark {
        case "%": .space
        case ".": .dot
        case ",": .comma
        case "(", "[": .openingBracket
        case ")", "]": .closingBracket
        case "-", "/": .dash
        default: .clause
        }
    }
}
