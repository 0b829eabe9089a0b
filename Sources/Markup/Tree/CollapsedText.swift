/// Text on its way from markup to sentences: white space collapsed, invisible characters dropped.
public struct CollapsedText: Sendable {
    private var bytes: [UInt8] = []
    private var isSpaceDue = false
    /// Whether bytes came with which characters begin that may have to be composed or dropped.
    private var isSuspicious = false

    public init() {}

    /// Whether nothing but space came.
    public var isEmpty: Bool { bytes.isEmpty }

    /// Begins anew, keeping the room.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        isSpaceDue = false
        isSuspicious = false
    }

    public mutating func append(_ piece: ArraySlice<UInt8>) {
        piece.withUnsafeBufferPointer { append($0) }
    }

    private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < piece.count {
            let byte = piece[index]
            if byte.isASCIISpace || byte == 0 {
                isSpaceDue = true
                index += 1
                continue
            }
            if byte == 0xC2, index + 1 < piece.count, piece[index + 1] == 0xA0 {
                // U+00A0 is a space to a reader.
                isSpaceDue = true
                index += 2
                continue
            }
            if isSpaceDue && !bytes.isEmpty { bytes.append(0x20) }
            isSpaceDue = false
            let start = index
            repeat {
                if piece[index] >= 0xCC { isSuspicious = isSuspicious || CollapsedText.isSuspicious(piece, index) }
                index += 1
            } while index < piece.count && piece[index] > 0x20 && piece[index] != 0xC2
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: piece[start..<index]))
        }
    }

    /// A word ends here.
    public mutating func space() { isSpaceDue = true }

    /// Appends the text to bytes, as `text` gives it.
    public func write(to result: inout [UInt8]) {
        if isSuspicious { result.append(contentsOf: text.utf8) } else { result.append(contentsOf: bytes) }
    }

    /// The text, without byte order marks and zero-width spaces, in NFC.
    public var text: String {
        guard isSuspicious else { return String(decoding: bytes, as: UTF8.self) }
        let kept = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
            switch $0 {
            case "\u{FEFF}", "\u{200B}", "\u{2060}": false
            default: true
            }
        }
        return TextDecoder.composed(String(String.UnicodeScalarView(kept)))
    }

    /// Whether a character begins here that may compose with the one before it, has a composed form or no width.
    private static func isSuspicious(_ piece: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let next = index + 1 < piece.count ? piece[index + 1] : 0
        let third = index + 2 < piece.count ? piece[index + 2] : 0
        switch piece[index] {
        case 0xCC, 0xCD, 0xE0: return true
        // Letters of Hangul.
        case 0xE1: return (0x84...0x87).contains(next)
        // U+200B, U+2060, the signs of Kelvin and Angstrom.
        case 0xE2: return (next == 0x80 && third == 0x8B) || (next == 0x81 && third == 0xA0) || next == 0x84
        // Voiced sound marks of Japanese.
        case 0xE3: return next == 0x82 && (third == 0x99 || third == 0x9A)
        // U+FEFF, compatibility forms of Chinese.
        case 0xEF: return next == 0xBB || (0xA4...0xAB).contains(next)
        default: return false
        }
    }
}
