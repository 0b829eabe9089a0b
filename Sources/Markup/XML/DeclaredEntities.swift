/// The entities that a document type declares with a short text. They are put in as text, once: names within a value
/// are not looked up again and nothing is loaded, so that no declaration makes a document much larger.
struct DeclaredEntities {
    private var values: [String: [UInt8]] = [:]
    /// How many more bytes all references together may put in.
    private var budget = 1 << 20

    private static let longestValue = 1_000
    private static let most = 1_000

    init(in bytes: [UInt8]) {
        let head = bytes.prefix(64 * 1_024)
        guard let type = DeclaredEntities.find("<!DOCTYPE", in: head, from: 0) else { return }
        var index = type
        while values.count < DeclaredEntities.most, let start = DeclaredEntities.find("<!ENTITY", in: head, from: index)
        {
            index = start + 8
            if let (name, value) = DeclaredEntities.declaration(head[index...]), values[name] == nil {
                values[name] = value
            }
        }
    }

    /// The text of an entity, escaped for XML; nil when it is not declared or enough has been put in.
    mutating func value(of name: String) -> [UInt8]? {
        guard let value = values[name], value.count <= budget else { return nil }
        budget -= value.count
        return value
    }

    /// Name and value of ` name "value">`.
    private static func declaration(_ bytes: ArraySlice<UInt8>) -> (String, [UInt8])? {
        let words = bytes.drop(while: isSpace)
        let name = words.prefix { !isSpace($0) && $0 != UInt8(ascii: ">") }.prefix(100)
        let rest = words[name.endIndex...].drop(while: isSpace)
        guard !name.isEmpty, let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return nil
        }
        let value = rest.dropFirst().prefix(longestValue + 1).prefix { $0 != quote }
        guard value.count <= longestValue, value.endIndex < bytes.endIndex, bytes[value.endIndex] == quote else {
            return nil
        }
        return (String(decoding: name, as: UTF8.self), escaped(value))
    }

    /// References to characters keep their meaning, everything else stands for itself.
    private static func escaped(_ value: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        for (index, byte) in zip(value.indices, value) {
            switch byte {
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: "&") where !isCharacterReference(value[index...]): result += "&amp;".utf8
            default: result.append(byte)
            }
        }
        return result
    }

    private static func isCharacterReference(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: "&#".utf8) else { return false }
        let digits = text.dropFirst(2).prefix(8).prefix { $0 != UInt8(ascii: ";") }
        return (1...6).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
            && digits.endIndex < text.endIndex && text[digits.endIndex] == UInt8(ascii: ";")
    }

    private static func find(_ word: StaticString, in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        word.withUTF8Buffer { word in
            var index = start
            while index + word.count <= bytes.endIndex {
                if bytes[index] == word[0], bytes[index...].starts(with: word) { return index }
                index += 1
            }
            return nil
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
