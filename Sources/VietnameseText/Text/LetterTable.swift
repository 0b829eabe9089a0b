/// What the tokenizer must know of the letters of Latin scripts, in one look: the matching form and a few properties.
struct LetterTable: Sendable {
    /// One letter in one machine word; all bits 0 where the table knows no letter.
    struct Entry: Sendable {
        fileprivate let bits: UInt64

        static let none = Entry(bits: 0)
        /// Any small letter that does nothing to the spelling.
        static let plain = Entry(bits: 1 << 32)
        /// A small y of ASCII.
        static let y = Entry(bits: 1 << 32 | 1 << 42)

        fileprivate init(bits: UInt64) { self.bits = bits }

        fileprivate init(folded: UInt32, length: Int, isUpper: Bool, movesTone: Bool, isY: Bool) {
            bits =
                UInt64(folded) | UInt64(length) << 32 | (isUpper ? 1 << 40 : 0) | (movesTone ? 1 << 41 : 0)
                | (isY ? 1 << 42 : 0)
        }

        @inline(__always) var exists: Bool { bits != 0 }
        /// The letter in matching form, as UTF-8 from the lowest byte on.
        @inline(__always) var folded: UInt64 { bits & 0xFFFF_FFFF }
        /// Bytes of `folded`.
        @inline(__always) var length: Int { Int(truncatingIfNeeded: bits >> 32 & 0xFF) }
        @inline(__always) var isUpper: Bool { bits & 1 << 40 != 0 }
        /// An a, e or y with a tone, which may have to move to the letter before.
        @inline(__always) var movesTone: Bool { bits & 1 << 41 != 0 }
        @inline(__always) var isY: Bool { bits & 1 << 42 != 0 }
    }

    static let standard = LetterTable()

    /// Letters up to U+024F, and those of Latin Extended Additional behind them.
    let entries: [Entry]
    static let first = 0x250
    private static let additional = 0x1E00..<0x1F00

    private init() {
        let scalars = Array(0..<UInt32(LetterTable.first)) + LetterTable.additional.map(UInt32.init)
        entries = scalars.map { value in
            Unicode.Scalar(value).flatMap(LetterTable.entry) ?? .none
        }
    }

    private static func entry(_ scalar: Unicode.Scalar) -> Entry? {
        guard Tokenizer.isLetter(scalar) else { return nil }
        let lower = (MatchingForm.lookAlikes[scalar] ?? scalar).properties.lowercaseMapping.unicodeScalars
        // A letter whose small form is two goes the long way.
        guard lower.count == 1, let letter = lower.first else { return nil }
        let vowel = VietnameseLetters.vowel(letter)
        let bytes = Array(UTF8.encode(letter) ?? UTF8.EncodedScalar())
        let folded = bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return Entry(
            folded: folded, length: bytes.count, isUpper: scalar.properties.isUppercase,
            movesTone: vowel.map { $0.tone > 0 && "aey".unicodeScalars.contains($0.base) } ?? false,
            isY: vowel?.base == "y")
    }
}
