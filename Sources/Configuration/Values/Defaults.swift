import Model

/// What holds for every source unless its own file says otherwise: `Config/defaults.yml`.
public struct Defaults: Sendable {
    /// Sent as User-Agent, with the contact in brackets: operators of servers must be able to reach us.
    public var agent = "ChiSo/0.1"
    public var contact = ""
    /// Sent as From (RFC 9110, section 10.1.2) when given.
    public var from: String?
    public var politeness = Politeness()
    public var limits = Limits()
    public var recheck = Recheck()
    public var network = Network()
    /// An archive file is closed when it is larger than so many bytes.
    public var archiveFileBytes = 1_000_000_000
    /// Archive files begun longer ago than this are deleted after a run; nil keeps them for ever.
    public var archiveKeeping: Duration?
    /// Observations below this confidence (0 to 100) are kept as rejections.
    public var minimumConfidence = 50

    /// The User-Agent header in full.
    public var userAgent: String { contact.isEmpty ? agent : "\(agent) (+\(contact))" }

    /// How a host is treated.
    public struct Politeness: Sendable {
        /// Between the end of one request and the start of the next to the same host.
        public var delay = Duration.seconds(1)
        /// Requests at once to one host.
        public var concurrency = 1
        /// A longer `Crawl-delay` is cut to this.
        public var crawlDelayCap = Duration.seconds(30)
        /// How often a passing failure is tried again in one run.
        public var retries = 2
        /// A longer `Retry-After` puts the page off to a later run.
        public var retryAfterCap = Duration.seconds(60)
    }

    /// Bounds of one exchange.
    public struct Limits: Sendable {
        public var pageBytes = 10_000_000
        public var redirects = 5
        public var connectTimeout = Duration.seconds(15)
        public var totalTimeout = Duration.seconds(60)
        /// Slower than a thousand bytes a second for so long is given up.
        public var stallTimeout = Duration.seconds(12)
        /// New pages of one source in one run.
        public var pagesPerSource = 1_000
    }

    /// When a known article is asked for again.
    public struct Recheck: Sendable {
        /// Not sooner than this after the last look.
        public var after = Duration.seconds(20 * 3_600)
        /// Not when its first capture is older than this.
        public var within = Duration.seconds(30 * 86_400)
    }

    /// Addresses and certificates.
    public struct Network: Sendable {
        /// Networks (CIDR) allowed besides public addresses, for an intranet.
        public var allow: [String] = []
        /// Without it the environment's `http_proxy`, `https_proxy` and `all_proxy` serve; `no_proxy` does in any case.
        public var proxy: String?
        /// A file of certificates to trust instead of the system's; without it `CURL_CA_BUNDLE` or `SSL_CERT_FILE`.
        public var caFile: String?
    }

    public init() {}
}
