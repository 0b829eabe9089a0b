/// Recognises Vietnamese of before Unicode, which no page declares, and UTF-8 that was encoded twice: the words that every
/// Vietnamese text is full of come out in one reading and in no other.
enum VietnameseGuess {
    /// The encoding of bytes that are no UTF-8; nil where none makes Vietnamese of them.
    static func encoding(of bytes: [UInt8]) -> TextEncoding? {
        best(sample(bytes), [.tcvn3, .viscii, .vni, .windows1258], plain: 0) { $0.text(of: $1) }
    }

    /// What the characters of a page in UTF-8 were before somebody took them for Latin letters; nil for nearly all pages,
    /// by a look at a few kilobytes.
    static func encoding(ofUTF8 bytes: [UInt8]) -> TextEncoding? {
        guard looksLatin(middle(bytes)) else { return nil }
        let piece = sample(bytes)
        let plain = words(in: String(decoding: piece, as: UTF8.self))
        return best(piece, [.doubleUTF8, .tcvn3, .vni, .viscii], plain: plain) {
            $0.text(of: String(decoding: $1, as: UTF8.self))
        }
    }

    /// More letters of Latin-1 than of the Vietnamese blocks.
    private static func looksLatin(_ bytes: ArraySlice<UInt8>) -> Bool {
        var (latin, vietnamese) = (0, 0)
        for byte in bytes where byte >= 0xC2 {
            if byte == 0xC2 || byte == 0xC3 { latin += 1 } else if byte == 0xE1 || byte == 0xC6 { vietnamese += 1 }
        }
        return latin >= 20 && vietnamese * 8 < latin
    }

    private static func middle(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let start = max(0, bytes.count / 2 - 4_096)
        return bytes[start..<min(bytes.count, start + 8_192)]
    }

    private static func sample(_ bytes: [UInt8]) -> [UInt8] {
        let start = bytes.count > 65_536 ? bytes.count / 2 - 32_768 : 0
        return Array(bytes[start..<min(bytes.count, start + 65_536)])
    }

    private static func best(
        _ piece: [UInt8], _ charsets: [VietnameseCharset], plain: Int,
        _ read: (VietnameseCharset, [UInt8]) -> String
    ) -> TextEncoding? {
        let counts = charsets.map { (charset: $0, count: words(in: read($0, piece))) }
        guard let best = counts.max(by: { $0.count < $1.count }), best.count >= leastWords, best.count > plain * 4
        else {
            return nil
        }
        switch best.charset {
        case .tcvn3: return .tcvn3
        case .viscii: return .viscii
        case .vni: return .vni
        case .windows1258: return .windows1258
        case .doubleUTF8: return .doubleUTF8
        case .viqr, .utf8: return nil
        }
    }

    /// A page of another language may hold a few of them by accident, again and again.
    private static let leastWords = 8

    /// How many different ones of the common words stand in a text.
    private static func words(in text: String) -> Int {
        var found: Set<String> = []
        for word in text.unicodeScalars.split(whereSeparator: { $0.value < 0x41 }) where word.count <= 6 {
            let word = String(word).lowercased()
            if common.contains(word) { found.insert(word) }
        }
        return found.count
    }

    /// Words with a letter that only Vietnamese has, or with a tone that tells the readings apart.
    private static let common: Set<String> = [
        "và", "của", "các", "được", "là", "có", "không", "người", "với", "một", "những", "ngày", "năm", "này", "đã",
        "để",
        "từ", "tại", "về", "đến", "việc", "thủ", "tục", "hồ", "sơ", "tỉnh", "huyện", "xã", "hành", "chính", "trên",
        "đồng",
        "công", "dân", "số", "việt", "thành", "phố", "ở", "sự", "đó", "đầu", "nước", "nhà",
    ]
}
