/// A word in matching form, kept in two machine words: to compare it, also with a literal, costs no call.
///
/// Up to fifteen bytes of UTF-8 are kept as they are. A longer word, which no rule and no phrase speaks of, is kept as
/// a hash; it still equals itself.
public struct FoldedWord: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The first eight bytes.
    @usableFromInline let low: UInt64
    /// The next seven bytes, and the count of bytes on top: 255 for a hash.
    @usableFromInline let high: UInt64

    @inlinable static var longest: Int { 15 }
    private static let hashed: UInt64 = 0xFF << 56

    @inlinable @inline(__always)
    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// A literal must be in matching form already; the compiler turns it into two constants.
    @inlinable @inline(__always)
    public init(stringLiteral text: StaticString) {
        self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// The word of some bytes in matching form.
    @inlinable @inline(__always)
    init(start: UnsafePointer<UInt8>, count: Int) {
        var (low, high) = (UInt64(0), UInt64(0))
        for index in 0..<FoldedWord.longest where index < count {
            let byte = UInt64(start[index])
            if index < 8 { low |= byte << UInt64(index * 8) } else { high |= byte << UInt64((index - 8) * 8) }
        }
        self.init(low: low, high: high | UInt64(count) << 56)
        if count > FoldedWord.longest { self = FoldedWord.hash(start, count) }
    }

    /// The word of some letters in matching form.
    public init(_ text: String) {
        var text = text
        self = text.withUTF8 { bytes in
            bytes.baseAddress.map { FoldedWord(start: $0, count: bytes.count) } ?? FoldedWord(low: 0, high: 0)
        }
    }

    /// FNV-1a over the bytes, twice.
    @inline(never) @usableFromInline
    static func hash(_ start: UnsafePointer<UInt8>, _ count: Int) -> FoldedWord {
        var (one, two) = (UInt64(0xCBF2_9CE4_8422_2325), UInt64(0x9E37_79B9_7F4A_7C15))
        for index in 0..<count {
            one = (one ^ UInt64(start[index])) &* 0x100_0000_01B3
            two = (two ^ one) &* 0x100_0000_01B3
        }
        return FoldedWord(low: one, high: two >> 8 | hashed)
    }

    @inlinable @inline(__always)
    public static func == (left: FoldedWord, right: FoldedWord) -> Bool {
        left.low == right.low && left.high == right.high
    }

    @inline(__always)
    public func hash(into hasher: inout Hasher) {
        hasher.combine(low)
        hasher.combine(high)
    }

    /// Whether the word is one of a few, which become constants in the code; an empty word is none.
    @inline(__always)
    func isAny(
        _ a: FoldedWord, _ b: FoldedWord, _ c: FoldedWord = "", _ d: FoldedWord = "", _ e: FoldedWord = "",
        _ f: FoldedWord = "", _ g: FoldedWord = "", _ h: FoldedWord = "", _ i: FoldedWord = "", _ j: FoldedWord = ""
    ) -> Bool {
        let isFirst = self == a || self == b || self == c || self == d || self == e
        let isSecond = self == f || self == g || self == h || self == i || self == j
        return !isEmpty && (isFirst || isSecond)
    }

    @inline(__always) var isEmpty: Bool { high == 0 }
    /// Whether only a hash of the word is kept.
    var isHashed: Bool { high & FoldedWord.hashed == FoldedWord.hashed }
    /// Bytes of UTF-8; no less than sixteen for a word that is kept as a hash.
    @inline(__always) var count: Int { isHashed ? FoldedWord.longest + 1 : Int(high >> 56) }
    /// The last four bytes, the last one lowest; zeros of a hash.
    @inline(__always) var lastBytes: UInt32 {
        let count = count
        guard count <= FoldedWord.longest else { return 0 }
        var bytes: UInt32 = 0
        for back in 0..<4 where back < count {
            let index = count - 1 - back
            let half = index < 8 ? low : high
            bytes |= UInt32(truncatingIfNeeded: half >> UInt64(index % 8 * 8) & 0xFF) << UInt32(back * 8)
        }
        return bytes
    }

    @inline(__always) var lastByte: UInt8 {
        let count = count
        guard count > 0, count <= FoldedWord.longest else { return 0 }
        return UInt8(truncatingIfNeeded: (count > 8 ? high : low) >> UInt64((count - 1) % 8 * 8))
    }

    /// The same word with an i in the place of its last byte, which must be a y.
    var endingInI: FoldedWord {
        let change = UInt64(0x79 ^ 0x69) << UInt64((count - 1) % 8 * 8)
        return count > 8 ? FoldedWord(low: low, high: high ^ change) : FoldedWord(low: low ^ change, high: high)
    }
    @inline(__always) var firstByte: UInt8 { UInt8(truncatingIfNeeded: low) }

    /// Whether an apostrophe stands in the word: a zero among the bytes after each was compared with it.
    @inline(__always) var hasApostrophe: Bool {
        let (ones, tops) = (UInt64(0x0101_0101_0101_0101), UInt64(0x8080_8080_8080_8080))
        let (one, two) = (low ^ ones &* 0x27, high ^ ones &* 0x27)
        return ((one &- ones) & ~one | (two &- ones) & ~two) & tops != 0
    }

    /// Whether the word is one letter or mark.
    var isSingleCharacter: Bool {
        guard !isEmpty, !isHashed else { return false }
        return bytes.count { $0 & 0xC0 != 0x80 } == 1
    }

    /// The bytes of UTF-8; of a hash, the bytes of its digits.
    var bytes: [UInt8] {
        guard !isHashed else { return Array("#\(String(low, radix: 16))".utf8) }
        return (0..<count).map { index in
            let half = index < 8 ? low : high
            return UInt8(truncatingIfNeeded: half >> UInt64(index % 8 * 8))
        }
    }

    /// The word as text; a word of more than fifteen bytes has a name that stands for it.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A cheap mix of all bits, for tables of words.
    @inlinable @inline(__always)
    public var mixed: UInt64 {
        let product = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return product ^ product >> 32
    }
}
