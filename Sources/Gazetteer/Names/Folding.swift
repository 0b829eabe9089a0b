/// How names are compared: without case, without the place of the tone mark (`hoà` and `hòa`), without the difference
/// of i and y after a consonant (`Qui Nhơn` and `Quy Nhơn`). Marks that make another letter (ă, â, đ, ê, ô, ơ, ư) and
/// the tone itself stay: *Bắc Hà* is not *Bạc Hà*.
enum Folding {
    private static let families: [(UInt8, String)] = [
        (0x61, "aàảãáạ"), (1, "ăằẳẵắặ"), (2, "âầẩẫấậ"), (3, "đ"), (0x65, "eèẻẽéẹ"), (4, "êềểễếệ"), (0x69, "iìỉĩíị"),
        (0x6F, "oòỏõóọ"), (5, "ôồổỗốộ"), (6, "ơờởỡớợ"), (0x75, "uùủũúụ"), (7, "ưừửữứự"), (0x79, "yỳỷỹýỵ"),
        (0x61, "AÀẢÃÁẠ"), (1, "ĂẰẲẴẮẶ"), (2, "ÂẦẨẪẤẬ"), (3, "Đ"), (0x65, "EÈẺẼÉẸ"), (4, "ÊỀỂỄẾỆ"), (0x69, "IÌỈĨÍỊ"),
        (0x6F, "OÒỎÕÓỌ"), (5, "ÔỒỔỖỐỘ"), (6, "ƠỜỞỠỚỢ"), (0x75, "UÙỦŨÚỤ"), (7, "ƯỪỬỮỨỰ"), (0x79, "YỲỶỸÝỴ"),
    ]

    /// What is known of a code point: nothing where there is no letter or digit.
    struct Letter {
        fileprivate let bits: UInt16

        static let none = Letter(bits: 0)

        @inline(__always) var exists: Bool { bits != 0 }
        /// ASCII in lower case, 1...7 for ă â đ ê ô ơ ư.
        @inline(__always) var base: UInt8 { UInt8(truncatingIfNeeded: bits) }
        /// 0...5.
        @inline(__always) var tone: UInt8 { UInt8(truncatingIfNeeded: bits >> 8) & 7 }
        @inline(__always) var isUpper: Bool { bits & 1 << 11 != 0 }
        @inline(__always) var isDigit: Bool { base >= 0x30 && base <= 0x39 }
    }

    /// By code point, up to the end of the Vietnamese block.
    static let letters: [Letter] = {
        var table = [UInt16](repeating: 0, count: 0x1F00)
        for letter in 0x61...0x7A as ClosedRange<Int> {
            table[letter] = UInt16(letter)
            table[letter - 0x20] = UInt16(letter)
        }
        for digit in 0x30...0x39 as ClosedRange<Int> { table[digit] = UInt16(digit) }
        for (base, members) in families {
            for (tone, scalar) in members.unicodeScalars.enumerated() {
                table[Int(scalar.value)] = UInt16(base) | UInt16(tone) << 8
            }
        }
        return table.enumerated().map { codePoint, bits in
            Letter(bits: bits == 0 || !isUpper(UInt32(codePoint)) ? bits : bits | 1 << 11)
        }
    }()

    private static func isUpper(_ codePoint: UInt32) -> Bool {
        if codePoint < 0x80 { return codePoint >= 0x41 && codePoint <= 0x5A }
        if codePoint < 0x100 { return codePoint < 0xDF }
        // In the Vietnamese blocks capitals are even, but for Ơ and Ư.
        return codePoint == 0x1AF || (codePoint != 0x1B0 && codePoint.isMultiple(of: 2))
    }
}

/// A running hash, FNV-1a over the letters of a word. Two different names of the gazetteer never share a value (tested); a hostile text can at
/// worst make a word that is taken for a place.
struct NameHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// Adds the hash of a whole word.
    @inline(__always)
    mutating func add(word: UInt64) {
        value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 32
    }
}
