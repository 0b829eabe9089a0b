import Model

/// Makes the relative links in a piece of HTML absolute, byte for byte as it is otherwise.
enum ContentLinks {
    /// The attributes of HTML that hold an address.
    static let attributes: Set<String> = [
        "href", "src", "cite", "action", "longdesc", "background", "data", "poster", "codebase", "usemap", "profile",
        "classid",
    ]

    static func absolute(_ html: String, base: WebAddress) -> String {
        guard html.utf8.contains(UInt8(ascii: "<")) else { return html }
        let bytes = Array(html.utf8)
        var result: [UInt8] = []
        var kept = 0
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            guard index < bytes.count, isLetter(bytes[index]) else { continue }
            while index < bytes.count, isLetter(bytes[index]) || isDigit(bytes[index]) { index += 1 }
            while let attribute = attribute(bytes, &index) {
                guard attributes.contains(attribute.name),
                    let target = target(of: bytes[attribute.value], base: base)
                else { continue }
                result += bytes[kept..<attribute.value.lowerBound]
                result += target.utf8
                kept = attribute.value.upperBound
            }
        }
        if kept == 0 { return html }
        result += bytes[kept...]
        return String(decoding: result, as: UTF8.self)
    }

    /// The absolute form of a link that is relative; nil for all others. References to characters stay as they are.
    static func target(of value: some Collection<UInt8>, base: WebAddress) -> String? {
        let text = String(decoding: value, as: UTF8.self)
        let trimmed = text.drop(while: \.isWhitespace)
        guard !trimmed.isEmpty, !trimmed.hasPrefix("#"), WebURL(String(trimmed)) == nil,
            let resolved = WebURL(String(trimmed), base: base.url)
        else { return nil }
        return resolved.text
    }

    /// The next attribute of a tag, its value without quotation marks; nil, with the index behind the tag, at its end.
    private static func attribute(_ bytes: [UInt8], _ index: inout Int) -> (name: String, value: Range<Int>)? {
        while index < bytes.count, isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") { index += 1 }
        let start = index
        while index < bytes.count, !isSpace(bytes[index]), !"=>/<".utf8.contains(bytes[index]) { index += 1 }
        guard index > start else {
            // A stray equals sign is passed over, anything else ends the tag.
            guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
            index += 1
            return ("", index..<index)
        }
        let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, index..<index) }
        index += 1
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        guard index < bytes.count else { return (name, index..<index) }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.count
            let value = (index + 1)..<end
            index = min(end + 1, bytes.count)
            return (name, value)
        }
        let begin = index
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
        return (name, begin..<index)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
