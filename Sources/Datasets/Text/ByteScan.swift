/// Finds the bytes that a form of text must write in another way, eight at a time: the bytes of a word are compared at
/// once ("SIMD within a register", Hacker's Delight, section 6-1), because most texts have none.
enum ByteScan {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The first byte that must be looked at in a cell of CSV: controls, the separator, quotation marks and DEL.
    static func firstSpecial(_ bytes: Bytes, from start: Int, separator: UInt8) -> Int {
        first(bytes, from: start) { word in
            below(0x20, word) | equal(0x22, word) | equal(separator, word) | equal(0x7F, word)
        } orByte: {
            $0 < 0x20 || $0 == 0x22 || $0 == separator || $0 == 0x7F
        }
    }

    /// The first byte that must be looked at in a JSON string: controls, quotation marks, backslashes, DEL, and the
    /// first bytes of U+2028, U+2029 and U+FEFF.
    static func firstEscape(_ bytes: Bytes, from start: Int) -> Int {
        first(bytes, from: start) { word in
            below(0x20, word) | equal(0x22, word) | equal(0x5C, word) | equal(0x7F, word) | equal(0xE2, word)
                | equal(0xEF, word)
        } orByte: {
            $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F || $0 == 0xE2 || $0 == 0xEF
        }
    }

    /// The first control character, DEL included.
    static func firstControl(_ bytes: Bytes) -> Int {
        first(bytes, from: 0) { word in
            below(0x20, word) | equal(0x7F, word)
        } orByte: {
            $0 < 0x20 || $0 == 0x7F
        }
    }

    /// The first index that one of the two tests, which say the same, is true for; the count where there is none.
    @inline(__always) private static func first(
        _ bytes: Bytes, from start: Int, _ wordMatches: (UInt64) -> UInt64, orByte byteMatches: (UInt8) -> Bool
    ) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        let raw = UnsafeRawPointer(base)
        var index = start
        while index &+ 8 <= bytes.count {
            if wordMatches(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) != 0 { break }
            index &+= 8
        }
        while index < bytes.count, !byteMatches(base[index]) { index &+= 1 }
        return index
    }

    private static let lows: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Not zero where a byte of the word is smaller than the limit, which is 128 at most.
    @inline(__always) private static func below(_ limit: UInt8, _ word: UInt64) -> UInt64 {
        (word &- lows &* UInt64(limit)) & ~word & highs
    }

    /// Not zero where a byte of the word is this one.
    @inline(__always) private static func equal(_ byte: UInt8, _ word: UInt64) -> UInt64 {
        below(1, word ^ (lows &* UInt64(byte)))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether it is a decimal number as the ledger writes it: an optional sign, digits, at most one point.
    var isPlainNumber: Bool {
        var digits = 0
        var points = 0
        for (index, byte) in enumerated() {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "."): points += 1
            case UInt8(ascii: "-") where index == 0: break
            default: return false
            }
        }
        return digits > 0 && points <= 1
    }
}
