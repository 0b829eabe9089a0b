/// What the tokenizer must know of the letters of Latin scripts, in one look: the matching form and a few properties.
struct LetterTable: Sendable {
    struct Entry: Sendable {
        /// The letter in matching form, as UTF-8 from the lowest byte on; 0 where the table knows no letter.
        let folded: UInt32
        /// Bytes of `folded`.
        let length: UInt8
        let isUpper: Bool
        /// An a, e or y with a tone, which may have to move to the letter before.
        let movesTone: Bool
        let isY: Bool
    }

    static let standard = LetterTable()

    /// Letters up to U+024F, and those of Latin Extended Additional behind them.
    let entries: [Entry]
    static let first = 0x250
    private static let additional = 0x1E00..<0x1F00

    private init() {
        let scalars = Array(0..<UInt32(LetterTable.first)) + LetterTable.additional.map(UInt32.init)
        entries = scalars.map { value in
            Unicode.Scalar(value).flatMap(LetterTable.entry) ?? Entry(
                folded: 0, length: 0, isUpper: false, movesTone: false, isY: false)
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
            folded: folded, length: UInt8(bytes.count), isUpper: scalar.properties.isUppercase,
            movesTone: vowel.map { $0.tone > 0 && "aey".unicodeScalars.contains($0.base) } ?? false,
            isY: vowel?.base == "y")
    }
}
