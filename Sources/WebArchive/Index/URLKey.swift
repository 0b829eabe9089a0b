import Model

/// The key by which web archives sort addresses: `vn,gov,example)/tin?a=1&b=2`, the Internet Archive's "Sort-friendly
/// URI Reordering Transform" after its canonicalization.
///
/// Spellings that name the same page for most servers have one key: upper and lower case, `www.`, a slash at the end, the
/// order of query items, identifiers of sessions.
enum URLKey {
    static func key(of address: WebAddress) -> String {
        let host = withoutWWW(address.host).split(separator: ".", omittingEmptySubsequences: false).reversed()
        var key = Array(host.joined(separator: ",").utf8)
        if let port = address.port { key += Array(":\(port)".utf8) }
        key.append(UInt8(ascii: ")"))
        key += path(address.path)
        if let query = address.query.map({ query($0) }), !query.isEmpty { key += [UInt8(ascii: "?")] + query }
        return String(decoding: key, as: UTF8.self)
    }

    private static func withoutWWW(_ host: String) -> Substring {
        guard host.hasPrefix("www") else { return host[...] }
        let rest = host.dropFirst(3).drop { ("0"..."9").contains($0) }
        return rest.hasPrefix(".") ? rest.dropFirst() : host[...]
    }

    private static func path(_ text: String) -> [UInt8] {
        let names = unescaped(Array(text.utf8)).split(separator: slash, omittingEmptySubsequences: false).dropFirst()
        var kept: [ArraySlice<UInt8>] = []
        for name in names {
            if name.elementsEqual("..".utf8), !kept.isEmpty {
                kept.removeLast()
            } else if !name.elementsEqual(".".utf8) {
                kept.append(name)
            }
        }
        // Several slashes are one, but one at the end is still told from none until it is taken off below.
        kept = kept.dropLast().filter { !$0.isEmpty } + kept.suffix(1)
        var path = lowercased(escaped([slash] + Array(kept.joined(separator: [slash]))))
        path = SessionIdentifiers.removed(fromPath: path)
        if path.count > 1, path.last == slash { path.removeLast() }
        return path
    }

    private static func query(_ text: String) -> [UInt8] {
        let query = SessionIdentifiers.removed(fromQuery: escaped(unescaped(Array(text.utf8))))
        guard query.count > 1 else { return lowercased(query) }
        let items = lowercased(query).split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
        // Names are compared before values: `a` comes before `a=`, and that before `a-b`.
        let sorted = items.map {
            $0.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        }
        .sorted { left, right in
            left.lexicographicallyPrecedes(right) { $0.lexicographicallyPrecedes($1) }
        }
        return Array(sorted.map { Array($0.joined(separator: "=".utf8)) }.joined(separator: "&".utf8))
    }

    /// Without percent-encoding, however often it was laid over.
    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        while true {
            let plain = unescapedOnce(bytes)
            if plain.count == bytes.count { return plain }
            bytes = plain
        }
    }

    private static func unescapedOnce(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(percent) else { return bytes }
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == percent, index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                plain.append(high << 4 | low)
                index += 3
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return plain
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// Percent-encodes what may not stand in an address at all, and nothing else.
    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte > 0x20, byte < 0x7F, byte != percent, byte != UInt8(ascii: "#") {
                text.append(byte)
            } else {
                text += [percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return text
    }

    private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private static let slash = UInt8(ascii: "/")
    private static let percent = UInt8(ascii: "%")
}
