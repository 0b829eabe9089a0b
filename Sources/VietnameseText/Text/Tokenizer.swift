import Foundation

/// Cuts the UTF-8 bytes of a text in NFC into tokens.
enum Tokenizer {
    /// The words of a phrase, to compare with those of a text.
    static func words(of phrase: String) -> [FoldedWord] { composed(phrase, roles: nil).scan.tokens.map(\.fold) }

    /// A text in NFC, with the tokens that rules go through.
    static func read(_ source: String) -> (text: String, tokens: TokenText) {
        let (text, scan) = composed(source, roles: WordRoles.table)
        return (text, TokenText(bytes: scan.source, tokens: scan.tokens))
    }

    /// Text of the web nearly always is in NFC already, which the scan tells; else it is composed and scanned again.
    private static func composed(
        _ source: String, roles: WordTable<WordRoles>?
    ) -> (text: String, scan: (source: [UInt8], tokens: [Token])) {
        let bytes = Array(source.utf8)
        let first = scan(bytes, roles: roles)
        if first.isComposed { return (source, (bytes, first.tokens)) }
        let text = source.precomposedStringWithCanonicalMapping
        let composed = Array(text.utf8)
        return (text, (composed, scan(composed, roles: roles).tokens))
    }

    private static func scan(_ bytes: [UInt8], roles: WordTable<WordRoles>?) -> (tokens: [Token], isComposed: Bool) {
        bytes.withUnsafeBufferPointer { buffer in
            LetterTable.standard.entries.withUnsafeBufferPointer { letters in
                var scan = TokenScan(bytes: buffer, letters: letters, roles: roles)
                scan.run()
                return (scan.tokens, scan.isComposed)
            }
        }
    }

    /// What a character between words makes of the gap; nil for one that is no space.
    static func gap(_ scalar: Unicode.Scalar) -> Token.Gap? {
        switch scalar {
        case "\n", "\r", "\u{2028}", "\u{2029}": .lineBreak
        case "\t": .tab
        case " ", "\u{3000}", "\u{0B}", "\u{0C}", "\u{85}": .space
        case "\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}", "\u{2000}"..."\u{200A}": .noBreakSpace
        default: nil
        }
    }

    /// Zero-width characters and the soft hyphen: in a word without being of it.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}", "\u{AD}": true
        default: false
        }
    }

    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "\u{2019}", "\u{2BC}": true
        default: false
        }
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        return scalar.properties.isAlphabetic
    }

    /// Whether a character that begins no word may still stand inside one.
    static func mayContinue(_ scalar: Unicode.Scalar) -> Bool {
        isApostrophe(scalar) || isInvisible(scalar) || isLetter(scalar)
            || (!scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark)
    }

    /// Dashes as `-`, quotation marks as `"`, the full-width percent sign as `%`.
    static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FF0D}": "-"
        case "\u{201C}"..."\u{201F}", "\u{AB}", "\u{BB}": "\""
        case "\u{FF05}", "\u{FE6A}": "%"
        default: scalar
        }
    }
}

extension Unicode.Scalar {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
