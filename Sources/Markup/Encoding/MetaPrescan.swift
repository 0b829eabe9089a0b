/// The encoding that the first bytes of a page declare in a `meta` element: HTML Standard, section 13.2.3.2, "prescan a
/// byte stream to determine its encoding". The standard looks at 1,024 bytes first and changes its mind when the parser
/// meets a declaration later; some portals declare it behind 18 KB of scripts.
struct MetaPrescan {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// The name of the encoding, or nil where none is declared.
    static func encoding(of bytes: [UInt8]) -> String? {
        var scan = MetaPrescan(bytes: bytes.prefix(64 * 1_024), position: 0)
        return scan.run()
    }

    /// What a page is in, by what is declared and nothing else: byte order mark, the transport's charset, the page itself,
    /// and windows-1252 where nothing is.
    static func declared(by bytes: [UInt8], charset: String?) -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return "utf-8" }
        if bytes.starts(with: [0xFF, 0xFE]) { return "utf-16le" }
        if bytes.starts(with: [0xFE, 0xFF]) { return "utf-16be" }
        return charset.flatMap(EncodingLabel.name) ?? encoding(of: bytes) ?? "windows-1252"
    }

    private mutating func run() -> String? {
        while position < bytes.endIndex {
            if skip("<!--") {
                position = end(of: [0x2D, 0x2D, 0x3E], from: position - 2)
            } else if startsMeta() {
                position += 6
                if let found = meta() { return found }
            } else if startsTag() {
                while let byte = peek(), !byte.isASCIISpace, byte != 0x3E { position += 1 }
                while attribute() != nil {}
            } else if peek() == 0x3C, let next = peek(1), [0x21, 0x2F, 0x3F].contains(next) {
                position = end(of: [0x3E], from: position)
            } else {
                position += 1
            }
        }
        return nil
    }

    private func peek(_ offset: Int = 0) -> UInt8? {
        position + offset < bytes.endIndex ? bytes[position + offset] : nil
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        let found = text.withUTF8Buffer { bytes[position...].starts(with: $0) }
        if found { position += text.utf8CodeUnitCount }
        return found
    }

    /// Behind the next place where some bytes stand, or the end.
    private func end(of needle: [UInt8], from start: Int) -> Int {
        var index = start
        while index + needle.count <= bytes.endIndex {
            if bytes[index..<index + needle.count].elementsEqual(needle) { return index + needle.count }
            index += 1
        }
        return bytes.endIndex
    }

    private func startsMeta() -> Bool {
        guard position + 5 < bytes.endIndex else { return false }
        let head = bytes[position..<position + 5].map(\.asciiLowercased)
        return head == Array("<meta".utf8) && (bytes[position + 5].isASCIISpace || bytes[position + 5] == 0x2F)
    }

    private func startsTag() -> Bool {
        guard peek() == 0x3C, var letter = peek(1) else { return false }
        if letter == 0x2F { letter = peek(2) ?? 0 }
        return (0x61...0x7A).contains(letter.asciiLowercased)
    }

    /// The attributes of a `meta` element, as far as they declare an encoding.
    private mutating func meta() -> String? {
        var seen: Set<String> = []
        var isPragma = false
        var needsPragma: Bool?
        var charset: String?
        while let (name, value) = attribute() {
            guard seen.insert(name).inserted else { continue }
            switch name {
            case "http-equiv":
                if value == "content-type" { isPragma = true }
            case "content":
                if charset == nil, let label = MetaPrescan.charset(inContent: value) {
                    charset = EncodingLabel.name(label)
                    needsPragma = charset == nil ? needsPragma : true
                }
            case "charset":
                charset = EncodingLabel.name(value)
                needsPragma = false
            default: break
            }
        }
        guard let needsPragma, !needsPragma || isPragma, let charset else { return nil }
        // A page whose meta element can be read is in neither of these.
        switch charset {
        case "utf-16be", "utf-16le": return "utf-8"
        case "x-user-defined": return "windows-1252"
        default: return charset
        }
    }

    /// "Get an attribute": name and value in small letters; nil at the end of the tag.
    private mutating func attribute() -> (name: String, value: String)? {
        while let byte = peek(), byte.isASCIISpace || byte == 0x2F { position += 1 }
        guard let first = peek(), first != 0x3E else { return nil }
        var name: [UInt8] = []
        while let byte = peek() {
            if byte == 0x3D, !name.isEmpty { break }
            if byte.isASCIISpace || byte == 0x2F || byte == 0x3E { break }
            name.append(byte.asciiLowercased)
            position += 1
        }
        while let byte = peek(), byte.isASCIISpace { position += 1 }
        guard peek() == 0x3D else { return position < bytes.endIndex ? (text(name), "") : nil }
        position += 1
        while let byte = peek(), byte.isASCIISpace { position += 1 }
        guard let quote = peek() else { return nil }
        var value: [UInt8] = []
        if quote == 0x22 || quote == 0x27 {
            position += 1
            while let byte = peek(), byte != quote {
                value.append(byte.asciiLowercased)
                position += 1
            }
            guard peek() != nil else { return nil }
            position += 1
            return (text(name), text(value))
        }
        while let byte = peek(), !byte.isASCIISpace, byte != 0x3E {
            value.append(byte.asciiLowercased)
            position += 1
        }
        return peek() == nil ? nil : (text(name), text(value))
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// "Extracting a character encoding from a meta element", HTML Standard, section 2.5.4.
    static func charset(inContent content: String) -> String? {
        let bytes = Array(content.utf8)
        var index = 0
        let name = Array("charset".utf8)
        while let found = bytes[index...].firstRange(ofLowercased: name) {
            index = found.upperBound
            while index < bytes.count, bytes[index].isASCIISpace { index += 1 }
            guard index < bytes.count, bytes[index] == 0x3D else { continue }
            index += 1
            while index < bytes.count, bytes[index].isASCIISpace { index += 1 }
            guard index < bytes.count else { return nil }
            let quote = bytes[index]
            if quote == 0x22 || quote == 0x27 {
                guard let end = bytes[(index + 1)...].firstIndex(of: quote) else { return nil }
                return String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            }
            let end = bytes[index...].firstIndex { $0.isASCIISpace || $0 == 0x3B } ?? bytes.count
            return String(decoding: bytes[index..<end], as: UTF8.self)
        }
        return nil
    }
}
