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

    /// One spelling of percent-encoding: capitals in the digits, bytes beyond ASCII encoded, unreserved ones decoded.
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
        let isUnreserved =
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || Array("-._~".utf8).contains(byte)
        if byte >= 0x80 || (wasEncoded && !isUnreserved) {
            let digits = Array("0123456789ABCDEF".utf8)
            result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        } else {
            result.append(byte)
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
