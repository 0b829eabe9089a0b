import Compression
import Model

/// What holds for every exchange of a run.
public struct TransportSettings: Sendable {
    /// Sent as User-Agent: who we are and how to reach us.
    public var userAgent: String
    /// Sent as From when given (RFC 9110, section 10.1.2).
    public var from: String?
    /// Networks that may be reached besides public addresses.
    public var allowedNetworks: [NetworkRange]
    /// The proxies to go through; none of the environment's, unless it was asked for them.
    public var proxies: ProxySettings
    /// A file of certificates to trust instead of the system's.
    public var caFile: String?
    /// Tells when a response came.
    public var now: @Sendable () -> Timestamp

    public init(
        userAgent: String, from: String? = nil, allowedNetworks: [NetworkRange] = [],
        proxies: ProxySettings = .none, caFile: String? = nil, now: @escaping @Sendable () -> Timestamp
    ) {
        self.userAgent = userAgent
        self.from = from
        self.allowedNetworks = allowedNetworks
        self.proxies = proxies
        self.caFile = caFile
        self.now = now
    }

    /// Sent with every request. The content is decoded after the transfer, where its end can be checked: libcurl 7.88
    /// takes a gzip stream that stops early for a whole one.
    var standardFields: [HeaderField] {
        [HeaderField("Accept-Encoding", ContentCoding.accepted)] + (from.map { [HeaderField("From", $0)] } ?? [])
    }

    /// Whether an address may be connected to.
    func allows(_ address: IPAddress) -> Bool {
        address.isPublic || allowedNetworks.contains { $0.contains(address) }
    }

    /// Whether a host that a proxy would connect to is one of our own network's by its very name. Only the proxy
    /// resolves other names, so that only its own rules can keep those out.
    func mayAskProxy(for address: WebAddress) -> Bool {
        let host = address.host.hasPrefix("[") ? String(address.host.dropFirst().dropLast()) : address.host
        if let literal = IPAddress(host) { return allows(literal) }
        return host != "localhost" && !host.hasSuffix(".localhost")
    }
}
