import Configuration
import Ledger
import Model
import Transport

/// The parts that fetch, put together once for a command: transport, archive, robots.txt, retries.
struct Harvest: Sendable {
    private let defaults: Defaults
    let fetcher: PageFetcher
    /// What people should know besides failures.
    let notices = Notices()
    private let transport: Transport

    init(
        surroundings: Surroundings, defaults: Defaults, archive: ArchiveKeeper?, ledger: Ledger?, clock: WallClock,
        allowedNetworks: [String] = []
    ) throws {
        self.defaults = defaults
        let networks = try (defaults.network.allow + allowedNetworks).map { text throws(CommandFailure) in
            guard let range = NetworkRange(text) else {
                throw CommandFailure(
                    message: "`\(text)` is not a network; write it as 10.20.0.0/16 or 127.0.0.1/32", exitCode: 78)
            }
            return range
        }
        transport = try Transport(
            settings: TransportSettings(
                userAgent: defaults.userAgent, from: defaults.from, allowedNetworks: networks,
                proxies: Harvest.proxies(defaults.network, surroundings.environment),
                caFile: defaults.network.caFile ?? Harvest.caFile(surroundings.environment), now: clock.now))
        let patient = PatientExchanger(
            exchanger: Exchanger(transport: transport, archive: archive, ledger: ledger),
            retries: RetryPolicy(
                retries: defaults.politeness.retries, retryAfterCap: defaults.politeness.retryAfterCap),
            clock: clock)
        fetcher = PageFetcher(
            patient: patient,
            robots: RobotsGate(
                patient: patient, ledger: ledger, product: Harvest.product(defaults), notices: notices),
            redirects: defaults.limits.redirects)
    }

    /// How a source is visited.
    func access(to source: SourceConfiguration) -> PageFetcher.Access {
        var access = access(hosts: source.hosts, override: source.politeness)
        access.verifiesTLS = source.verifiesTLS
        access.cookieJar = source.keepsCookies ? source.id.rawValue : nil
        if !source.verifiesTLS { notices.add("\(source.id): certificates are not checked (tls: insecure)") }
        return access
    }

    /// How an address is visited that belongs to no source.
    var anywhere: PageFetcher.Access { access(hosts: nil, override: PolitenessOverride()) }

    func shutDown() {
        transport.shutDown()
    }

    private func access(hosts: [String]?, override: PolitenessOverride) -> PageFetcher.Access {
        var limits = TransferLimits.standard
        limits.bodyBytes = defaults.limits.pageBytes
        limits.connectTimeout = defaults.limits.connectTimeout
        limits.totalTimeout = defaults.limits.totalTimeout
        limits.stallTimeout = defaults.limits.stallTimeout
        let policy = HostPolicy(
            delay: override.delay ?? defaults.politeness.delay,
            concurrency: override.concurrency ?? defaults.politeness.concurrency)
        return PageFetcher.Access(
            hosts: hosts, policy: policy, crawlDelayCap: defaults.politeness.crawlDelayCap, limits: limits)
    }

    /// The configuration's proxy serves everything; without it the environment's do, as with other programs.
    private static func proxies(_ network: Defaults.Network, _ environment: [String: String]) -> ProxySettings {
        var proxies = ProxySettings(environment: environment)
        if let proxy = network.proxy { (proxies.http, proxies.https) = (proxy, proxy) }
        return proxies
    }

    /// The variables by which curl and OpenSSL are told of certificates.
    private static func caFile(_ environment: [String: String]) -> String? {
        ["CURL_CA_BUNDLE", "SSL_CERT_FILE"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }

    /// The word by which robots.txt names us: the agent's product token (RFC 9309, section 2.2.1).
    private static func product(_ defaults: Defaults) -> String {
        String(defaults.agent.prefix { $0.isLetter || $0 == "-" || $0 == "_" })
    }
}
