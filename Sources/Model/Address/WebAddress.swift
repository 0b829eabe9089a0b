/// An absolute http or https address in normal form: two spellings of one address are equal.
///
/// Parsed as the WHATWG URL Standard says for the two schemes. The normal form has no fragment and no credentials:
/// neither belongs to what is fetched or published.
public struct WebAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// `http` or `https`.
    public let scheme: String
    /// In lower case; international names in Punycode, IPv6 addresses in brackets.
    public let host: String
    /// Nil for the scheme's own port.
    public let port: Int?
    /// Begins with a slash; percent-encoded.
    public let path: String
    /// Without the question mark; nil where there is none.
    public let query: String?
    /// The address in full.
    public let text: String

    /// Parses an absolute address; nil for other schemes and for what no browser would take.
    public init?(_ text: String) {
        guard let url = WebURL(text) else { return nil }
        self.init(url)
    }

    /// The address without credentials and fragment.
    public init(_ url: WebURL) {
        self.init(scheme: url.scheme, host: url.host, port: url.port, path: url.path, query: url.query)
    }

    init(scheme: String, host: String, port: Int?, path: String, query: String?) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
        self.query = query
        text =
            "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "") + path + (query.map { "?" + $0 } ?? "")
    }

    /// What a link on the page at this address points to; nil for `javascript:`, `mailto:` and the like.
    public func resolving(_ reference: String) -> WebAddress? {
        WebURL(reference, base: url).map { WebAddress($0) }
    }

    /// The address as a URL, which has the parts that an address lacks.
    public var url: WebURL { WebURL(scheme: scheme, host: host, port: port, path: path, query: query) }

    /// Scheme, host and port: what robots.txt and connections belong to.
    public var origin: String { "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "") }

    /// The port that a connection uses.
    public var effectivePort: Int { port ?? (scheme == "https" ? 443 : 80) }

    /// Path and query, as a request line names them.
    public var pathAndQuery: String { path + (query.map { "?" + $0 } ?? "") }

    /// Whether the host is this one or a subdomain of it.
    public func hostMatches(_ domain: String) -> Bool { host == domain || host.hasSuffix("." + domain) }

    public var description: String { text }

    public static func < (left: WebAddress, right: WebAddress) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
