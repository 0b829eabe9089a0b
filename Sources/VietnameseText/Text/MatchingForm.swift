/// The form in which words are compared: lower case, one tone placement, one spelling of i and y, look-alikes unified.
///
/// For matching only: what is published is always the text itself. Spelling rules: tone on the first vowel of a final
/// oa, oe, uy (`hoà` → `hòa`, but `quý` stays); y after h, k, l, m, s, t at the end becomes i (`tỷ` → `tỉ`).
public enum MatchingForm {
    /// The words of a phrase, folded as the words of a text are; punctuation and numbers are tokens of their own.
    public static func fold(_ text: String) -> [String] { words(text).map(\.text) }

    /// The same as words to compare with those of a text.
    static func words(_ text: String) -> [FoldedWord] { Tokenizer.words(of: text) }

    /// The looser form in which names of places are compared: a final y behind a consonant or u is an i (`Qui Nhơn`,
    /// `Vĩ Dạ`), an apostrophe is nothing (`M'Drắk`), and so is the zero in front of a number (`Phường 05`).
    @inline(__always)
    public static func name(_ token: Token) -> FoldedWord {
        let word = token.fold
        if token.kind == .number { return word.firstByte == 0x30 ? withoutZeros(word) : word }
        switch word.lastByte {
        case 0x79: return isVowelButU(before: word) ? word : word.endingInI
        // The last bytes of y with a tone; other letters have them, too.
        case 0xBD, 0xB3, 0xB5, 0xB7, 0xB9: return looseName(word)
        default: return token.isCapitalized && word.hasApostrophe ? looseName(word) : word
        }
    }

    /// Whether the letter in front of a final y is a vowel other than u, as in `tây`.
    private static func isVowelButU(before word: FoldedWord) -> Bool {
        let bytes = word.lastBytes
        switch bytes >> 8 & 0xFF {
        case 0x61, 0x65, 0x69, 0x6F, 0: return true
        case 0..<0x80: return false
        default: break
        }
        switch bytes >> 8 & 0xFFFF {
        // ù ú ũ đ, and the ends of ủ and ụ.
        case 0xC3B9, 0xC3BA, 0xC5A9, 0xC491, 0xBBA7, 0xBBA5: return false
        default: return true
        }
    }

    @inline(never)
    private static func withoutZeros(_ word: FoldedWord) -> FoldedWord {
        FoldedWord(String(word.text.drop { $0 == "0" }))
    }

    @inline(never)
    private static func looseName(_ word: FoldedWord) -> FoldedWord {
        let hasTonedY = word.lastBytes & 0xFFFF == 0xC3BD || word.lastBytes & 0xFFFF00 == 0xE1BB00
        guard hasTonedY || word.hasApostrophe else { return word }
        var letters = Array(word.text.unicodeScalars.filter { $0 != "'" })
        if letters.count > 1, let last = VietnameseLetters.vowel(letters[letters.count - 1]), last.base == "y" {
            let before = VietnameseLetters.vowel(letters[letters.count - 2])
            if before == nil || before?.base == "u" {
                letters[letters.count - 1] = VietnameseLetters.letter("i", tone: last.tone)
            }
        }
        return FoldedWord(letters)
    }

    /// One syllable or abbreviation in matching form; the letters must be in NFC.
    static func fold(word: [Unicode.Scalar]) -> FoldedWord {
        spelled(word.flatMap { Array(lookAlikes[$0, default: $0].properties.lowercaseMapping.unicodeScalars) })
    }

    /// The words of one consonant and y that are spelled with i, all of them: these are common.
    static let wordsInI = WordTable(
        "hklmst".unicodeScalars.flatMap { first in
            (0...5).map { tone in
                let letters = [first, VietnameseLetters.letter("y", tone: tone)]
                return (FoldedWord(letters), spelled(letters))
            }
        })

    /// The one spelling of a word in small letters.
    static func unified(_ word: FoldedWord) -> FoldedWord { spelled(Array(word.text.unicodeScalars)) }

    private static func spelled(_ letters: [Unicode.Scalar]) -> FoldedWord {
        var letters = letters
        unifyTone(&letters)
        unifyI(&letters)
        return FoldedWord(letters)
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
    /// Some letters in matching form.
    init(_ letters: [Unicode.Scalar]) {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        self.init(String(text))
    }

    /// A single mark.
    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        self = value < 0x80 ? FoldedWord(low: UInt64(value), high: 1 << 56) : FoldedWord(String(Character(scalar)))
    }
}
