extension ByteBuffer {
    /// A JSON string (RFC 8259, section 7): quotation mark, reverse solidus and controls escaped, all else as UTF-8.
    /// U+2028 and U+2029 are escaped too, because JavaScript before 2019 took them for line ends, and U+FEFF, because
    /// Foundation drops it at the beginning of a string.
    mutating func append(quoted text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices where ByteBuffer.needsEscape(utf8, index) {
                append(utf8[start..<index])
                start = index + appendEscape(utf8, index)
            }
            append(utf8[start...])
        }
        append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let byte = utf8[index]
        if byte > 0x22 && byte < 0xE2 { return byte == UInt8(ascii: "\\") || byte == 0x7F }
        return byte < 0x20 || byte == UInt8(ascii: "\"") || isFragile(utf8, index)
    }

    /// U+2028, U+2029 and U+FEFF: E2 80 A8, E2 80 A9, EF BB BF.
    private static func isFragile(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + 2 < utf8.count else { return false }
        switch (utf8[index], utf8[index + 1], utf8[index + 2]) {
        case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xEF, 0xBB, 0xBF): return true
        default: return false
        }
    }

    /// Writes the escape of the scalar that begins here; how many bytes it has.
    private mutating func appendEscape(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        switch utf8[index] {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        case 0xE2:
            append(utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
            return 3
        case 0xEF:
            append("\\ufeff")
            return 3
        case let byte:
            append("\\u00")
            append(ByteBuffer.hexadecimal[Int(byte >> 4)])
            append(ByteBuffer.hexadecimal[Int(byte & 15)])
        }
        return 1
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
