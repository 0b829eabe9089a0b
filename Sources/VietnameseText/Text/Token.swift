/// One syllable, number or mark of a text.
public struct Token: Sendable {
    public enum Kind: Sendable {
        /// Letters: a syllable, or an abbreviation such as `UBND`.
        case word
        /// A run of ASCII digits.
        case number
        /// Anything else that is no space, one character each.
        case punctuation
    }

    /// What stands between a token and the one before.
    public enum Gap: Sendable {
        case none
        case space
        /// A space that does not break lines: between digits, a mark of groups.
        case noBreakSpace
        case lineBreak
        /// A tab stop parts the cells of a table's row.
        case tab
    }

    /// UTF-8 offsets in the text.
    public let range: Range<Int>
    public let kind: Kind
    /// The matching form: words folded, dashes and quotation marks unified, digits as they are.
    public let fold: String
    /// The first letter is a capital.
    public let isCapitalized: Bool
    /// Every letter is a capital, and there are at least two.
    public let isAllCapitals: Bool
    public let gap: Gap

    /// Whether nothing stands between this token and the one before.
    public var isGlued: Bool { gap == .none }
}
