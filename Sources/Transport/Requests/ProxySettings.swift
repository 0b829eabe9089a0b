import Model

/// Which requests go through which proxy.
public struct ProxySettings: Hashable, Sendable {
    /// The proxy for http addresses, such as `http://10.0.0.1:3128`; nil for direct connections.
    public var http: String?
    /// The proxy for https addresses.
    public var https: String?
    /// Hosts that are reached directly: names with all their subdomains, addresses, networks, or `*` for all.
    public var exceptions: [String]

    public init(http: String? = nil, https: String? = nil, exceptions: [String] = []) {
        self.http = http
        self.https = https
        self.exceptions = exceptions
    }

    public static let none = ProxySettings()

    /// The proxies that an environment names, by the variables that curl and most programs read. `HTTP_PROXY` in
    /// capitals is not among them: a web server sets it from a header that anybody may send.
    public init(environment: [String: String]) {
        func value(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        let any = value("all_proxy", "ALL_PROXY")
        self.init(
            http: value("http_proxy") ?? any, https: value("https_proxy", "HTTPS_PROXY") ?? any,
            exceptions: (value("no_proxy", "NO_PROXY") ?? "").split { $0 == "," || $0 == " " }.map(String.init))
    }

    /// The proxy for an address; nil for a direct connection.
    func proxy(for address: WebAddress) -> String? {
        guard let proxy = address.scheme == "https" ? https : http else { return nil }
        return exceptions.contains { ProxySettings.matches($0, address) } ? nil : proxy
    }

    private static func matches(_ exception: String, _ address: WebAddress) -> Bool {
        if exception == "*" { return true }
        let host = address.host.hasPrefix("[") ? String(address.host.dropFirst().dropLast()) : address.host
        if let literal = IPAddress(host) { return NetworkRange(exception)?.contains(literal) ?? false }
        return address.hostMatches(exception.lowercased().drop { $0 == "." }.description)
    }
}
