/// The WHATWG URL Standard's parser, section 4.4, cut down to http and https, on the bytes of the text.
struct AddressParser {
    private let bytes: [UInt8]
    private let queryEncoder: QueryEncoder?

    /// Longer than any address that a server takes.
    private static let longest = 1 << 20

    init?(_ text: String, queryEncoder: QueryEncoder? = nil) {
        guard text.utf8.count <= AddressParser.longest else { return nil }
        // Leading and trailing controls and spaces go, tabs and line ends go everywhere.
        var trimmed = Array(text.utf8)[...]
        while let first = trimmed.first, first <= 0x20 { trimmed.removeFirst() }
        while let last = trimmed.last, last <= 0x20 { trimmed.removeLast() }
        bytes =
            trimmed.contains { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
            ? trimmed.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } : Array(trimmed)
        self.queryEncoder = queryEncoder
    }

    /// What the text means, relative to a base where there is one.
    func parse(base: WebURL?) -> WebURL? {
        guard let (scheme, rest) = scheme() else { return base.flatMap { relative(bytes[...], to: $0) } }
        guard scheme == "http" || scheme == "https" else { return nil }
        // "https:path" is relative to a base of the same scheme, absolute to any other.
        if let base, base.scheme == scheme, !rest.starts(with: "//".utf8) { return relative(rest, to: base) }
        return absolute(rest.drop(while: AddressParser.isSlash), scheme: scheme)
    }

    /// The scheme before the first colon, in lower case, and what follows.
    private func scheme() -> (String, ArraySlice<UInt8>)? {
        guard let first = bytes.first, AddressParser.isLetter(first),
            let end = bytes.firstIndex(where: { !AddressParser.isOfScheme($0) }), bytes[end] == UInt8(ascii: ":")
        else { return nil }
        let rest = bytes[(end + 1)...]
        let name = bytes[..<end]
        if name.elementsEqual("https".utf8) { return ("https", rest) }
        return (String(decoding: name, as: UTF8.self).lowercased(), rest)
    }

    private func relative(_ rest: ArraySlice<UInt8>, to base: WebURL) -> WebURL? {
        if let first = rest.first, AddressParser.isSlash(first), let second = rest.dropFirst().first,
            AddressParser.isSlash(second)
        {
            return absolute(rest.drop(while: AddressParser.isSlash), scheme: base.scheme)
        }
        let (head, query, fragment) = AddressParser.split(rest)
        var (path, newQuery) = (base.path, query.map(encodedQuery) ?? (head.isEmpty ? base.query : nil))
        if let first = head.first {
            path = AddressPath.resolved(head, against: AddressParser.isSlash(first) ? "/" : base.path)
            newQuery = query.map(encodedQuery)
        }
        return WebURL(
            scheme: base.scheme, username: base.username, password: base.password, host: base.host, port: base.port,
            path: path, query: newQuery, fragment: fragment.map(encodedFragment))
    }

    /// Credentials, host, port, path, query and fragment: what stands behind the slashes.
    private func absolute(_ rest: ArraySlice<UInt8>, scheme: String) -> WebURL? {
        let end =
            rest.firstIndex { AddressParser.isSlash($0) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
            ?? rest.endIndex
        var authority = rest[..<end]
        var (username, password) = ("", "")
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            (username, password) = AddressParser.credentials(authority[..<at])
            authority = authority[(at + 1)...]
        }
        guard let (name, port) = AddressParser.port(of: authority, scheme: scheme), let host = HostName.parse(name)
        else { return nil }
        let (head, query, fragment) = AddressParser.split(rest[end...])
        return WebURL(
            scheme: scheme, username: username, password: password, host: host, port: port,
            path: AddressPath.resolved(head, against: "/"), query: query.map(encodedQuery),
            fragment: fragment.map(encodedFragment))
    }

    private static func credentials(_ text: ArraySlice<UInt8>) -> (String, String) {
        let colon = text.firstIndex(of: UInt8(ascii: ":"))
        let name = PercentEncoding.encode(text[..<(colon ?? text.endIndex)], in: .credentials)
        return (name, colon.map { PercentEncoding.encode(text[($0 + 1)...], in: .credentials) } ?? "")
    }

    /// The name and the port of a host, nil when that is the scheme's own; nil altogether for what is no port.
    private static func port(of authority: ArraySlice<UInt8>, scheme: String) -> (ArraySlice<UInt8>, Int?)? {
        let bracket = authority.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
        guard let colon = authority[bracket...].firstIndex(of: UInt8(ascii: ":")) else { return (authority, nil) }
        var number: Int?
        for byte in authority[(colon + 1)...] {
            guard (0x30...0x39).contains(byte) else { return nil }
            let next = (number ?? 0) * 10 + Int(byte - 0x30)
            guard next <= 65_535 else { return nil }
            number = next
        }
        return (authority[..<colon], number == (scheme == "https" ? 443 : 80) ? nil : number)
    }

    private func encodedQuery(_ query: ArraySlice<UInt8>) -> String {
        guard let queryEncoder, query.contains(where: { $0 >= 0x80 || $0 < 0x20 }) else {
            return PercentEncoding.encode(query, in: .query)
        }
        return queryEncoder.encoded(String(decoding: query, as: UTF8.self))
    }

    private func encodedFragment(_ fragment: ArraySlice<UInt8>) -> String {
        PercentEncoding.encode(fragment, in: .fragment)
    }

    /// What stands before query and fragment, and the two.
    private static func split(
        _ text: ArraySlice<UInt8>
    ) -> (head: ArraySlice<UInt8>, query: ArraySlice<UInt8>?, fragment: ArraySlice<UInt8>?) {
        let hash = text.firstIndex(of: UInt8(ascii: "#"))
        let body = text[..<(hash ?? text.endIndex)]
        let fragment = hash.map { text[($0 + 1)...] }
        guard let mark = body.firstIndex(of: UInt8(ascii: "?")) else { return (body, nil, fragment) }
        return (body[..<mark], body[(mark + 1)...], fragment)
    }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isOfScheme(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }
}
