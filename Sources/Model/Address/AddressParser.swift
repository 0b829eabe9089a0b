/// The WHATWG URL Standard's parser, cut down to http and https: section 4.4, states in one pass over the text.
struct AddressParser {
    private let scalars: [Unicode.Scalar]

    init(_ text: String) {
        // Leading and trailing controls and spaces go, tabs and line ends go everywhere.
        var trimmed = Substring(text)
        while let first = trimmed.unicodeScalars.first, first.value <= 0x20 { trimmed.unicodeScalars.removeFirst() }
        while let last = trimmed.unicodeScalars.last, last.value <= 0x20 { trimmed.unicodeScalars.removeLast() }
        scalars = trimmed.unicodeScalars.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }
    }

    /// An address with a scheme of its own.
    func absolute() -> WebAddress? {
        guard let (scheme, rest) = scheme(), scheme == "http" || scheme == "https" else { return nil }
        return authority(from: rest.drop(while: AddressParser.isSlash), scheme: scheme)
    }

    /// A reference, relative to the address of the page that holds it.
    func resolved(against base: WebAddress) -> WebAddress? {
        var rest = scalars[...]
        if let (scheme, afterColon) = scheme() {
            guard scheme == "http" || scheme == "https" else { return nil }
            // "https:path" is relative to a base of the same scheme, absolute to any other.
            if scheme != base.scheme || afterColon.starts(with: ["/", "/"]) {
                return authority(from: afterColon.drop(while: AddressParser.isSlash), scheme: scheme)
            }
            rest = afterColon
        }
        let (head, query) = AddressParser.split(rest)
        if head.count >= 2, AddressParser.isSlash(head[head.startIndex]),
            AddressParser.isSlash(head[head.startIndex + 1])
        {
            return authority(from: rest.drop(while: AddressParser.isSlash), scheme: base.scheme)
        }
        if head.isEmpty {
            let encoded = query.map { PercentEncoding.encode($0, keeping: .query) } ?? base.query
            return WebAddress(scheme: base.scheme, host: base.host, port: base.port, path: base.path, query: encoded)
        }
        var segments: [String] = []
        if !AddressParser.isSlash(head[head.startIndex]) {
            segments = base.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
            segments = Array(segments.dropLast())
        }
        return WebAddress(
            scheme: base.scheme, host: base.host, port: base.port, path: AddressParser.path(head, after: segments),
            query: query.map { PercentEncoding.encode($0, keeping: .query) })
    }

    /// The scheme before the first colon, in lower case, and what follows.
    private func scheme() -> (String, ArraySlice<Unicode.Scalar>)? {
        guard let colon = scalars.firstIndex(of: ":"), colon > 0, scalars[0].isASCIILetter else { return nil }
        let name = scalars[..<colon]
        guard name.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || "+-.".unicodeScalars.contains($0) }) else {
            return nil
        }
        return (String(String.UnicodeScalarView(name)).lowercased(), scalars[(colon + 1)...])
    }

    /// Credentials, host, port, path and query after the slashes.
    private func authority(from rest: ArraySlice<Unicode.Scalar>, scheme: String) -> WebAddress? {
        let end = rest.firstIndex { AddressParser.isSlash($0) || $0 == "?" || $0 == "#" } ?? rest.endIndex
        var authority = rest[..<end]
        if let at = authority.lastIndex(of: "@") { authority = authority[(at + 1)...] }
        var port: Int?
        let bracket = authority.lastIndex(of: "]") ?? authority.startIndex
        if let colon = authority[bracket...].firstIndex(of: ":") {
            let digits = authority[(colon + 1)...]
            guard digits.allSatisfy(\.isASCIIDigit), digits.drop(while: { $0 == "0" }).count <= 5 else { return nil }
            let number = digits.isEmpty ? nil : Int(String(String.UnicodeScalarView(digits.suffix(5))))
            guard number ?? 0 <= 65_535 else { return nil }
            port = number == (scheme == "https" ? 443 : 80) ? nil : number
            authority = authority[..<colon]
        }
        guard let host = HostName.parse(authority) else { return nil }
        let (head, query) = AddressParser.split(rest[end...])
        return WebAddress(
            scheme: scheme, host: host, port: port, path: AddressParser.path(head, after: []),
            query: query.map { PercentEncoding.encode($0, keeping: .query) })
    }

    /// The path with `.` and `..` resolved, percent-encoded.
    private static func path(_ head: ArraySlice<Unicode.Scalar>, after base: [String]) -> String {
        var segments = base
        var pieces = head.split(omittingEmptySubsequences: false, whereSeparator: isSlash)
        if let first = pieces.first, first.isEmpty { pieces.removeFirst() }
        for (index, piece) in pieces.enumerated() {
            let segment = PercentEncoding.encode(piece, keeping: .path)
            let isLast = index == pieces.count - 1
            switch segment.lowercased().replacing("%2e", with: ".") {
            case ".":
                if isLast { segments.append("") }
            case "..":
                _ = segments.popLast()
                if isLast { segments.append("") }
            default:
                segments.append(segment)
            }
        }
        return "/" + segments.joined(separator: "/")
    }

    /// What stands before the query, and the query; the fragment is dropped.
    private static func split(
        _ text: ArraySlice<Unicode.Scalar>
    ) -> (head: ArraySlice<Unicode.Scalar>, query: ArraySlice<Unicode.Scalar>?) {
        let body = text.prefix { $0 != "#" }
        guard let mark = body.firstIndex(of: "?") else { return (body, nil) }
        return (body[..<mark], body[(mark + 1)...])
    }

    private static func isSlash(_ scalar: Unicode.Scalar) -> Bool { scalar == "/" || scalar == "\\" }
}

extension Unicode.Scalar {
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
