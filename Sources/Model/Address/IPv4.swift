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

    /// A number that does not fit is one all the same, too large for any address.
    private static func digits(_ text: Substring, radix: UInt64) -> UInt64? {
        var value: UInt64 = 0
        for byte in text.utf8 {
            guard let digit = byte.hexadecimalValue, digit < radix else { return nil }
            value = min(value, UInt64(UInt32.max)) * radix + UInt64(digit)
        }
        return value
    }
}
