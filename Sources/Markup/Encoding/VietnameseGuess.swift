/// Recognises Vietnamese of before Unicode, which no page declares, and UTF-8 that was encoded twice: the words that every
/// Vietnamese text is full of come out in one reading and in no other.
enum VietnameseGuess {
    /// The encoding of bytes that are no UTF-8; nil where none makes Vietnamese of them.
    static func encoding(of bytes: [UInt8]) -> TextEncoding? {
        let piece = middle(bytes)
        let letters = letters(piece)
        guard letters.beyondASCII >= leastLetters, letters.beyondASCII * rarest > letters.ascii else { return nil }
        return best(Array(piece), [.tcvn3, .viscii, .vni, .windows1258], plain: 0) { $0.text(of: $1) }
    }

    /// What the characters of a page in UTF-8 were before somebody took them for Latin letters; nil for nearly all pages,
    /// by one look at a few kilobytes.
    static func encoding(ofUTF8 bytes: [UInt8]) -> TextEncoding? {
        let piece = middle(bytes)
        let letters = letters(piece)
        guard letters.latin >= leastLetters, letters.latin * rarest > letters.ascii,
            letters.vietnamese * 8 < letters.latin
        else { return nil }
        let plain = words(in: String(decoding: piece, as: UTF8.self))
        return best(Array(piece), [.doubleUTF8, .tcvn3, .vni, .viscii], plain: plain) {
            $0.text(of: String(decoding: $1, as: UTF8.self))
        }
    }

    /// Vietnamese has a letter beyond ASCII in nearly every word, other languages of Latin letters in few: every fourteenth
    /// of all letters, those of the markup among them.
    private static let rarest = 14
    private static let leastLetters = 40

    private struct Letters {
        var ascii = 0
        var beyondASCII = 0
        /// Characters of Latin-1, and those of the Vietnamese blocks, by the bytes of UTF-8 that they begin with.
        var latin = 0
        var vietnamese = 0
    }

    private static func letters(_ bytes: ArraySlice<UInt8>) -> Letters {
        var letters = Letters()
        for byte in bytes {
            if byte < 0x80 {
                if (byte | 0x20) &- 0x61 < 26 { letters.ascii += 1 }
            } else {
                letters.beyondASCII += 1
                if byte == 0xC2 || byte == 0xC3 { letters.latin += 1 }
                if byte == 0xE1 || byte == 0xC6 { letters.vietnamese += 1 }
            }
        }
        return letters
    }

    /// Sixteen kilobytes out of the middle, where the article is.
    private static func middle(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let start = max(0, bytes.count / 2 - 8_192)
        return bytes[start..<min(bytes.count, start + 16_384)]
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
