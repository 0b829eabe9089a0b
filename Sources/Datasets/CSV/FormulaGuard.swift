/// Tells text that a spreadsheet might take for a formula (OWASP, "CSV Injection").
enum FormulaGuard {
    /// Whether a sign of a formula comes first, or first after characters that a spreadsheet may skip.
    static func isRisky(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < utf8.count {
            if triggers.contains(where: { begins(utf8, index, $0) }) { return true }
            guard let skipped = skippable.first(where: { begins(utf8, index, $0) }) else { return false }
            index += skipped.count
        }
        return false
    }

    private static let triggers = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].map { Array($0.utf8) }

    /// Apostrophe, space, no-break space, zero-width space to right-to-left mark, word joiner, byte-order mark.
    private static let skippable = [
        "'", " ", "\u{A0}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}",
    ].map { Array($0.utf8) }

    private static func begins(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int, _ sign: [UInt8]) -> Bool {
        index + sign.count <= utf8.count && sign.indices.allSatisfy { utf8[index + $0] == sign[$0] }
    }
}
