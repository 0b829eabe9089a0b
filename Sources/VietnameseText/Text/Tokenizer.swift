/// Cuts the UTF-8 bytes of a text in NFC into tokens.
enum Tokenizer {
    static func tokens(of bytes: [UInt8]) -> [Token] {
        var scan = Scan(bytes: bytes)
        scan.run()
        return scan.tokens
    }

    private struct Scan {
        let bytes: [UInt8]
        var tokens: [Token] = []
        private var position = 0
        private var gap = Token.Gap.lineBreak

        init(bytes: [UInt8]) {
            self.bytes = bytes
            tokens.reserveCapacity(bytes.count / 4)
        }

        mutating func run() {
            while position < bytes.count {
                let (scalar, length) = scalar(at: position)
                if let space = Tokenizer.gap(scalar) {
                    widen(space)
                    position += length
                } else if Tokenizer.isInvisible(scalar) {
                    position += length
                } else if scalar.isASCIIDigit {
                    number()
                } else if Tokenizer.isLetter(scalar) {
                    word()
                } else {
                    let range = position..<position + length
                    append(.punctuation, range, fold: Tokenizer.unified(scalar))
                }
            }
        }

        private mutating func number() {
            var end = position
            while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
            append(.number, position..<end, fold: String(decoding: bytes[position..<end], as: UTF8.self))
        }

        /// Letters, with marks that did not compose and apostrophes between letters (`M'Drắk`).
        private mutating func word() {
            var letters: [Unicode.Scalar] = []
            var end = position
            var capitals = 0
            while end < bytes.count {
                let (scalar, length) = scalar(at: end)
                let isApostrophe =
                    Tokenizer.isApostrophe(scalar) && !letters.isEmpty && end + length < bytes.count
                    && Tokenizer.isLetter(self.scalar(at: end + length).0)
                if Tokenizer.isLetter(scalar) || scalar.properties.generalCategory == .nonspacingMark || isApostrophe {
                    letters.append(scalar)
                    if scalar.properties.isUppercase { capitals += 1 }
                } else if !Tokenizer.isInvisible(scalar) {
                    break
                }
                end += length
            }
            append(
                .word, position..<end, fold: MatchingForm.fold(word: letters),
                isCapitalized: letters.first?.properties.isUppercase ?? false,
                isAllCapitals: capitals == letters.count && capitals > 1)
        }

        private mutating func append(
            _ kind: Token.Kind, _ range: Range<Int>, fold: String, isCapitalized: Bool = false,
            isAllCapitals: Bool = false
        ) {
            tokens.append(
                Token(
                    range: range, kind: kind, fold: fold, isCapitalized: isCapitalized, isAllCapitals: isAllCapitals,
                    gap: gap))
            position = range.upperBound
            gap = .none
        }

        /// The widest space of a gap tells its kind.
        private mutating func widen(_ space: Token.Gap) {
            switch (gap, space) {
            case (.lineBreak, _), (_, .lineBreak): gap = .lineBreak
            case (.tab, _), (_, .tab): gap = .tab
            case (.space, _), (_, .space): gap = .space
            default: gap = space
            }
        }

        /// The scalar at an offset; a byte that begins none stands for itself, so that nothing is lost or looped over.
        private func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
            let first = bytes[offset]
            let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
            guard length > 1, offset + length <= bytes.count else { return (Unicode.Scalar(first), 1) }
            var value = UInt32(first) & (0x7F >> UInt32(length))
            for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
            return Unicode.Scalar(value).map { ($0, length) } ?? (Unicode.Scalar(first), 1)
        }
    }

    private static func gap(_ scalar: Unicode.Scalar) -> Token.Gap? {
        switch scalar {
        case "\n", "\r", "\u{2028}", "\u{2029}": .lineBreak
        case "\t": .tab
        case " ", "\u{3000}", "\u{0B}", "\u{0C}", "\u{85}": .space
        case "\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}", "\u{2000}"..."\u{200A}": .noBreakSpace
        default: nil
        }
    }

    /// Zero-width characters and the soft hyphen: in a word without being of it.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}", "\u{AD}": true
        default: false
        }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "\u{2019}", "\u{2BC}": true
        default: false
        }
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        return scalar.properties.isAlphabetic
    }

    /// Dashes as `-`, quotation marks as `"`, the full-width percent sign as `%`.
    private static func unified(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FF0D}": "-"
        case "\u{201C}"..."\u{201F}", "\u{AB}", "\u{BB}": "\""
        case "\u{FF05}", "\u{FE6A}": "%"
        default: String(scalar)
        }
    }
}

extension Unicode.Scalar {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
