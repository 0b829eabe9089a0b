import Model

/// One word of an article as the matcher sees it: a folded syllable, a mark, or a stretch that counts as one thing.
struct Word: Sendable {
    enum Kind: Equatable, Sendable {
        case syllable
        case mark
        /// The quantity of that position in the passage.
        case number(Int)
        /// A date, a period, a legal number, a name with a number: one thing whose digits mean nothing here.
        case masked
        /// The end of a line.
        case lineEnd
        /// The end of a table cell.
        case cellEnd
    }

    /// Lower case, one tone placement, abbreviations written out.
    let text: String
    /// UTF-8 offsets in the article's text; words of one abbreviation share its range.
    let range: Range<Int>
    let kind: Kind
    /// The word's number in the phrase book, or -1 where no phrase has it.
    var symbol: Int32 = -1

    /// Stands for any number, for any masked stretch, and for the name of any place.
    static let numberText = "<n>"
    static let maskedText = "<d>"
    static let placeText = "<p>"

    var isNumber: Bool { if case .number = kind { true } else { false } }
    var endsLine: Bool { kind == .lineEnd }
}
