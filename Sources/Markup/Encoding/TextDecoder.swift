import Foundation

/// Decodes bytes to UTF-8 in NFC; what no encoding explains becomes U+FFFD.
enum TextDecoder {
    static func utf8(_ bytes: [UInt8], as encoding: TextEncoding) -> [UInt8] {
        switch encoding {
        case .utf8:
            let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            return composed(start == 0 ? bytes : Array(bytes[start...]))
        case .utf16LittleEndian, .utf16BigEndian:
            return composed(Array(utf16(bytes, isBig: encoding == .utf16BigEndian).utf8))
        case .windows1252:
            return singleByte(bytes, table: high1252)
        case .windows1258:
            return composed(singleByte(bytes, table: high1258))
        }
    }

    /// NFC, at the cost of a scan where nothing has to be composed.
    static func composed(_ bytes: [UInt8]) -> [UInt8] {
        guard hasCombiningMark(bytes) else { return bytes }
        return Array(String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    }

    /// U+0300 to U+036F begin with CC or CD in UTF-8.
    private static func hasCombiningMark(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { $0.contains { $0 == 0xCC || $0 == 0xCD } }
    }

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
