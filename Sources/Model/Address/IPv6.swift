/// IPv6 addresses: parsed and written in the shortest form (RFC 5952).
enum IPv6 {
    static func normalized(_ text: String) -> String? {
        guard let pieces = pieces(of: text) else { return nil }
        let zeros = longestZeros(in: pieces)
        var result = ""
        var index = 0
        while index < 8 {
            if let zeros, zeros.lowerBound == index {
                result += "::"
                index = zeros.upperBound
                continue
            }
            if !result.isEmpty && !result.hasSuffix(":") { result += ":" }
            result += String(pieces[index], radix: 16)
            index += 1
        }
        return result
    }

    private static func pieces(of text: String) -> [UInt16]? {
        let halves = text.components(separatedBy: "::")
        guard halves.count <= 2, let head = groups(halves[0]) else { return nil }
        if halves.count == 1 { return head.count == 8 ? head : nil }
        guard let tail = groups(halves[1]), head.count + tail.count <= 7 else { return nil }
        return head + [UInt16](repeating: 0, count: 8 - head.count - tail.count) + tail
    }

    private static func groups(_ text: String) -> [UInt16]? {
        if text.isEmpty { return [] }
        var result: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1 && part.contains(".") {
                guard let four = dotted(part) else { return nil }
                result += four
            } else {
                guard (1...4).contains(part.count), part.utf8.first != UInt8(ascii: "+"),
                    let value = UInt16(part, radix: 16)
                else { return nil }
                result.append(value)
            }
        }
        return result
    }

    /// The last 32 bits written as an IPv4 address.
    private static func dotted(_ text: Substring) -> [UInt16]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part -> UInt16? in
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), part == "0" || !part.hasPrefix("0") else {
                return nil
            }
            return UInt8(part).map(UInt16.init)
        }
        guard parts.count == 4, numbers.count == 4 else { return nil }
        return [numbers[0] << 8 | numbers[1], numbers[2] << 8 | numbers[3]]
    }

    private static func longestZeros(in pieces: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        while start < 8 {
            let end = pieces[start...].firstIndex { $0 != 0 } ?? 8
            if end - start > max(1, best?.count ?? 1) { best = start..<end }
            start = max(end, start + 1)
        }
        return best
    }
}
