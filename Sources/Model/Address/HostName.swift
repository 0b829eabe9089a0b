import Foundation

/// The host parser of the WHATWG URL Standard, section 3.5, for the schemes that have domains.
enum HostName {
    /// The host in normal form: lower case, Punycode, IPv4 in dotted decimal, IPv6 in brackets; nil when it is none.
    static func parse(_ text: ArraySlice<Unicode.Scalar>) -> String? {
        if text.first == "[" {
            guard text.last == "]" else { return nil }
            let inner = String(String.UnicodeScalarView(text.dropFirst().dropLast()))
            return IPv6.normalized(inner).map { "[\($0)]" }
        }
        guard let decoded = String(validating: PercentEncoding.decode(text), as: UTF8.self),
            let ascii = asciiName(decoded), !ascii.isEmpty, ascii.utf8.count <= 253,
            !ascii.utf8.contains(where: { forbidden.contains($0) || $0 <= 0x20 || $0 >= 0x7F })
        else { return nil }
        return endsInNumber(ascii) ? IPv4.normalized(ascii) : ascii
    }

    private static let forbidden = Set("#/:<>?@[\\]^|%".utf8)

    /// Every label in lower case, those beyond ASCII in Punycode (RFC 3492).
    private static func asciiName(_ name: String) -> String? {
        let normal = name.precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCanonicalMapping
        let dotted = normal.map { "。．｡".contains($0) ? "." : String($0) }.joined()
        var labels: [String] = []
        for label in dotted.split(separator: ".", omittingEmptySubsequences: false) {
            let kept = String(String.UnicodeScalarView(label.unicodeScalars.filter { !ignored.contains($0) }))
            if kept.utf8.allSatisfy({ $0 < 0x80 }) {
                labels.append(kept)
            } else {
                guard let encoded = Punycode.encode(kept) else { return nil }
                labels.append("xn--" + encoded)
            }
        }
        return labels.joined(separator: ".")
    }

    /// Soft hyphen, zero-width characters, word joiner: nothing of them is left in a name (UTS 46, "ignored").
    private static let ignored: Set<Unicode.Scalar> = [
        "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200C}", "\u{200D}",
    ]

    private static func endsInNumber(_ name: String) -> Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard let last = labels.last(where: { !$0.isEmpty }) else { return false }
        return last.utf8.allSatisfy { (0x30...0x39).contains($0) } || IPv4.number(String(last)) != nil
    }
}

/// IPv4 addresses in all the spellings that the WHATWG URL Standard reads: one to four numbers, decimal, octal, hex.
enum IPv4 {
    static func normalized(_ text: String) -> String? {
        var parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.last == "" && parts.count > 1 { parts.removeLast() }
        guard parts.count <= 4 else { return nil }
        let numbers = parts.compactMap(number)
        guard numbers.count == parts.count, let last = numbers.last, numbers.dropLast().allSatisfy({ $0 <= 255 }),
            last < 1 << (8 * UInt64(5 - numbers.count))
        else { return nil }
        var value = last
        for (index, part) in numbers.dropLast().enumerated() { value += part << (8 * UInt64(3 - index)) }
        return (0..<4).map { String(value >> (8 * (3 - UInt64($0))) & 255) }.joined(separator: ".")
    }

    /// One part: `0x` is hexadecimal, a leading zero octal.
    static func number(_ text: String) -> UInt64? {
        if text.isEmpty { return nil }
        if text.hasPrefix("0x") { return text.count == 2 ? 0 : digits(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0") && text.count > 1 { return digits(text.dropFirst(), radix: 8) }
        return digits(text[...], radix: 10)
    }

    private static func digits(_ text: Substring, radix: Int) -> UInt64? {
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        return UInt64(text, radix: radix)
    }
}

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
