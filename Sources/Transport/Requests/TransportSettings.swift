import Model

/// What holds for every exchange of a run.
public struct TransportSettings: Sendable {
    /// Sent as User-Agent: who we are and how to reach us.
    public var userAgent: String
    /// Sent as From when given (RFC 9110, section 10.1.2).
    public var from: String?
    /// Networks that may be reached besides public addresses.
    public var allowedNetworks: [NetworkRange]
    /// False only for a source whose own file says so.
    public var verifiesTLS: Bool
    /// A proxy's address; without it connections are direct, whatever the environment says.
    public var proxy: String?
    /// A file of certificates to trust instead of the system's.
    public var caFile: String?
    /// Tells when a response came.
    public var now: @Sendable () -> Timestamp

    public init(
        userAgent: String, from: String? = nil, allowedNetworks: [NetworkRange] = [], verifiesTLS: Bool = true,
        proxy: String? = nil, caFile: String? = nil, now: @escaping @Sendable () -> Timestamp
    ) {
        self.userAgent = userAgent
        self.from = from
        self.allowedNetworks = allowedNetworks
        self.verifiesTLS = verifiesTLS
        self.proxy = proxy
        self.caFile = caFile
        self.now = now
    }
}
