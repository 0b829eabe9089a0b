import Foundation

/// Decodes bytes to UTF-8; what no encoding explains becomes U+FFFD.
enum TextDecoder {
    static func utf8(_ bytes: [UInt8], as encoding: TextEncoding) -> [UInt8] {
        switch encoding {
        case .utf8: return isValidUTF8(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
        case .utf16LittleEndian, .utf16BigEndian:
            return Array(utf16(bytes, isBig: encoding == .utf16BigEndian).utf8)
        case .windows1252: return singleByte(bytes, table: high1252)
        case .windows1258: return composed(singleByte(bytes, table: high1258))
        case .tcvn3: return legacy(bytes, .tcvn3)
        case .vni: return legacy(bytes, .vni)
        case .viscii: return legacy(bytes, .viscii)
        case .doubleUTF8: return legacy(bytes, .doubleUTF8)
        }
    }

    /// Vietnamese of before Unicode; a page in UTF-8 may hold its letters as characters.
    private static func legacy(_ bytes: [UInt8], _ charset: VietnameseCharset) -> [UInt8] {
        Array(
            (isValidUTF8(bytes) ? charset.text(of: String(decoding: bytes, as: UTF8.self)) : charset.text(of: bytes))
                .utf8)
    }

    /// Whether bytes are UTF-8 (RFC 3629). ASCII, which is most of any page, is passed over by eights.
    static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { page in
            var index = 0
            while index < page.count {
                if index + 8 <= page.count,
                    page.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                {
                    index += 8
                } else if page[index] < 0x80 {
                    index += 1
                } else {
                    let length = lengthOfCharacter(page, index)
                    guard length > 0 else { return false }
                    index += length
                }
            }
            return true
        }
    }

    /// How many bytes the character beyond ASCII has that begins here; 0 when none does.
    private static func lengthOfCharacter(_ page: UnsafeRawBufferPointer, _ index: Int) -> Int {
        let first = page[index]
        let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, index + length <= page.count else { return 0 }
        let second = page[index + 1]
        switch first {
        case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
            return 0
        default: break
        }
        for offset in 1..<length where page[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// NFC, at the cost of a scan where nothing has to be composed.
    private static func composed(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return bytes }
        return Array(composed(String(decoding: bytes, as: UTF8.self)).utf8)
    }

    /// NFC.
    static func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

    /// What a byte from 80 to 9F means in windows-1252.
    static func scalar1252(_ byte: UInt8) -> Unicode.Scalar {
        let encoded = high1252[Int(byte & 0x7F)]
        return String(decoding: encoded, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    }

    /// The text of bytes in windows-1252.
    static func text1252(_ bytes: [UInt8]) -> String {
        String(decoding: singleByte(bytes, table: high1252), as: UTF8.self)
    }

    /// What a byte from 80 to FF means in windows-1252.
    static func scalar(of byte: UInt8) -> Unicode.Scalar { byte < 0xA0 ? scalar1252(byte) : Unicode.Scalar(byte) }

    /// The byte that a character is in windows-1252; nil where it has none.
    static func byte1252(_ scalar: Unicode.Scalar) -> UInt8? {
        scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) ? UInt8(scalar.value) : low1252[scalar]
    }

    /// The bytes 80 to 9F by what they mean.
    private static let low1252 = Dictionary(
        (0x80...0x9F as ClosedRange<UInt8>).map { (scalar1252($0), $0) }, uniquingKeysWith: { first, _ in first })

    private static func utf16(_ bytes: [UInt8], isBig: Bool) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = 0
        while index + 1 < bytes.count {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBig ? first << 8 | second : second << 8 | first)
            index += 2
        }
        if units.first == 0xFEFF { units.removeFirst() }
        return String(decoding: units, as: UTF16.self)
    }

    private static func singleByte(_ bytes: [UInt8], table: [[UInt8]]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 4)
        for byte in bytes {
            if byte < 0x80 { result.append(byte) } else { result += table[Int(byte) - 0x80] }
        }
        return result
    }

    /// The upper half as UTF-8, from the code points in order.
    private static func encoded(_ scalars: String) -> [[UInt8]] {
        scalars.unicodeScalars.map { Array(String($0).utf8) }
    }

    private static let c1 = """
        \u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}
        """

    private static let high1252 = encoded(
        c1 + "\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}\u{90}" + quotes
            + "\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}" + latin(0xA0...0xFF))

    private static let quotes = "\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}"

    /// windows-1258 differs from windows-1252 where Vietnamese letters and combining tones take the place of others
    /// (WHATWG Encoding Standard, index windows-1258).
    private static let high1258: [[UInt8]] = {
        var table = encoded(
            c1 + "\u{8A}\u{2039}\u{152}\u{8D}\u{8E}\u{8F}\u{90}" + quotes
                + "\u{2DC}\u{2122}\u{9A}\u{203A}\u{153}\u{9D}\u{9E}\u{178}" + latin(0xA0...0xFF))
        let changed: [Int: Unicode.Scalar] = [
            0xC3: "\u{102}", 0xCC: "\u{300}", 0xD0: "\u{110}", 0xD2: "\u{309}", 0xD5: "\u{1A0}", 0xDD: "\u{1AF}",
            0xDE: "\u{303}", 0xE3: "\u{103}", 0xEC: "\u{301}", 0xF0: "\u{111}", 0xF2: "\u{323}", 0xF5: "\u{1A1}",
            0xFD: "\u{1B0}", 0xFE: "\u{20AB}",
        ]
        for (byte, scalar) in changed { table[byte - 0x80] = Array(String(scalar).utf8) }
        return table
    }()

    private static func latin(_ range: ClosedRange<UInt8>) -> String {
        String(String.UnicodeScalarView(range.map { Unicode.Scalar($0) }))
    }
}
