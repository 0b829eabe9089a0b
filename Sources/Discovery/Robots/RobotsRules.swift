import Model

/// A robots.txt, read as RFC 9309 says: groups by product token, the longest matching rule wins, `Allow` before
/// `Disallow` when they are equally long.
public struct RobotsRules: Sendable {
    struct Rule: Sendable {
        let isAllowed: Bool
        /// As written, for messages.
        let text: String
        let pattern: RobotsPattern
        let line: Int
    }

    struct Group: Sendable {
        var agents: [String] = []
        var rules: [Rule] = []
        var crawlDelay: Double?
    }

    private let groups: [Group]
    private let isClosed: Bool
    /// The addresses of `Sitemap:` lines, as written.
    public let sitemaps: [String]

    /// No rules: everything is allowed.
    public static let allowAll = RobotsRules(parsing: [])
    /// The file could not be had, and nothing may be fetched (section 2.3.1.4).
    public static let disallowAll = RobotsRules(groups: [], isClosed: true, sitemaps: [])

    /// Reads a file; of a longer one the first 500 KiB (section 2.5).
    public init(parsing bytes: [UInt8]) {
        var reader = RobotsReader()
        reader.read(bytes.prefix(500 * 1_024))
        self.init(groups: reader.groups, isClosed: false, sitemaps: reader.sitemaps)
    }

    private init(groups: [Group], isClosed: Bool, sitemaps: [String]) {
        self.groups = groups
        self.isClosed = isClosed
        self.sitemaps = sitemaps
    }

    /// Whether a client with this product token may fetch an address, and by which rule.
    public func verdict(for address: WebAddress, product: String) -> RobotsVerdict {
        verdict(forPath: address.pathAndQuery, product: product)
    }

    /// The same for path and query alone, in any spelling of percent-encoding; an empty path is the host's root.
    public func verdict(forPath text: String, product: String) -> RobotsVerdict {
        if isClosed { return RobotsVerdict(allowed: false, rule: nil, line: nil) }
        if text == "/robots.txt" || text.hasPrefix("/robots.txt?") {
            return RobotsVerdict(allowed: true, rule: nil, line: nil)
        }
        let path = RobotsPattern.normalized(text.isEmpty ? [UInt8(ascii: "/")] : Array(text.utf8))
        let matching = rules(for: product).filter { $0.pattern.matches(path) }
        let best = matching.max { left, right in
            (left.pattern.length, left.isAllowed ? 1 : 0) < (right.pattern.length, right.isAllowed ? 1 : 0)
        }
        guard let best else { return RobotsVerdict(allowed: true, rule: nil, line: nil) }
        return RobotsVerdict(
            allowed: best.isAllowed, rule: "\(best.isAllowed ? "Allow" : "Disallow"): \(best.text)", line: best.line)
    }

    /// The pause that the file asks a client for (`Crawl-delay`, which many hosts use though no standard has it).
    public func crawlDelay(product: String) -> Duration? {
        chosenGroups(product).compactMap(\.crawlDelay).max().map { .milliseconds(Int64(min($0, 86_400) * 1_000)) }
    }

    private func rules(for product: String) -> [Rule] { chosenGroups(product).flatMap(\.rules) }

    /// The groups that name the product, all of them; else those for `*` (section 2.2.1).
    private func chosenGroups(_ product: String) -> [Group] {
        let name = product.lowercased()
        let named = groups.filter { $0.agents.contains(name) }
        return named.isEmpty ? groups.filter { $0.agents.contains("*") } : named
    }
}

/// What robots.txt says of one address.
public struct RobotsVerdict: Hashable, Sendable {
    public let allowed: Bool
    /// The rule that decided; nil when none matched, or the file could not be had.
    public let rule: String?
    public let line: Int?
}
