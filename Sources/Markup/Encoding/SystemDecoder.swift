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
        }
        return result
    }

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
