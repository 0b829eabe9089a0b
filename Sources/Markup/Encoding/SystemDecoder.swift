#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Decodes by the system's iconv what is in an encoding that ChiSo has no table of: feeds come in anything.
enum SystemDecoder {
    /// The bytes in UTF-8, U+FFFD for what the encoding does not explain; nil when the system does not know the label.
    static func utf8(_ bytes: [UInt8], as label: String) -> [UInt8]? {
        // A slash would ask for transliteration, or for a file.
        guard label.utf8.count <= 40, label.utf8.allSatisfy({ isOfLabel($0) }) else { return nil }
        guard let converter = spellings(of: label.lowercased()).lazy.compactMap(opened).first else { return nil }
        defer { iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        source.withUnsafeMutableBufferPointer { source in
            var (rest, left) = (source.baseAddress, source.count)
            while left > 0 {
                let outcome = convert(converter, &rest, &left, into: &result)
                if outcome == EILSEQ {
                    result += [0xEF, 0xBF, 0xBD]
                    rest = rest.map { $0 + 1 }
                    left -= 1
                } else if outcome != E2BIG {
                    // An end in the middle of a character.
                    if left > 0 { result += [0xEF, 0xBF, 0xBD] }
                    left = 0
                }
            }
            // Some encodings hold a letter back, to compose it with what may follow.
            var (none, nothing) = (UnsafeMutablePointer<CChar>?.none, 0)
            _ = convert(converter, &none, &nothing, into: &result)
        }
        return result
    }

    /// The bytes of an encoding of one byte a character, as the WHATWG Encoding Standard has it; nil for any other.
    ///
    /// The system's tables differ from the standard in few places: what Windows left free are control characters there.
    static func singleByte(_ bytes: [UInt8], as name: String) -> String? {
        guard name.hasPrefix("windows-125") || singleByteNames.contains(name) else { return nil }
        let system = name == "x-mac-cyrillic" ? "mac-cyrillic" : name == "windows-874" ? "cp874" : name
        var text = String.UnicodeScalarView()
        var table: [Unicode.Scalar?] = Array(repeating: nil, count: 256)
        for byte in bytes {
            if table[Int(byte)] == nil { table[Int(byte)] = scalar(of: byte, in: name, system) }
            text.append(table[Int(byte)] ?? "\u{FFFD}")
        }
        return String(text)
    }

    private static func scalar(of byte: UInt8, in name: String, _ system: String) -> Unicode.Scalar? {
        if byte < 0x80 { return Unicode.Scalar(byte) }
        switch (name, byte) {
        case ("koi8-u", 0xAE): return "\u{45E}"
        case ("koi8-u", 0xBE): return "\u{40E}"
        case ("macintosh", 0xC6): return "\u{2206}"
        case ("macintosh", 0xF0): return "\u{F8FF}"
        case ("windows-1255", 0xCA): return "\u{5BA}"
        case ("x-mac-cyrillic", 0xFF): return "\u{20AC}"
        default: break
        }
        let scalar = utf8([byte], as: system).flatMap { String(decoding: $0, as: UTF8.self).unicodeScalars.first }
        if scalar == "\u{FFFD}", byte < 0xA0, name.hasPrefix("windows-") { return Unicode.Scalar(byte) }
        return scalar
    }

    private static let singleByteNames: Set<String> = [
        "ibm866", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8",
        "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u", "macintosh",
        "windows-874", "x-mac-cyrillic",
    ]

    private static func opened(_ name: String) -> iconv_t? {
        let converter = iconv_open("utf-8", name)
        return converter == iconv_t(bitPattern: -1) ? nil : converter
    }

    /// The label, and how the system may call the same encoding.
    private static func spellings(of label: String) -> [String] {
        let hyphened = String(label.map { $0 == "_" ? "-" : $0 })
        var spellings = [label, hyphened, hyphened.filter { $0 != "-" }]
        if label.hasPrefix("cs") { spellings.append(String(label.dropFirst(2))) }
        switch hyphened {
        case "macroman", "mac-roman": spellings.append("macintosh")
        case "maclatin2", "maccentraleurope": spellings.append("mac-centraleurope")
        case "maciceland": spellings.append("mac-is")
        default: break
        }
        return spellings
    }

    /// Converts a piece; 0 or the error that ended it.
    private static func convert(
        _ converter: iconv_t, _ rest: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into result: inout [UInt8]
    ) -> Int32 {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16 * 1_024) { piece in
            var (target, room) = (piece.baseAddress, piece.count)
            let outcome = iconv(converter, &rest, &left, &target, &room) == -1 ? errno : 0
            result += piece[..<(piece.count - room)].lazy.map { UInt8(bitPattern: $0) }
            return outcome
        }
    }

    private static func isOfLabel(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
