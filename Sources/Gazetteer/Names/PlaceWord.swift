import VietnameseText

/// A word or number of a text, as names of places are compared with it.
struct PlaceWord {
    /// The word in the form in which names are compared.
    let hash: UInt64
    private let first: UInt32
    private let last: UInt32
    let isCapitalised: Bool
    let isNumber: Bool
    /// Two or more letters, all of them capitals: an abbreviation.
    let isAllCaps: Bool
    /// What stands between the word before and this one.
    let gap: Gap

    enum Gap: UInt8 {
        case none, space, dot, comma, openingBracket, closingBracket, dash, clause, line

        /// The widest of all that stands between two words counts.
        @inline(__always)
        mutating func widen(_ other: Gap) { if other.rawValue > rawValue { self = other } }
    }

    @inline(__always)
    init(_ token: Token, gap: Gap) {
        hash = MatchingForm.name(token).mixed
        first = UInt32(truncatingIfNeeded: token.range.lowerBound)
        last = UInt32(truncatingIfNeeded: token.range.upperBound)
        isCapitalised = token.isCapitalized
        isNumber = token.kind == .number
        isAllCaps = token.isAllCapitals
        self.gap = gap
    }

    /// UTF-8 offsets in the text.
    var start: Int { Int(first) }
    var end: Int { Int(last) }
}

/// A running hash over the words of a name. Two different names of the gazetteer never share a value (tested); a hostile
/// text can at worst make a word that is taken for a place.
struct NameHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ word: PlaceWord) {
        value = (value ^ word.hash) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 32
    }
}
