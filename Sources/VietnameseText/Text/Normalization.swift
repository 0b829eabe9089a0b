import Foundation

/// Text in NFC, the form that every offset of the project counts in (Unicode Standard Annex #15).
enum Normalization {
    /// The text in NFC. Vietnamese of the web nearly always is already, which one look at the bytes can tell.
    static func composed(_ text: String) -> String {
        var text = text
        let isComposed = text.withUTF8 { isSurelyComposed($0) }
        return isComposed ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Whether every character is of blocks whose members never change under NFC; false means that it must be tried.
    ///
    /// Those are: U+0000–02FF, U+1E00–1EFF but for two long s, U+2002–2125 and U+20A0–20CF, general punctuation and
    /// currency among them.
    static func isSurelyComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            if first < 0x80 {
                index += 1
            } else if first < 0xCC {
                index += 2
            } else if first == 0xE1 || first == 0xE2, index + 2 < bytes.count {
                let (second, third) = (bytes[index + 1], bytes[index + 2])
                let isLatin = first == 0xE1 && second >= 0xB8 && second <= 0xBB && !(second == 0xBA && third == 0x9B)
                let isMark = first == 0xE2 && (second == 0x80 && third > 0x81 || second == 0x82)
                guard isLatin || isMark else { return false }
                index += 3
            } else {
                return false
            }
        }
        return true
    }
}
