/// One syllable, number or mark of a text.
public struct Token: Sendable {
    public enum Kind: UInt8, Sendable {
        /// Letters: a syllable, or an abbreviation such as `UBND`.
        case word
        /// A run of ASCII digits.
        case number
        /// Anything else that is no space, one character each.
        case punctuation
    }

    /// What stands between a token and the one before.
    public enum Gap: UInt8, Sendable {
        case none
        case space
        /// A space that does not break lines: between digits, a mark of groups.
        case noBreakSpace
        case lineBreak
        /// A tab stop parts the cells of a table's row.
        case tab
    }

    /// The matching form: words folded, dashes and quotation marks unified, digits as they are.
    public let fold: FoldedWord
    private let start: UInt32
    private let end: UInt32
    public let kind: Kind
    public let gap: Gap
    let roles: WordRoles
    /// The first letter is a capital.
    public let isCapitalized: Bool
    /// Every letter is a capital, and there are at least two.
    public let isAllCapitals: Bool

    /// Texts end at four gigabytes.
    @inline(__always)
    init(
        range: Range<Int>, kind: Kind, fold: FoldedWord, isCapitalized: Bool, isAllCapitals: Bool, gap: Gap,
        roles: WordRoles
    ) {
        self.roles = roles
        self.fold = fold
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
        self.kind = kind
        self.gap = gap
        self.isCapitalized = isCapitalized
        self.isAllCapitals = isAllCapitals
    }

    /// UTF-8 offsets in the text.
    public var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }

    /// Whether nothing stands between this token and the one before.
    public var isGlued: Bool { gap == .none }
}
