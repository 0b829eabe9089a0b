/// Tells text that a spreadsheet might take for something else than text.
enum FormulaGuard {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Whether a sign of a formula comes first, or first after characters that a spreadsheet may skip (OWASP, "CSV
    /// Injection").
    static func isRisky(_ text: Bytes) -> Bool {
        guard let first = text.first, mayBeRisky(first) else { return false }
        var index = 0
        while index < text.count {
            if triggers.contains(where: { begins(text, index, $0) }) { return true }
            guard let skipped = skippable.first(where: { begins(text, index, $0) }) else { return false }
            index += skipped.count
        }
        return false
    }

    /// Whether a spreadsheet that opens a file by double click would make a number or a day of it that is written in
    /// another way: codes with leading zeros, months, versions, numbers with separators, numbers too long for it.
    static func looksLikeValue(_ text: Bytes) -> Bool {
        guard let first = text.first, isDigit(first), text.count <= 32 else { return false }
        guard text.allSatisfy({ isDigit($0) || joints.contains($0) }) else { return false }
        let isPlain = text.allSatisfy(isDigit) && text.count <= 15 && (first != UInt8(ascii: "0") || text.count == 1)
        return !isPlain
    }

    private static let triggers = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].map { Array($0.utf8) }

    /// Apostrophe, space, no-break space, zero-width space to right-to-left mark, word joiner, byte-order mark.
    private static let skippable = [
        "'", " ", "\u{A0}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}",
    ].map { Array($0.utf8) }

    /// What may stand between the digits of a number, a day, a time or a fraction.
    private static let joints = Array(".,-/: %eE".utf8)

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Whether a trigger or a skippable character can begin with this byte: most texts are done here.
    private static func mayBeRisky(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "'"), 0x20, 0x09,
            0x0A, 0x0D, 0xC2, 0xE2, 0xEF:
            true
        default: false
        }
    }

    private static func begins(_ text: Bytes, _ index: Int, _ sign: [UInt8]) -> Bool {
        index + sign.count <= text.count && sign.indices.allSatisfy { text[index + $0] == sign[$0] }
    }
}
