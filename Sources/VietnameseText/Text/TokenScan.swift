/// One walk over the bytes of a text: the common letters through a table, everything else by the rules of Unicode.
struct TokenScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let roles: WordTable<WordRoles>?
    private let letters: UnsafeBufferPointer<LetterTable.Entry>
    private(set) var tokens: [Token] = []
    /// Nothing was met that composing might change; see `isStable`.
    private(set) var isComposed = true
    private var position = 0
    private var gap = Token.Gap.lineBreak

    /// - Parameter roles: nil for phrases of rules, which have none.
    init(
        bytes: UnsafeBufferPointer<UInt8>, letters: UnsafeBufferPointer<LetterTable.Entry>,
        roles: WordTable<WordRoles>?
    ) {
        self.bytes = bytes
        self.letters = letters
        self.roles = roles
        tokens.reserveCapacity(bytes.count / 4)
    }

    mutating func run() {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x20 {
                widen(.space)
                position += 1
                continue
            }
            if letter(at: position).0.exists {
                word()
            } else if byte >= 0x30, byte <= 0x39 {
                number()
            } else {
                let (codePoint, length) = decode(position)
                rest(codePoint, length)
            }
        }
    }

    /// A space of another kind, a mark, or a letter that the table does not know.
    private mutating func rest(_ codePoint: UInt32, _ length: Int) {
        let scalar = Unicode.Scalar(codePoint) ?? Unicode.Scalar(bytes[position])
        if !TokenScan.isStable(codePoint) { isComposed = false }
        if let space = Tokenizer.gap(scalar) {
            widen(space)
            position += length
        } else if Tokenizer.isInvisible(scalar) {
            position += length
        } else if Tokenizer.isLetter(scalar) {
            unusualWord()
        } else {
            append(.punctuation, position..<position + length, FoldedWord(Tokenizer.unified(scalar)))
        }
    }

    private mutating func number() {
        var end = position + 1
        while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
        append(.number, position..<end, folded(position..<end))
    }

    private func folded(_ range: Range<Int>) -> FoldedWord {
        guard let start = bytes.baseAddress else { return "" }
        return FoldedWord(start: start + range.lowerBound, count: range.count)
    }

    /// Whether NFC (Unicode Standard Annex #15) leaves a character alone, whatever stands beside it: Latin letters that
    /// are composed, general punctuation, signs of currency. The table's letters all are of these.
    private static func isStable(_ codePoint: UInt32) -> Bool {
        codePoint < 0x300 || (0x1E00..<0x1F00).contains(codePoint) || (0x2002..<0x2100).contains(codePoint)
    }

    /// A word of letters that the table knows; one that is not so simple goes the long way.
    private mutating func word() {
        let limit = bytes.count
        var end = position
        /// The word in matching form so far, and its bytes.
        var folded: UInt128 = 0
        var count = 0
        var letterCount = 0
        var capitals = 0
        var last = LetterTable.Entry.none
        let isCapitalized = letter(at: end).0.isUpper
        while end < limit {
            let byte = bytes[end]
            if byte &- 0x61 < 26, count < FoldedWord.longest {
                // Most letters are small ones of ASCII.
                folded |= UInt128(byte) << UInt128(count * 8)
                last = byte == 0x79 ? .y : .plain
                count += 1
                end += 1
            } else {
                let (letter, length) = letter(at: end)
                guard letter.exists else {
                    // Spaces, full stops and digits end most words.
                    if byte > 0x39 || byte == 0x27, Tokenizer.mayContinue(scalar(at: end).0) { return unusualWord() }
                    break
                }
                guard count + letter.length <= FoldedWord.longest else { return unusualWord() }
                folded |= UInt128(letter.folded) << UInt128(count * 8)
                if letter.isUpper { capitals += 1 }
                last = letter
                count += letter.length
                end += length
            }
            letterCount += 1
        }
        var fold = FoldedWord(
            low: UInt64(truncatingIfNeeded: folded),
            high: UInt64(truncatingIfNeeded: folded >> 64) | UInt64(count) << 56)
        // Only a y behind one consonant can be an i, only a tone behind o or u can stand in the other place.
        if last.isY, letterCount == 2, let word = MatchingForm.wordsInI[fold] {
            fold = word
        } else if last.movesTone {
            let glide = fold.lastBytes >> UInt32(last.length * 8) & 0xFF
            if glide == 0x6F || glide == 0x75 { fold = MatchingForm.unified(fold) }
        }
        append(
            .word, position..<end, fold, isCapitalized: isCapitalized,
            isAllCapitals: capitals == letterCount && capitals > 1)
    }

    /// Letters of any script, with marks that did not compose and apostrophes between letters (`M'Drắk`).
    private mutating func unusualWord() {
        var letters: [Unicode.Scalar] = []
        var end = position
        var capitals = 0
        while end < bytes.count {
            let (scalar, length) = scalar(at: end)
            if !TokenScan.isStable(scalar.value) { isComposed = false }
            let isApostrophe =
                Tokenizer.isApostrophe(scalar) && !letters.isEmpty && end + length < bytes.count
                && Tokenizer.isLetter(self.scalar(at: end + length).0)
            if Tokenizer.isLetter(scalar) || scalar.properties.generalCategory == .nonspacingMark || isApostrophe {
                letters.append(scalar)
                if scalar.properties.isUppercase { capitals += 1 }
            } else if !Tokenizer.isInvisible(scalar) {
                break
            }
            end += length
        }
        append(
            .word, position..<end, MatchingForm.fold(word: letters),
            isCapitalized: letters.first?.properties.isUppercase ?? false,
            isAllCapitals: capitals == letters.count && capitals > 1)
    }

    @inline(__always)
    private mutating func append(
        _ kind: Token.Kind, _ range: Range<Int>, _ fold: FoldedWord, isCapitalized: Bool = false,
        isAllCapitals: Bool = false
    ) {
        tokens.append(
            Token(
                range: range, kind: kind, fold: fold, isCapitalized: isCapitalized, isAllCapitals: isAllCapitals,
                gap: gap, roles: kind == .word ? roles?[fold] ?? [] : []))
        position = range.upperBound
        gap = .none
    }

    /// The widest space of a gap tells its kind.
    @inline(__always)
    private mutating func widen(_ space: Token.Gap) {
        switch (gap, space) {
        case (.lineBreak, _), (_, .lineBreak): gap = .lineBreak
        case (.tab, _), (_, .tab): gap = .tab
        case (.space, _), (_, .space): gap = .space
        default: gap = space
        }
    }

    /// The letter at an offset and how many bytes it takes; `none` for anything that the table does not know as a letter.
    @inline(__always)
    private func letter(at offset: Int) -> (LetterTable.Entry, Int) {
        let first = bytes[offset]
        if first < 0x80 { return (letters[Int(first)], 1) }
        if first >= 0xC2, first < 0xC9, offset + 1 < bytes.count {
            return (letters[Int(first & 0x1F) << 6 | Int(bytes[offset + 1] & 0x3F)], 2)
        }
        if first == 0xE1, offset + 2 < bytes.count, bytes[offset + 1] & 0xFC == 0xB8 {
            let place = Int(bytes[offset + 1] & 0x03) << 6 | Int(bytes[offset + 2] & 0x3F)
            return (letters[LetterTable.first + place], 3)
        }
        return (.none, 1)
    }

    private func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
        let (codePoint, length) = decode(offset)
        return Unicode.Scalar(codePoint).map { ($0, length) } ?? (Unicode.Scalar(bytes[offset]), 1)
    }

    /// The code point at an offset; a byte that begins none stands for itself, so that nothing is lost or looped over.
    @inline(__always)
    private func decode(_ offset: Int) -> (UInt32, Int) {
        let first = bytes[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard length > 1, offset + length <= bytes.count else { return (UInt32(first), 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
        return Unicode.Scalar(value) == nil ? (UInt32(first), 1) : (value, length)
    }
}
