/// A word of a text: letters or digits without anything between them but an apostrophe.
struct PlaceWord {
    /// UTF-8 offsets in the text.
    let start: Int
    let end: Int
    /// The folded word.
    let hash: UInt64
    let isCapitalised: Bool
    let isNumber: Bool
    /// Two or more letters, all of them capitals: an abbreviation.
    let isAllCaps: Bool
    /// What stands between the word before and this one.
    let gap: Gap

    enum Gap: UInt8 {
        case none, space, dot, comma, openingBracket, closingBracket, dash, clause, line
    }
}

/// Cuts a text into folded words.
struct WordScanner {
    static func words(in bytes: some Collection<UInt8>) -> [PlaceWord] {
        let result = bytes.withContiguousStorageIfAvailable { buffer in
            var scanner = WordScanner(bytes: buffer)
            return scanner.scan()
        }
        return result ?? words(in: Array(bytes))
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var words: [PlaceWord] = []

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func scan() -> [PlaceWord] {
        words.reserveCapacity(bytes.count / 5)
        var gap = PlaceWord.Gap.line
        while position < bytes.count {
            let (codePoint, length) = decode(position)
            if Folding.letter(codePoint) != nil {
                word(gap: gap)
                gap = .none
            } else {
                gap = WordScanner.widen(gap, codePoint)
                position += length
            }
        }
        return words
    }

    private mutating func word(gap: PlaceWord.Gap) {
        let start = position
        var hash = NameHash()
        var tone: UInt8 = 0
        var previous: UInt8 = 0
        let (first, _) = decode(start)
        var capitals = 0
        var letters = 0
        let isNumber = first >= 0x30 && first <= 0x39
        while position < bytes.count {
            let (codePoint, length) = decode(position)
            if let letter = Folding.letter(codePoint), isNumber == (codePoint >= 0x30 && codePoint <= 0x39) {
                let base = letter.base == 0x79 && WordScanner.turnsYToI(after: previous) ? 0x69 : letter.base
                // `Phường 05` is Phường 5.
                if !(isNumber && base == 0x30 && previous == 0) {
                    hash.add(base)
                    previous = base
                }
                letters += 1
                if Folding.isUpper(codePoint) { capitals += 1 }
                if letter.tone != 0 { tone = letter.tone }
            } else if !WordScanner.isApostrophe(codePoint) || position + length >= bytes.count {
                break
            } else if Folding.letter(decode(position + length).0) == nil {
                break
            }
            position += length
        }
        if tone != 0 { hash.add(0x80 | tone) }
        words.append(
            PlaceWord(
                start: start, end: position, hash: hash.value, isCapitalised: Folding.isUpper(first),
                isNumber: isNumber, isAllCaps: !isNumber && letters > 1 && capitals == letters, gap: gap))
    }

    /// Vietnamese writes i and y alike after a consonant and after u.
    private static func turnsYToI(after base: UInt8) -> Bool {
        switch base {
        case 0, 1, 2, 4, 5, 6, 7, 0x61, 0x65, 0x69, 0x6F: false
        default: true
        }
    }

    private static func isApostrophe(_ codePoint: UInt32) -> Bool { codePoint == 0x27 || codePoint == 0x2019 }

    private static func widen(_ gap: PlaceWord.Gap, _ codePoint: UInt32) -> PlaceWord.Gap {
        let kind: PlaceWord.Gap =
            switch codePoint {
            case 0x0A, 0x0D: .line
            case 0x20, 0x09, 0xA0, 0x25: .space
            case 0x2E: .dot
            case 0x2C: .comma
            case 0x28, 0x5B: .openingBracket
            case 0x29, 0x5D: .closingBracket
            case 0x2D, 0x2010...0x2015, 0x2F: .dash
            default: .clause
            }
        return kind.rawValue > gap.rawValue ? kind : gap
    }

    /// The code point at a position and its length; a byte that is no UTF-8 counts as one of no letter.
    private func decode(_ at: Int) -> (UInt32, Int) {
        let first = bytes[at]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, at + length <= bytes.count else { return (0xFFFD, 1) }
        var codePoint = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            guard bytes[at + offset] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            codePoint = codePoint << 6 | UInt32(bytes[at + offset] & 0x3F)
        }
        return (codePoint, length)
    }
}
