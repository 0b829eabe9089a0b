/// JSON as pages carry it: with comments, line ends inside of texts, commas too many, CDATA around it. Numbers and
/// literals are not kept.
indirect enum LooseJSON {
    case text(String)
    case list([LooseJSON])
    /// Members in order.
    case object([(key: String, value: LooseJSON)])
    case other

    /// The first value in a text; nil when there is none. What is broken off is read as far as it goes.
    init?(_ source: String) {
        var reader = LooseJSONReader(Array(source.utf8))
        guard let value = reader.firstValue() else { return nil }
        self = value
    }

    /// The member of an object.
    subscript(key: String) -> LooseJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    /// The elements of a list; one value is a list of one.
    var elements: [LooseJSON] {
        if case .list(let elements) = self { return elements }
        return [self]
    }
}

private struct LooseJSONReader {
    private let bytes: [UInt8]
    private var index = 0
    private static let greatestDepth = 64

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func firstValue() -> LooseJSON? {
        while index < bytes.count {
            skip()
            guard index < bytes.count else { return nil }
            if bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") { return value(depth: 0) }
            index += 1
        }
        return nil
    }

    private mutating func value(depth: Int) -> LooseJSON {
        skip()
        guard index < bytes.count else { return .other }
        switch bytes[index] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return list(depth: depth)
        case UInt8(ascii: "\""): return .text(text())
        default:
            while index < bytes.count, !LooseJSONReader.ends(bytes[index]) { index += 1 }
            return .other
        }
    }

    private mutating func object(depth: Int) -> LooseJSON {
        index += 1
        guard depth < LooseJSONReader.greatestDepth else { return .other }
        var members: [(key: String, value: LooseJSON)] = []
        while true {
            skip()
            guard index < bytes.count, bytes[index] != UInt8(ascii: "}") else { break }
            guard bytes[index] == UInt8(ascii: "\"") else {
                index += 1
                continue
            }
            let key = text()
            skip()
            guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { continue }
            index += 1
            members.append((key, value(depth: depth + 1)))
        }
        index += 1
        return .object(members)
    }

    private mutating func list(depth: Int) -> LooseJSON {
        index += 1
        guard depth < LooseJSONReader.greatestDepth else { return .other }
        var elements: [LooseJSON] = []
        while true {
            skip()
            guard index < bytes.count, bytes[index] != UInt8(ascii: "]") else { break }
            if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "}") {
                index += 1
                continue
            }
            let start = index
            elements.append(value(depth: depth + 1))
            if index == start { index += 1 }
        }
        index += 1
        return .list(elements)
    }

    /// A text from its quotation mark on; characters below U+0020 become spaces.
    private mutating func text() -> String {
        index += 1
        var result: [UInt8] = []
        var kept = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "\\") || byte < 0x20 else {
                index += 1
                continue
            }
            result += bytes[kept..<index]
            index += 1
            if byte < 0x20 { result.append(0x20) } else { escape(into: &result) }
            kept = index
        }
        result += bytes[kept..<min(index, bytes.count)]
        index += 1
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func escape(into result: inout [UInt8]) {
        guard index < bytes.count else { return }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
            result.append(0x20)
        case UInt8(ascii: "u"):
            guard let first = codeUnit() else { return }
            var units = [first]
            if UTF16.isLeadSurrogate(first), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
                bytes[index + 1] == UInt8(ascii: "u")
            {
                index += 2
                if let second = codeUnit() { units.append(second) }
            }
            result += String(decoding: units, as: UTF16.self).utf8
        default: result.append(byte)
        }
    }

    private mutating func codeUnit() -> UInt16? {
        guard index + 4 <= bytes.count,
            let unit = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { return nil }
        index += 4
        return unit
    }

    /// White space and comments.
    private mutating func skip() {
        while index < bytes.count {
            if bytes[index] <= 0x20 {
                index += 1
            } else if bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.count {
                if bytes[index + 1] == UInt8(ascii: "*") {
                    index += 2
                    while index + 1 < bytes.count, bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != 0x2F {
                        index += 1
                    }
                    index += 2
                } else if bytes[index + 1] == UInt8(ascii: "/") {
                    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != UInt8(ascii: "{") { index += 1 }
                } else {
                    return
                }
            } else {
                return
            }
        }
    }

    private static func ends(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }
}
