/// How a JSON string writes what it cannot hold as it is (RFC 8259, section 7): quotation mark, backslash and controls.
/// U+2028 and U+2029 are escaped too, because JavaScript before 2019 took them for line ends, and U+FEFF, because
/// Foundation drops it at the beginning of a string.
struct JSONEscape {
    private let byte: UInt8
    private let last: UInt8
    /// How many bytes of the text it stands for.
    let length: Int

    /// Nil where the byte may stand as it is.
    init?(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) {
        byte = text[index]
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F:
            length = 1
            last = byte
        case 0xE2, 0xEF:
            guard index + 2 < text.count else { return nil }
            last = text[index + 2]
            switch (byte, text[index + 1], last) {
            case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xEF, 0xBB, 0xBF): length = 3
            default: return nil
            }
        default: return nil
        }
    }

    /// At most six bytes.
    var bytes: [UInt8] {
        switch byte {
        case UInt8(ascii: "\""): Array("\\\"".utf8)
        case UInt8(ascii: "\\"): Array("\\\\".utf8)
        case 0x08: Array("\\b".utf8)
        case 0x09: Array("\\t".utf8)
        case 0x0A: Array("\\n".utf8)
        case 0x0C: Array("\\f".utf8)
        case 0x0D: Array("\\r".utf8)
        case 0xE2: Array((last == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        case 0xEF: Array("\\ufeff".utf8)
        default: Array("\\u00".utf8) + [JSONEscape.digits[Int(byte >> 4)], JSONEscape.digits[Int(byte & 15)]]
        }
    }

    /// Needs room for six bytes.
    func append(to block: Block) {
        if byte == UInt8(ascii: "\"") { block.append("\\\"") } else { block.append(bytes) }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
