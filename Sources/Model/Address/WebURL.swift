/// A URL of http or https with all its parts, parsed and written as the WHATWG URL Standard says.
///
/// What is fetched and published is a `WebAddress`, which has neither credentials nor fragment.
public struct WebURL: Hashable, Sendable, CustomStringConvertible {
    /// `http` or `https`.
    public let scheme: String
    /// Percent-encoded; empty where there is none.
    public let username: String
    public let password: String
    /// In lower case; international names in Punycode, IPv6 addresses in brackets.
    public let host: String
    /// Nil for the scheme's own port.
    public let port: Int?
    /// Begins with a slash; percent-encoded.
    public let path: String
    /// Without the question mark; nil where there is none.
    public let query: String?
    /// Without the number sign; nil where there is none.
    public let fragment: String?

    /// Parses a text, relative to a base where one is given; nil for other schemes and for what no browser would take.
    ///
    /// `queryEncoder` is for links of pages that are not in UTF-8: browsers write the query in the page's encoding.
    public init?(_ text: String, base: WebURL? = nil, queryEncoder: QueryEncoder? = nil) {
        guard let parsed = AddressParser(text, queryEncoder: queryEncoder)?.parse(base: base) else { return nil }
        self = parsed
    }

    init(
        scheme: String, username: String = "", password: String = "", host: String, port: Int?, path: String,
        query: String?, fragment: String? = nil
    ) {
        self.scheme = scheme
        self.username = username
        self.password = password
        self.host = host
        self.port = port
        self.path = path
        self.query = query
        self.fragment = fragment
    }

    /// The address in full.
    public var text: String {
        var text = "\(scheme)://"
        if !username.isEmpty || !password.isEmpty {
            text += username
            if !password.isEmpty { text += ":" + password }
            text += "@"
        }
        text += host
        if let port { text += ":\(port)" }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    public var description: String { text }
}
