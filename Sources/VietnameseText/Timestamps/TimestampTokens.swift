/// A text cut into runs of digits, runs of letters and marks, for the readers of dates.
struct TimestampTokens {
    enum Kind { case digits, letters, mark }

    struct Token {
        let kind: Kind
        /// Digits as they are, letters in lower case, a mark as its character.
        let text: String
        let range: Range<Int>
        /// White space stands in front.
        let isSpaced: Bool
    }

    private(set) var tokens: [Token] = []

    /// Only the first so many bytes are looked at: no date line is longer.
    static let longest = 2_000

    init(_ text: String) {
        let bytes = Array(text.utf8.prefix(TimestampTokens.longest))
        var index = 0
        var isSpaced = false
        while index < bytes.count {
            let start = index
            let kind = TimestampTokens.kind(bytes[index])
            guard let kind else {
                isSpaced = true
                index += 1
                continue
            }
            index += 1
            if kind != .mark {
                while index < bytes.count, TimestampTokens.kind(bytes[index]) == kind,
                    !TimestampTokens.isSpace(bytes, index)
                { index += 1 }
            }
            let raw = String(decoding: bytes[start..<index], as: UTF8.self)
            tokens.append(
                Token(
                    kind: kind, text: kind == .letters ? raw.lowercased() : raw, range: start..<index,
                    isSpaced: isSpaced))
            isSpaced = false
        }
    }

    /// Nil for ASCII white space and the first byte of a no-break space.
    private static func kind(_ byte: UInt8) -> Kind? {
        switch byte {
        case 0x30...0x39: .digits
        case 0x41...0x5A, 0x61...0x7A, 0x80...: .letters
        case 0x20, 0x09...0x0D: nil
        default: .mark
        }
    }

    /// A no-break space is C2 A0.
    private static func isSpace(_ bytes: [UInt8], _ index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == 0xC2 && bytes[index + 1] == 0xA0
    }

    subscript(index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

    func number(_ index: Int, _ digits: ClosedRange<Int> = 1...9) -> Int? {
        guard tokens.indices.contains(index), tokens[index].kind == .digits, digits.contains(tokens[index].text.count)
        else { return nil }
        return Int(tokens[index].text)
    }

    func isSpaced(_ index: Int) -> Bool { !tokens.indices.contains(index) || tokens[index].isSpaced }
}
