/// Settles the encoding of an XML document and decodes it (RFC 7303, section 3, and XML 1.0, appendix F): byte order
/// mark, what the transport said, what the document says, what the bytes look like.
enum XMLEncoding {
    /// The document in UTF-8 without byte order mark; bytes that its encoding does not explain become U+FFFD.
    static func utf8(_ bytes: [UInt8], charset: String?) -> [UInt8] {
        if let (name, mark) = marked(bytes) {
            let content = Array(bytes[mark...])
            return name == "utf-8" ? TextDecoder.utf8(content, as: .utf8) : decoded(content, name) ?? content
        }
        let declared = charset.flatMap { isASCIIBased($0) ? $0 : nil } ?? declaration(bytes)
        if TextDecoder.isValidUTF8(bytes) {
            // Valid UTF-8 beyond ASCII is nothing else, whatever a header says that was left over from a template. In
            // ASCII alone some encodings switch to others.
            guard let declared, isSwitching(declared), bytes.allSatisfy({ $0 < 0x80 }) else { return bytes }
            return decoded(bytes, declared) ?? bytes
        }
        if let declared, TextEncoding(label: declared) != .utf8, let text = decoded(bytes, declared) { return text }
        if let own = declaration(bytes), TextEncoding(label: own) != .utf8, let text = decoded(bytes, own) {
            return text
        }
        return TextDecoder.utf8(bytes, as: EncodingGuess(bytes).encoding)
    }

    /// The encoding that the first bytes show, and how many of them are a mark.
    private static func marked(_ bytes: [UInt8]) -> (name: String, mark: Int)? {
        for (beginning, name, mark): ([UInt8], String, Int) in [
            ([0xEF, 0xBB, 0xBF], "utf-8", 3), ([0xFF, 0xFE, 0, 0], "utf-32le", 4), ([0, 0, 0xFE, 0xFF], "utf-32be", 4),
            ([0xFF, 0xFE], "utf-16le", 2), ([0xFE, 0xFF], "utf-16be", 2), ([0x3C, 0, 0, 0], "utf-32le", 0),
            ([0, 0, 0, 0x3C], "utf-32be", 0), ([0x3C, 0], "utf-16le", 0), ([0, 0x3C], "utf-16be", 0),
        ] where bytes.starts(with: beginning) { return (name, mark) }
        // `<?xm` in EBCDIC: the declaration is in letters that all its code pages share.
        guard bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]),
            let head = SystemDecoder.utf8(Array(bytes.prefix(200)), as: "ibm037")
        else { return nil }
        return declaration(head).map { ($0, 0) }
    }

    /// The `encoding` of the XML declaration.
    private static func declaration(_ bytes: [UInt8]) -> String? {
        let blank = bytes.prefix { $0 <= 0x20 }.count
        let head = bytes[blank...].prefix(400).prefix { $0 != UInt8(ascii: ">") }
        guard head.starts(with: "<?xml".utf8), let found = head.firstRange(ofLowercased: Array("encoding".utf8)) else {
            return nil
        }
        let value = head[found.upperBound...].drop { [0x20, 0x09, 0x0A, 0x0D, 0x3D].contains($0) }
        guard let quote = value.first, quote == 0x22 || quote == 0x27 else { return nil }
        let name = String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
        return isASCIIBased(name) ? name : nil
    }

    /// A document whose declaration can be read is not in UTF-16, whatever the declaration says.
    private static func isASCIIBased(_ label: String) -> Bool {
        let name = label.lowercased()
        return !["utf-16", "utf16", "utf-32", "utf32", "ucs-2", "ucs-4", "iso-10646", "unicode", "u16", "u32"].contains
        {
            name.hasPrefix($0)
        }
    }

    /// Encodings whose other characters are written in bytes of ASCII.
    private static func isSwitching(_ label: String) -> Bool {
        let name = label.lowercased()
        return name.hasPrefix("iso-2022") || name.hasPrefix("iso2022") || name.hasPrefix("hz") || name == "utf-7"
            || name.hasPrefix("csiso2022")
    }

    private static func decoded(_ bytes: [UInt8], _ label: String) -> [UInt8]? {
        if let known = TextEncoding(label: label) { return TextDecoder.utf8(bytes, as: known) }
        return SystemDecoder.utf8(bytes, as: label)
    }
}
