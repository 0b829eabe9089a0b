/// The encodings that pages come in, as far as ChiSo reads them.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
    /// Vietnamese: base letters with combining tones.
    case windows1258 = "windows-1258"
    /// Vietnamese of before Unicode, which nothing declares: see `VietnameseCharset`.
    case tcvn3, vni, viscii
    /// UTF-8 that was encoded once more.
    case doubleUTF8

    /// The encoding that a label means (WHATWG Encoding Standard, section 4.2), by its common spellings.
    init?(label: some StringProtocol) {
        let name = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        switch name {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
        case "utf-16", "utf-16le", "ucs-2", "unicode": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        case "windows-1258", "cp1258", "x-cp1258": self = .windows1258
        case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii",
            "l1", "iso_8859-1", "ansi_x3.4-1968":
            self = .windows1252
        default: return nil
        }
    }
}

/// Settles the encoding of a page, once, from its bytes.
enum EncodingSniffer {
    /// In this order: byte order mark, validity as UTF-8, the transport's charset, the page's own `meta`, the bytes.
    static func encoding(of bytes: [UInt8], charset: String?) -> TextEncoding {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        // No other encoding of a text of some length is valid UTF-8 by chance: a header left over from a template does
        // not count against it.
        if TextDecoder.isValidUTF8(bytes) && !bytes.prefix(64).contains(0) {
            return VietnameseGuess.encoding(ofUTF8: bytes) ?? .utf8
        }
        let declared = charset.flatMap { TextEncoding(label: $0) } ?? metaCharset(bytes)
        // Fonts for Vietnamese were declared as Latin.
        if let declared, declared != .utf8, declared != .windows1252 { return declared }
        return VietnameseGuess.encoding(of: bytes) ?? declared.flatMap { $0 == .utf8 ? nil : $0 }
            ?? EncodingGuess(bytes).encoding
    }

    /// The label behind `charset=` in a `meta` element or an XML declaration; some pages declare it after 18 KB.
    private static func metaCharset(_ bytes: [UInt8]) -> TextEncoding? {
        let head = bytes.prefix(64 * 1_024)
        let name = Array("charset=".utf8)
        var index = head.startIndex
        while let found = head[index...].firstRange(ofLowercased: name) {
            var start = found.upperBound
            while start < head.endIndex, [0x22, 0x27, 0x20].contains(head[start]) { start += 1 }
            let end = head[start...].firstIndex { [0x22, 0x27, 0x20, 0x3B, 0x3E, 0x2F].contains($0) } ?? head.endIndex
            if let encoding = TextEncoding(label: String(decoding: head[start..<end], as: UTF8.self)) {
                // A page whose meta element can be read is not in UTF-16, whatever the element says.
                return encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? .utf8 : encoding
            }
            index = found.upperBound
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// The first place where these lower-case ASCII bytes stand, in whatever case.
    func firstRange(ofLowercased needle: [UInt8]) -> Range<Int>? {
        guard let first = needle.first, count >= needle.count else { return nil }
        var index = startIndex
        let last = endIndex - needle.count
        while index <= last {
            if self[index].asciiLowercased == first, matches(needle, at: index) { return index..<index + needle.count }
            index += 1
        }
        return nil
    }

    private func matches(_ needle: [UInt8], at index: Int) -> Bool {
        for offset in needle.indices where self[index + offset].asciiLowercased != needle[offset] { return false }
        return true
    }
}

extension UInt8 {
    var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
