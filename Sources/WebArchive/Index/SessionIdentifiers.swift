/// Parts of addresses that name a visit and not a page; archives leave them out of their keys.
enum SessionIdentifiers {
    /// `jsessionid=…`, `PHPSESSID=…`, `sid=…` of 32 letters and digits, `ASPSESSIONIDxxxxxxxx=…` of 24 letters,
    /// `cfid=…&cftoken=…`.
    static func removed(fromQuery query: [UInt8]) -> [UInt8] {
        guard query.contains(UInt8(ascii: "=")) else { return query }
        var query = query
        for rule in rules {
            let starts = (0..<query.count).reversed()
            guard let (start, end) = starts.lazy.compactMap({ s in rule(query[s...]).map { (s, $0) } }).first else {
                continue
            }
            query.removeSubrange(start..<min(end + 1, query.count))
        }
        return query
    }

    /// `/(S(24 letters and digits))/` and `/(24 letters and digits)/` before a page of ASP.NET.
    static func removed(fromPath path: [UInt8]) -> [UInt8] {
        guard path.contains(UInt8(ascii: "(")) else { return path }
        let names = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let index = names.indices.dropFirst().dropLast().last(where: { isSession(names[$0]) }),
            contains(".aspx", in: names[(index + 1)...].joined(separator: "/".utf8))
        else { return path }
        return Array((names[..<index] + names[(index + 1)...]).joined(separator: "/".utf8))
    }

    /// Where an identifier that begins with a slice ends: at the slice's end or before an ampersand.
    private typealias Rule = @Sendable (ArraySlice<UInt8>) -> Int?

    private static let rules: [Rule] = [
        { value(after: "jsessionid=", in: $0, count: 32) },
        { value(after: "phpsessid=", in: $0, count: 32) },
        { value(after: "sid=", in: $0, count: 32) },
        { bytes in
            guard let name = prefix("aspsessionid", of: bytes), isLetters(name.prefix(8)), name.prefix(8).count == 8
            else { return nil }
            let rest = name.dropFirst(8)
            guard rest.first == UInt8(ascii: "="), isLetters(rest.dropFirst().prefix(24)) else { return nil }
            return closed(rest.dropFirst(), count: 24)
        },
        { bytes in
            guard let first = prefix("cfid=", of: bytes),
                let separator = first.firstIndex(of: UInt8(ascii: "&")), separator > first.startIndex,
                let second = prefix("&cftoken=", of: first[separator...])
            else { return nil }
            let end = second.firstIndex(of: UInt8(ascii: "&")) ?? second.endIndex
            return end > second.startIndex ? end : nil
        },
    ]

    private static func value(after name: String, in bytes: ArraySlice<UInt8>, count: Int) -> Int? {
        guard let rest = prefix(name, of: bytes), rest.prefix(count).allSatisfy(isLetterOrDigit) else { return nil }
        return closed(rest, count: count)
    }

    private static func closed(_ bytes: ArraySlice<UInt8>, count: Int) -> Int? {
        guard bytes.count >= count else { return nil }
        let end = bytes.startIndex + count
        return end == bytes.endIndex || bytes[end] == UInt8(ascii: "&") ? end : nil
    }

    /// What follows a word, in letters of either case; nil when the word is not there.
    private static func prefix(_ word: String, of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let length = word.utf8.count
        guard bytes.count >= length, zip(bytes, word.utf8).allSatisfy({ lowercased($0) == $1 }) else { return nil }
        return bytes.dropFirst(length)
    }

    private static func isSession(_ name: ArraySlice<UInt8>) -> Bool {
        guard name.first == UInt8(ascii: "("), name.last == UInt8(ascii: ")"), name.count > 2 else { return false }
        let inner = name.dropFirst().dropLast()
        if inner.count == 24 && inner.allSatisfy(isLetterOrDigit) { return true }
        // One or several of a letter with 24 letters and digits in brackets.
        guard inner.count % 27 == 0 else { return false }
        return stride(from: inner.startIndex, to: inner.endIndex, by: 27).allSatisfy { start in
            isLetters(inner[start...start]) && inner[start + 1] == UInt8(ascii: "(")
                && inner[start + 26] == UInt8(ascii: ")")
                && inner[(start + 2)..<(start + 26)].allSatisfy(isLetterOrDigit)
        }
    }

    private static func contains(_ word: String, in bytes: some Sequence<UInt8>) -> Bool {
        let bytes = Array(bytes)
        let length = word.utf8.count
        guard bytes.count >= length else { return false }
        return (0...(bytes.count - length)).contains { prefix(word, of: bytes[$0...]) != nil }
    }

    private static func isLetters(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { (0x61...0x7A).contains(lowercased($0)) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(lowercased(byte))
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
