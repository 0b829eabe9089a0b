import Configuration
import Ledger
import Model
import Transport

/// The parts that fetch, put together once for a command: transport, archive, robots.txt, retries.
struct Harvest: Sendable {
    private let defaults: Defaults
    private let careful: PageFetcher
    /// Without certificate checks; only for sources that ask for it.
    private let insecure: PageFetcher
    private let transports: [Transport]

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
        let transports = try [true, false].map { verifies in
            try Transport(
                settings: TransportSettings(
                    userAgent: defaults.userAgent, from: defaults.from, allowedNetworks: networks,
                    verifiesTLS: verifies, proxy: defaults.network.proxy, caFile: defaults.network.caFile,
                    now: clock.now))
        }
        let fetchers = transports.map { transport in
            let exchanger = Exchanger(transport: transport, archive: archive, ledger: ledger)
            return PageFetcher(
                exchanger: exchanger,
                robots: RobotsGate(
                    exchanger: exchanger, ledger: ledger, clock: clock, product: Harvest.product(defaults)),
                retries: RetryPolicy(
                    retries: defaults.politeness.retries, retryAfterCap: defaults.politeness.retryAfterCap),
                redirects: defaults.limits.redirects, clock: clock)
        }
        self.transports = transports
        careful = fetchers[0]
        insecure = fetchers[1]
    }

    func fetcher(verifiesTLS: Bool) -> PageFetcher { verifiesTLS ? careful : insecure }

    /// How a source is visited.
    func access(to source: SourceConfiguration) -> PageFetcher.Access {
        access(hosts: source.hosts, override: source.politeness)
    }

    /// How an address is visited that belongs to no source.
    var anywhere: PageFetcher.Access { access(hosts: nil, override: PolitenessOverride()) }

    func shutDown() {
        for transport in transports { transport.shutDown() }
    }

    private func access(hosts: [String]?, override: PolitenessOverride) -> PageFetcher.Access {
        var limits = TransferLimits.standard
        limits.bodyBytes = defaults.limits.pageBytes
        limits.connectTimeout = defaults.limits.connectTimeout
        limits.totalTimeout = defaults.limits.totalTimeout
        let policy = HostPolicy(
            delay: override.delay ?? defaults.politeness.delay,
            concurrency: override.concurrency ?? defaults.politeness.concurrency)
        return PageFetcher.Access(
            hosts: hosts, policy: policy, crawlDelayCap: defaults.politeness.crawlDelayCap, limits: limits)
    }

    /// The word by which robots.txt names us: the agent's product token (RFC 9309, section 2.2.1).
    private static func product(_ defaults: Defaults) -> String {
        String(defaults.agent.prefix { $0.isLetter || $0 == "-" || $0 == "_" })
    }
}
