/// The path of a rule: `*` stands for anything, `$` at the end for the end (RFC 9309, section 2.2.3).
struct RobotsPattern: Sendable {
    private let pieces: [[UInt8]]
    private let endsExactly: Bool
    /// Longer patterns are more specific.
    let length: Int

    init(_ value: [UInt8]) {
        var pattern = RobotsPattern.normalized(value)
        length = pattern.count
        endsExactly = pattern.last == UInt8(ascii: "$")
        if endsExactly { pattern.removeLast() }
        pieces = pattern.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map { Array($0) }
    }

    /// Whether a normalized path begins with, or with `$` is, what the pattern says; in time linear in both.
    func matches(_ path: [UInt8]) -> Bool {
        guard let first = pieces.first, path.starts(with: first) else { return false }
        var position = first.count
        for (index, piece) in pieces.enumerated().dropFirst() {
            if endsExactly && index == pieces.count - 1 {
                return path.count - position >= piece.count && path[(path.count - piece.count)...].elementsEqual(piece)
            }
            guard let found = RobotsPattern.find(piece, in: path, from: position) else { return false }
            position = found + piece.count
        }
        return !endsExactly || position == path.count
    }

    private static func find(_ piece: [UInt8], in path: [UInt8], from start: Int) -> Int? {
        if piece.isEmpty { return start }
        guard path.count >= piece.count else { return nil }
        var index = start
        while index <= path.count - piece.count {
            if path[index] == piece[0], path[index..<index + piece.count].elementsEqual(piece) { return index }
            index += 1
        }
        return nil
    }

    /// One spelling of percent-encoding: capitals in the digits, unreserved bytes decoded, and encoded what cannot stand
    /// in an address bare, so that `/a<b` in the file meets `/a%3Cb` of a parsed address.
    static func normalized(_ path: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(path.count)
        var index = 0
        while index < path.count {
            let byte = path[index]
            if byte == UInt8(ascii: "%"), index + 2 < path.count, let high = digit(path[index + 1]),
                let low = digit(path[index + 2])
            {
                append(high << 4 | low, wasEncoded: true, to: &result)
                index += 3
            } else {
                append(byte, wasEncoded: false, to: &result)
                index += 1
            }
        }
        return result
    }

    private static func append(_ byte: UInt8, wasEncoded: Bool, to result: inout [UInt8]) {
        if isUnreserved(byte) || (!wasEncoded && !isEncodedByParsers(byte)) {
            result.append(byte)
        } else {
            result += [UInt8(ascii: "%"), hexadecimal(byte >> 4), hexadecimal(byte & 15)]
        }
    }

    /// RFC 3986, section 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    /// Controls, space, `"` `'` `<` `>` `\` `^` `` ` `` `{` `|` `}` and all beyond ASCII: encoded in the path or the query
    /// by the URL standard, or by other parsers.
    private static func isEncodedByParsers(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x20, 0x22, 0x27, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...0xFF: true
        default: false
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
