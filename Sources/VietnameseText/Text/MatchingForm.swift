/// The form in which words are compared: lower case, one tone placement, one spelling of i and y, look-alikes unified.
///
/// For matching only: what is published is always the text itself. Spelling rules: tone on the first vowel of a final
/// oa, oe, uy (`hoà` → `hòa`, but `quý` stays); y after h, k, l, m, s, t at the end becomes i (`tỷ` → `tỉ`).
public enum MatchingForm {
    /// The words of a phrase, folded as the words of a text are; punctuation and numbers are tokens of their own.
    public static func fold(_ text: String) -> [String] { words(text).map(\.text) }

    /// The same as words to compare with those of a text.
    static func words(_ text: String) -> [FoldedWord] { Tokenizer.words(of: text) }

    /// One syllable or abbreviation in matching form; the letters must be in NFC.
    static func fold(word: [Unicode.Scalar]) -> FoldedWord {
        spelled(word.flatMap { Array(lookAlikes[$0, default: $0].properties.lowercaseMapping.unicodeScalars) })
    }

    /// The one spelling of a word in small letters.
    static func unified(_ word: FoldedWord) -> FoldedWord { spelled(Array(word.text.unicodeScalars)) }

    private static func spelled(_ letters: [Unicode.Scalar]) -> FoldedWord {
        var letters = letters
        unifyTone(&letters)
        unifyI(&letters)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return FoldedWord(String(text))
    }

    /// Moves the tone of a final oa, oe or uy from the second vowel to the first.
    private static func unifyTone(_ letters: inout [Unicode.Scalar]) {
        guard letters.count >= 2, let last = VietnameseLetters.vowel(letters[letters.count - 1]), last.tone > 0 else {
            return
        }
        let glide = letters[letters.count - 2]
        let isOld = (glide == "o" && (last.base == "a" || last.base == "e")) || (glide == "u" && last.base == "y")
        guard isOld, letters.first != "q" else { return }
        letters[letters.count - 2] = VietnameseLetters.letter(glide, tone: last.tone)
        letters[letters.count - 1] = last.base
    }

    /// `kỹ` and `kĩ`, `tỷ` and `tỉ` are the same words.
    private static func unifyI(_ letters: inout [Unicode.Scalar]) {
        guard letters.count == 2, "hklmst".unicodeScalars.contains(letters[0]),
            let vowel = VietnameseLetters.vowel(letters[1]), vowel.base == "y"
        else { return }
        letters[1] = VietnameseLetters.letter("i", tone: vowel.tone)
    }

    /// Icelandic and African D, which fonts draw like the Vietnamese one; apostrophes of highland names.
    static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{D0}": "\u{110}", "\u{F0}": "\u{111}", "\u{189}": "\u{110}", "\u{256}": "\u{111}", "\u{2019}": "'",
        "\u{2018}": "'", "\u{2BC}": "'", "\u{B4}": "'", "\u{60}": "'",
    ]
}

extension FoldedWord {
    /// A single mark.
    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        self = value < 0x80 ? FoldedWord(low: UInt64(value), high: 1 << 56) : FoldedWord(String(Character(scalar)))
    }
}
