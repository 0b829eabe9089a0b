import CLibXML2

/// Mends XML that was written like HTML, before libxml2 sees it: `&nbsp;`, which XML does not know; `&` that stands for
/// itself, as in addresses (libxml2 drops both, and the text behind a bare `&` with it); characters that XML forbids; and
/// the controls of ISO 8859-1 that were meant as quotation marks of windows-1252.
struct XMLMender {
    private let bytes: [UInt8]
    private var result: [UInt8] = []
    private var entities: DeclaredEntities

    /// The text in UTF-8 that means the same and can be parsed; unchanged when it needs nothing.
    static func mended(_ bytes: [UInt8]) -> [UInt8] {
        let start = bytes.firstIndex { !isBlank($0) } ?? bytes.count
        guard start > 0 || bytes.contains(where: isSuspect) else { return bytes }
        var mender = XMLMender(bytes)
        mender.mend(from: start)
        return mender.result
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        entities = DeclaredEntities(in: bytes)
        result.reserveCapacity(bytes.count + bytes.count / 16)
    }

    private mutating func mend(from start: Int) {
        var index = start
        var kept = start
        while index < bytes.count {
            let byte = bytes[index]
            guard XMLMender.isSuspect(byte) || byte == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let next: Int
            switch byte {
            case UInt8(ascii: "<"):
                // `&` means nothing in CDATA, comments and instructions.
                index = opaqueEnd(index) ?? index + 1
                continue
            case UInt8(ascii: "&"):
                result += bytes[kept..<index]
                next = mendReference(index)
            default:
                guard let (character, end) = replacement(index) else {
                    index += 1
                    continue
                }
                result += bytes[kept..<index]
                result += character
                next = end
            }
            index = next
            kept = next
        }
        result += bytes[kept...]
    }

    /// Bytes that something may have to be done about.
    private static func isSuspect(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), 0xC2, 0xEF, 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: true
        default: false
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

    /// What stands for a character that XML forbids or nobody meant; nil for all others.
    private func replacement(_ index: Int) -> (character: [UInt8], end: Int)? {
        switch bytes[index] {
        case 0xC2:
            guard index + 1 < bytes.count, (0x80...0x9F).contains(bytes[index + 1]) else { return nil }
            return (Array(String(TextDecoder.scalar1252(bytes[index + 1])).utf8), index + 2)
        case 0xEF:
            // U+FFFE and U+FFFF.
            guard index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE else { return nil }
            return ([], index + 3)
        default: return ([], index + 1)
        }
    }

    /// Where CDATA, a comment or an instruction that begins here ends.
    private func opaqueEnd(_ index: Int) -> Int? {
        let rest = bytes[index...]
        for (opening, closing) in [("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>")]
        where rest.starts(with: opening.utf8) {
            let closing = Array(closing.utf8)
            var end = index + opening.utf8.count
            while end < bytes.count {
                if bytes[end] == closing[0], bytes[end...].starts(with: closing) { return end + closing.count }
                end += 1
            }
            return bytes.count
        }
        return nil
    }

    /// Appends what the `&` at an index means; returns where reading goes on.
    private mutating func mendReference(_ index: Int) -> Int {
        let name = bytes[(index + 1)...].prefix(XMLMender.longestName).prefix { $0 != UInt8(ascii: ";") }
        guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";"),
            let meaning = meaning(of: name)
        else {
            result += "&amp;".utf8
            return index + 1
        }
        result += meaning
        return name.endIndex + 1
    }

    /// A reference that XML knows, or the characters themselves; nil for what is no reference.
    private mutating func meaning(of name: ArraySlice<UInt8>) -> [UInt8]? {
        guard let first = name.first else { return nil }
        if first == UInt8(ascii: "#") { return number(name.dropFirst()).map { Array("&#\($0);".utf8) } }
        guard XMLMender.isLetter(first) else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        if ["amp", "lt", "gt", "quot", "apos"].contains(text) { return Array("&\(text);".utf8) }
        if let declared = entities.value(of: text) { return declared }
        return htmlEntityLookup(text).map { Array("&#\($0.pointee.value);".utf8) }
    }

    /// The code point of a numeric reference as browsers read it.
    private func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
        let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard text.utf8.allSatisfy({ XMLMender.isLetter($0) || (0x30...0x39).contains($0) }),
            let value = UInt32(text, radix: isHexadecimal ? 16 : 10)
        else { return nil }
        switch value {
        case 0x80...0x9F: return TextDecoder.scalar1252(UInt8(value)).value
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: return value
        default: return 0xFFFD
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static let longestName = 32
}
