/// The encodings in which Vietnamese was written before Unicode, and the accidents that happen to UTF-8.
public enum VietnameseCharset: String, Sendable, CaseIterable {
    /// VNI for Windows: a letter, and behind it a sign for tone and shape.
    case vni
    /// TCVN 5712:1993 in the form of the ABC fonts.
    case tcvn3
    /// RFC 1456.
    case viscii
    /// RFC 1456: marks of ASCII behind the letters.
    case viqr
    /// Base letters with combining tones.
    case windows1258 = "windows-1258"
    case utf8 = "utf-8"
    /// UTF-8 that was taken for windows-1252 and encoded once more.
    case doubleUTF8 = "utf-8-read-as-windows-1252"

    /// The text of some bytes, in NFC.
    public func text(of bytes: [UInt8]) -> String {
        switch self {
        case .vni: VNI.text(of: TextDecoder.text1252(bytes))
        case .tcvn3: TextDecoder.composed(table(TCVN3.high, bytes))
        case .viscii: TextDecoder.composed(VISCII.text(of: bytes))
        case .viqr: VIQR.text(of: String(decoding: bytes, as: UTF8.self))
        case .windows1258: String(decoding: TextDecoder.utf8(bytes, as: .windows1258), as: UTF8.self)
        case .utf8: TextDecoder.composed(String(decoding: bytes, as: UTF8.self))
        case .doubleUTF8: text(of: String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The text of some characters that an encoding's bytes were taken for: of windows-1252, or of UTF-8 for the forms
    /// that are characters themselves. In NFC.
    public func text(of text: String) -> String {
        switch self {
        case .vni: return VNI.text(of: text)
        case .viqr: return VIQR.text(of: text)
        case .utf8: return TextDecoder.composed(text)
        case .doubleUTF8:
            var text = text
            // Twice is common, more than that is not.
            for _ in 0..<3 {
                let mended = VietnameseCharset.mended(text)
                if mended == text { break }
                text = mended
            }
            return TextDecoder.composed(text)
        case .tcvn3, .viscii, .windows1258:
            var result = ""
            var run: [UInt8] = []
            for scalar in text.unicodeScalars {
                if let byte = TextDecoder.byte1252(scalar) {
                    run.append(byte)
                } else {
                    result += self.text(of: run)
                    result.unicodeScalars.append(scalar)
                    run = []
                }
            }
            return TextDecoder.composed(result + self.text(of: run))
        }
    }

    /// Letters beyond ASCII that stand together and are bytes of UTF-8 become what these bytes say.
    private static func mended(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var (run, bytes) = ([Unicode.Scalar](), [UInt8]())
        func flush() {
            if bytes.count > 1, TextDecoder.isValidUTF8(bytes) {
                result.append(contentsOf: String(decoding: bytes, as: UTF8.self).unicodeScalars)
            } else {
                result.append(contentsOf: run)
            }
            (run, bytes) = ([], [])
        }
        for scalar in text.unicodeScalars {
            if scalar.value >= 0x80, let byte = TextDecoder.byte1252(scalar) {
                run.append(scalar)
                bytes.append(byte)
            } else {
                flush()
                result.append(scalar)
            }
        }
        flush()
        return String(result)
    }

    private func table(_ high: [Unicode.Scalar], _ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(byte < 0x80 ? Unicode.Scalar(byte) : high[Int(byte) - 0x80]) }
        return String(text)
    }
}

/// TCVN 5712:1993 (VN3), the upper half; small and capital toned letters share their places in the fonts.
private enum TCVN3 {
    static let high: [Unicode.Scalar] = {
        var table = (0x80...0xFF as ClosedRange<UInt8>).map { TextDecoder.scalar(of: $0) }
        let letters: [(Int, String)] = [
            (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
            (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
        ]
        for (start, text) in letters {
            for (offset, scalar) in text.unicodeScalars.enumerated() {
                table[start + offset - 0x80] = scalar
            }
        }
        return table
    }()
}

/// RFC 1456, section 4: letters also in six places of the control characters.
private enum VISCII {
    static func text(of bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(table[Int(byte)]) }
        return String(text)
    }

    private static let table: [Unicode.Scalar] = {
        var table = (0...0xFF as ClosedRange<UInt8>).map { Unicode.Scalar($0) }
        let controls: [(Int, Unicode.Scalar)] = [
            (0x02, "Ẳ"), (0x05, "Ẵ"), (0x06, "Ẫ"), (0x14, "Ỷ"), (0x19, "Ỹ"), (0x1E, "Ỵ"),
        ]
        for (place, scalar) in controls { table[place] = scalar }
        let high = """
            ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ
            """
        for (offset, scalar) in high.unicodeScalars.enumerated() where offset < 128 { table[0x80 + offset] = scalar }
        return table
    }()
}

/// VNI for Windows: the vowel stays, a sign of Latin-1 behind it tells shape and tone; few letters are one sign.
private enum VNI {
    static func text(of source: String) -> String {
        let scalars = Array(source.unicodeScalars)
        var text = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if index + 1 < scalars.count, let letter = pairs[[scalar, scalars[index + 1]]] {
                text.append(letter)
                index += 2
            } else {
                text.append(singles[scalar] ?? scalar)
                index += 1
            }
        }
        return TextDecoder.composed(String(text))
    }

    /// Signs in the order of the tones of `forms`.
    private static let forms: [(base: String, signs: String, letters: String)] = [
        ("a", "ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"), ("e", "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
        ("o", "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"), ("u", "ùøûõï", "úùủũụ"), ("y", "ùøûõ", "ýỳỷỹ"), ("ô", "ùøûõï", "ớờởỡợ"),
        ("ö", "ùøûõï", "ứừửữự"),
    ]
    private static let alone: [(String, String)] = [
        ("ô", "ơ"), ("ö", "ư"), ("ñ", "đ"), ("î", "ỵ"), ("æ", "ỉ"), ("ó", "ĩ"), ("ò", "ị"), ("Ô", "Ơ"), ("Ö", "Ư"),
        ("Ñ", "Đ"),
        ("Î", "Ỵ"), ("Æ", "Ỉ"), ("Ó", "Ĩ"), ("Ò", "Ị"),
    ]

    private static let singles: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (sign, letter) in alone {
            if let sign = sign.unicodeScalars.first, let letter = letter.unicodeScalars.first { table[sign] = letter }
        }
        return table
    }()

    private static let pairs: [[Unicode.Scalar]: Unicode.Scalar] = {
        var table: [[Unicode.Scalar]: Unicode.Scalar] = [:]
        for form in forms {
            for (sign, letter) in zip(form.signs.unicodeScalars, form.letters.unicodeScalars) {
                for base in [form.base, form.base.uppercased()].compactMap(\.unicodeScalars.first) {
                    let isCapital = base.properties.isUppercase
                    let capital = String(letter).uppercased().unicodeScalars.first ?? letter
                    // The sign behind a capital may be of either case.
                    for written in [String(sign), String(sign).uppercased()].compactMap(\.unicodeScalars.first) {
                        table[[base, written]] = isCapital ? capital : letter
                    }
                }
            }
        }
        return table
    }()
}

/// RFC 1456, section 5: `^ ( +` for the shape, `' \` ? ~ .` for the tone, `dd` for đ, a backslash before a plain mark.
private enum VIQR {
    static func text(of source: String) -> String {
        let scalars = Array(source.unicodeScalars)
        var text = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if scalar == "\\", let next {
                text.append(next)
                index += 2
            } else if scalar == "d" || scalar == "D", next == "d" || next == "D" {
                text.append(scalar == "d" ? "đ" : "Đ")
                index += 2
            } else if "aeiouyAEIOUY".unicodeScalars.contains(scalar) {
                text.append(scalar)
                index += 1
                index += marks(scalars, from: index, behind: scalar, into: &text)
            } else {
                text.append(scalar)
                index += 1
            }
        }
        return TextDecoder.composed(String(text))
    }

    /// Adds the shape and the tone that stand behind a vowel; how many characters they took.
    private static func marks(
        _ scalars: [Unicode.Scalar], from start: Int, behind vowel: Unicode.Scalar,
        into text: inout String.UnicodeScalarView
    ) -> Int {
        var index = start
        if index < scalars.count, let shape = shape(scalars[index], of: vowel) {
            text.append(shape)
            index += 1
        }
        if index < scalars.count, let tone = tone(scalars[index]) {
            text.append(tone)
            index += 1
        }
        return index - start
    }

    /// The combining mark of a shape that the vowel can have.
    private static func shape(_ mark: Unicode.Scalar, of vowel: Unicode.Scalar) -> Unicode.Scalar? {
        switch (mark, vowel) {
        case ("^", "a"), ("^", "e"), ("^", "o"), ("^", "A"), ("^", "E"), ("^", "O"): "\u{302}"
        case ("(", "a"), ("(", "A"): "\u{306}"
        case ("+", "o"), ("+", "u"), ("+", "O"), ("+", "U"), ("*", "o"), ("*", "u"), ("*", "O"), ("*", "U"): "\u{31B}"
        default: nil
        }
    }

    private static func tone(_ mark: Unicode.Scalar) -> Unicode.Scalar? {
        switch mark {
        case "'": "\u{301}"
        case "`": "\u{300}"
        case "?": "\u{309}"
        case "~": "\u{303}"
        case ".": "\u{323}"
        default: nil
        }
    }
}
