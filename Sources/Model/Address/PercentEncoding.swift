/// Percent-encoding as the WHATWG URL Standard does it, section 1.3: UTF-8 bytes outside a set become `%XX`.
enum PercentEncoding {
    /// Which ASCII characters are encoded in a part of an address, besides controls and everything beyond ASCII.
    struct Part: Sendable {
        /// Bit `n` stands for byte `n`.
        private let low: UInt64
        private let high: UInt64

        static let path = Part(" \"#<>?^`{}")
        static let query = Part(" \"#<>'")
        static let fragment = Part(" \"<>`")
        /// Name and password.
        static let credentials = Part(" \"#<>?^`{}/:;=@[\\]|")

        private init(_ encoded: StaticString) {
            var (low, high): (UInt64, UInt64) = (0xFFFF_FFFF, 1 << 63)
            encoded.withUTF8Buffer { bytes in
                for byte in bytes {
                    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
                }
            }
            (self.low, self.high) = (low, high)
        }

        func encodes(_ byte: UInt8) -> Bool {
            if byte >= 0x80 { return true }
            return byte < 64 ? low & 1 << UInt64(byte) != 0 : high & 1 << UInt64(byte - 64) != 0
        }
    }

    /// The text with what a part encodes as `%XX`; percent signs stay as they are.
    static func encode(_ text: ArraySlice<UInt8>, in part: Part) -> String {
        guard text.contains(where: part.encodes) else { return String(decoding: text, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(text.count + text.count / 2)
        for byte in text { append(byte, in: part, to: &result) }
        return String(decoding: result, as: UTF8.self)
    }

    static func append(_ byte: UInt8, in part: Part, to result: inout [UInt8]) {
        if part.encodes(byte) {
            result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        } else {
            result.append(byte)
        }
    }

    /// The bytes behind `%XX`; a lone percent sign stands for itself.
    static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let high = bytes[index + 1].hexadecimalValue, let low = bytes[index + 2].hexadecimalValue
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
