import Foundation

/// Text as windows-1258 bytes, the way Vietnamese editors of its time wrote them: the letter first (â, ơ, đ … have codes of their
/// own), then its tone as a combining character.
enum Windows1258 {
    /// Encodes a text; a character that the encoding lacks becomes a numeric character reference of HTML.
    static func encode(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for character in text {
            append(character, to: &bytes)
        }
        return bytes
    }

    private static func append(_ character: Character, to bytes: inout [UInt8]) {
        var letter = ""
        var toneByte: UInt8?
        for scalar in String(character).decomposedStringWithCanonicalMapping.unicodeScalars {
            if let byte = tones[scalar.value] {
                toneByte = byte
            } else {
                letter.unicodeScalars.append(scalar)
            }
        }
        for scalar in letter.precomposedStringWithCanonicalMapping.unicodeScalars {
            if let byte = letters[scalar.value] ?? (scalar.value < 0x80 ? UInt8(scalar.value) : nil) {
                bytes.append(byte)
            } else {
                bytes.append(contentsOf: "&#\(scalar.value);".utf8)
            }
        }
        if let toneByte { bytes.append(toneByte) }
    }

    /// Combining grave, hook above, tilde, acute, dot below.
    private static let tones: [UInt32: UInt8] = [0x300: 0xCC, 0x309: 0xD2, 0x303: 0xDE, 0x301: 0xEC, 0x323: 0xF2]

    /// The letters and signs beyond ASCII that the articles use.
    private static let letters: [UInt32: UInt8] = [
        0xC2: 0xC2, 0x102: 0xC3, 0xCA: 0xCA, 0xD4: 0xD4, 0x1A0: 0xD5, 0x1AF: 0xDD, 0x110: 0xD0,
        0xE2: 0xE2, 0x103: 0xE3, 0xEA: 0xEA, 0xF4: 0xF4, 0x1A1: 0xF5, 0x1B0: 0xFD, 0x111: 0xF0,
        0x2013: 0x96, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2026: 0x85,
    ]
}
