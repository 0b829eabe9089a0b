/// Percent-encoding as the WHATWG URL Standard does it, section 1.3: UTF-8 bytes outside a set become `%XX`.
enum PercentEncoding {
    /// What is encoded besides controls and everything beyond ASCII.
    enum Part {
        case path, query

        fileprivate var encoded: Set<UInt8> {
            switch self {
            case .path: Set(" \"#<>?^`{}".utf8)
            case .query: Set(" \"#<>'".utf8)
            }
        }
    }

    static func encode(_ text: some Sequence<Unicode.Scalar>, keeping part: Part) -> String {
        let encoded = part.encoded
        var result: [UInt8] = []
        for scalar in text {
            for byte in String(scalar).utf8 {
                if byte <= 0x1F || byte >= 0x7F || encoded.contains(byte) {
                    result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                } else {
                    result.append(byte)
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes behind `%XX`; a lone percent sign stands for itself.
    static func decode(_ text: some Sequence<Unicode.Scalar>) -> [UInt8] {
        let bytes = Array(text.reduce(into: "") { $0.unicodeScalars.append($1) }.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = value(bytes[index + 1]),
                let low = value(bytes[index + 2])
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

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
