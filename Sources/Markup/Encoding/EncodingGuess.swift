/// What the bytes of a page say of its encoding when nothing else does, or when what is declared cannot be.
struct EncodingGuess {
    let encoding: TextEncoding

    init(_ bytes: [UInt8]) {
        var (high, marks, sequences) = (0, 0, 0)
        for index in bytes.indices.dropFirst() where bytes[index] >= 0x80 {
            high += 1
            if bytes[index] & 0xC0 == 0x80 && bytes[index - 1] >= 0xC2 { sequences += 1 }
            if EncodingGuess.tones.contains(bytes[index]) && EncodingGuess.vowels.contains(bytes[index - 1]) {
                marks += 1
            }
        }
        if sequences * 3 > high {
            // A page in UTF-8 of which some bytes were lost.
            encoding = .utf8
        } else {
            encoding = marks >= 4 && marks * 8 > high ? .windows1258 : .windows1252
        }
    }

    /// The combining tones of windows-1258.
    private static let tones: Set<UInt8> = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2]

    /// The letters that carry tones, as windows-1258 writes them.
    private static let vowels = Set("aeiouyAEIOUY".utf8).union([
        0xC2, 0xC3, 0xCA, 0xD4, 0xD5, 0xDD, 0xE2, 0xE3, 0xEA, 0xF4, 0xF5, 0xFD,
    ])
}
