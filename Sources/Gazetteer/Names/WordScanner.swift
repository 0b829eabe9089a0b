/// A word of a text: letters or digits without anything between them but an apostrophe.
struct PlaceWord {
    /// The folded word.
    let hash: UInt64
    /// The classes of words it is in, a bit each.
    let lists: UInt64
    private let first: UInt32
    private let last: UInt32
    let isCapitalised: Bool
    let isNumber: Bool
    /// Two or more letters, all of them capitals: an abbreviation.
    let isAllCaps: Bool
    /// What stands between the word before and this one.
    let gap: Gap

    init(
        range: Range<Int>, hash: UInt64, lists: UInt64, isCapitalised: Bool, isNumber: Bool, isAllCaps: Bool, gap: Gap
    ) {
        self.hash = hash
        self.lists = lists
        first = UInt32(truncatingIfNeeded: range.lowerBound)
        last = UInt32(truncatingIfNeeded: range.upperBound)
        self.isCapitalised = isCapitalised
        self.isNumber = isNumber
        self.isAllCaps = isAllCaps
        self.gap = gap
    }

    /// UTF-8 offsets in the text.
    var start: Int { Int(first) }
    var end: Int { Int(last) }

    enum Gap: UInt8 {
        case none, space, dot, comma, openingBracket, closingBracket, dash, clause, line
    }
}

/// Cuts a text into folded words.
struct WordScanner {
    /// The words of a name or of a list, which are in no class.
    static func words(in bytes: some Collection<UInt8>) -> [PlaceWord] { words(in: Array(bytes), classes: nil) }

    /// The words of a text, with the classes they are in.
    static func words(in bytes: [UInt8], classes: WordClasses?) -> [PlaceWord] {
        scan(bytes, classes: classes).words
    }

    /// The words of a text, and where its marks stand: line feeds, tab stops, brackets, semicolons and the marks that end
    /// sentences.
    static func scan(_ bytes: [UInt8], classes: WordClasses?) -> (words: [PlaceWord], marks: [Int]) {
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = WordScanner(bytes: buffer, classes: classes)
            scanner.scan()
            return (scanner.words, scanner.marks)
        }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let classes: WordClasses?
    private let letters = Folding.letters
    private var position = 0
    private var words: [PlaceWord] = []
    private var marks: [Int] = []

    private init(bytes: UnsafeBufferPointer<UInt8>, classes: WordClasses?) {
        self.bytes = bytes
        self.classes = classes
    }

    private mutating func scan() {
        words.reserveCapacity(bytes.count / 5)
        var gap = PlaceWord.Gap.line
        while position < bytes.count {
            let (codePoint, length) = decode(position)
            if letter(codePoint).exists {
                word(gap: gap)
                gap = .none
            } else {
                if codePoint != 0x20 {
                    gap = WordScanner.widen(gap, codePoint)
                    if codePoint < 0x40, WordScanner.isMark >> UInt64(codePoint) & 1 != 0 { marks.append(position) }
                } else if gap == .none {
                    gap = .space
                }
                position += length
            }
        }
    }

    /// A bit for each mark, by code point: line feed, tab stop, `! ( ) . ; ?`.
    private static let isMark: UInt64 =
        1 << 0x0A | 1 << 0x09 | 1 << 0x21 | 1 << 0x28 | 1 << 0x29 | 1 << 0x2E | 1 << 0x3B | 1 << 0x3F

    @inline(__always)
    private func letter(_ codePoint: UInt32) -> Folding.Letter {
        codePoint < 0x1F00 ? letters[Int(codePoint)] : .none
    }

    private mutating func word(gap: PlaceWord.Gap) {
        let start = position
        var hash = NameHash()
        var tone: UInt8 = 0
        var previous: UInt8 = 0
        let first = letter(decode(start).0)
        var capitals = 0
        var count = 0
        let isNumber = first.isDigit
        while position < bytes.count {
            let byte = bytes[position]
            if byte &- 0x61 < 24, !isNumber {
                // Most letters are small ones of ASCII; y and z go the long way.
                hash.add(byte)
                previous = byte
                count += 1
                position += 1
                continue
            }
            let (codePoint, length) = decode(position)
            let letter = letter(codePoint)
            if letter.exists, isNumber == letter.isDigit {
                let base = letter.base == 0x79 && WordScanner.turnsYToI(after: previous) ? 0x69 : letter.base
                // `Phường 05` is Phường 5.
                if !(isNumber && base == 0x30 && previous == 0) {
                    hash.add(base)
                    previous = base
                }
                count += 1
                if letter.isUpper { capitals += 1 }
                if letter.tone != 0 { tone = letter.tone }
            } else if !WordScanner.isApostrophe(codePoint) || position + length >= bytes.count
                || !self.letter(decode(position + length).0).exists
            {
                break
            }
            position += length
        }
        if tone != 0 { hash.add(0x80 | tone) }
        words.append(
            PlaceWord(
                range: start..<position, hash: hash.value, lists: classes?[hash.value] ?? 0,
                isCapitalised: first.isUpper, isNumber: isNumber,
                isAllCaps: !isNumber && count > 1 && capitals == count, gap: gap))
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
    @inline(__always)
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
