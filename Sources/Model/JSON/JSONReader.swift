/// Reads JSON strictly by RFC 8259, from bytes, in one pass and to a bounded depth.
struct JSONReader {
    private let bytes: ContiguousArray<UInt8>
    private var index = 0

    /// Deeper than any file that is meant to be read.
    private static let greatestDepth = 128

    init(_ bytes: ContiguousArray<UInt8>) { self.bytes = bytes }

    mutating func document() throws(JSONError) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        let value = try value(depth: 0)
        skipSpace()
        if index < bytes.count { throw error("text behind the value") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        skipSpace()
        guard index < bytes.count else { throw error("the text ends where a value is expected") }
        if depth > JSONReader.greatestDepth { throw error("more than \(JSONReader.greatestDepth) levels") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        index += 1
        var members: [JSONMember] = []
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
                throw error("a member's name in quotation marks is expected")
            }
            let name = try text()
            guard take(UInt8(ascii: ":")) else { throw error("`:` is expected behind a member's name") }
            members.append(JSONMember(name, try value(depth: depth + 1)))
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw error("`,` or `}` is expected") }
        return .object(members)
    }

    private mutating func list(depth: Int) throws(JSONError) -> JSONValue {
        index += 1
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .list(elements) }
        repeat { elements.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw error("`,` or `]` is expected") }
        return .list(elements)
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let isThere = text.withUTF8Buffer { bytes[index...].starts(with: $0) }
        guard isThere else { throw error("`\(text)` is misspelt") }
        index += text.utf8CodeUnitCount
        return value
    }

    /// Section 6: no plus sign, no leading zero, digits around the point.
    private mutating func number() throws(JSONError) -> String {
        let start = index
        if peek == UInt8(ascii: "-") { index += 1 }
        if peek == UInt8(ascii: "0") { index += 1 } else { try digits() }
        if peek == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if let mark = peek, mark | 0x20 == UInt8(ascii: "e") {
            index += 1
            if let sign = peek, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() throws(JSONError) {
        let start = index
        while let byte = peek, (0x30...0x39).contains(byte) { index += 1 }
        if index == start { throw error("no JSON value begins like this") }
    }

    /// A text from its quotation mark on. Bytes that are not UTF-8 and surrogates without their other half become U+FFFD.
    private mutating func text() throws(JSONError) -> String {
        index += 1
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
            case UInt8(ascii: "\\"): return try escapedText(from: start)
            case 0..<0x20: throw error("a control character in a text; write it as an escape")
            default: index += 1
            }
        }
        throw error("the text ends inside of quotation marks")
    }

    private mutating func escapedText(from start: Int) throws(JSONError) -> String {
        var result = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &result)
            case 0..<0x20: throw error("a control character in a text; write it as an escape")
            default:
                result.append(byte)
                index += 1
            }
        }
        throw error("the text ends inside of quotation marks")
    }

    private mutating func escape(into result: inout [UInt8]) throws(JSONError) {
        index += 1
        guard let letter = peek else { throw error("the text ends inside of an escape") }
        index += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "u"):
            var units = [try codeUnit()]
            if UTF16.isLeadSurrogate(units[0]), bytes[index...].starts(with: "\\u".utf8) {
                let before = index
                index += 2
                let second = try codeUnit()
                if UTF16.isTrailSurrogate(second) { units.append(second) } else { index = before }
            }
            result += String(decoding: units, as: UTF16.self).utf8
        default: throw error("no such escape")
        }
    }

    private mutating func codeUnit() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = byte.hexadecimalValue else { throw error("four digits are expected") }
            unit = unit << 4 | UInt16(digit)
            index += 1
        }
        return unit
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Skips white space and, where it follows, this byte.
    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard peek == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private func error(_ message: String) -> JSONError { JSONError(offset: index, message: message) }
}

extension UInt8 {
    /// The value of an ASCII hexadecimal digit.
    var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
