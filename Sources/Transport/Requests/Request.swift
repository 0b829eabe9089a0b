import Model

/// One HTTP request: GET, or POST with a body.
public struct Request: Sendable {
    public var address: WebAddress
    /// Fields besides those that the transport sends with every request.
    public var headers: [HeaderField]
    /// The content of a POST; nil for a GET.
    public var body: [UInt8]?
    public var limits: TransferLimits
    /// False only for a source whose own file says so.
    public var verifiesTLS: Bool
    /// The jar that cookies are kept in and sent from, as long as the transport lives; nil for no cookies.
    public var cookieJar: String?

    public init(
        address: WebAddress, headers: [HeaderField] = [], body: [UInt8]? = nil, limits: TransferLimits = .standard,
        verifiesTLS: Bool = true, cookieJar: String? = nil
    ) {
        self.address = address
        self.headers = headers
        self.body = body
        self.limits = limits
        self.verifiesTLS = verifiesTLS
        self.cookieJar = cookieJar
    }
}

/// What one exchange may cost at most; beyond any of these it is broken off.
public struct TransferLimits: Hashable, Sendable {
    /// All header lines together.
    public var headerBytes = 128 * 1_024
    /// The content, after decompression and as sent.
    public var bodyBytes = 10_000_000
    /// Whether a body beyond its limit is cut off there instead of being a failure, as robots.txt may be (RFC 9309,
    /// section 2.5).
    public var cutsBody = false
    /// How many times larger than what was sent the decompressed content may be, beyond the first megabyte.
    public var decompressionRatio = 200
    public var connectTimeout = Duration.seconds(15)
    public var totalTimeout = Duration.seconds(60)
    /// Slower than a thousand bytes a second for so long is given up; whole seconds.
    public var stallTimeout = Duration.seconds(12)

    public init() {}

    public static let standard = TransferLimits()
}
