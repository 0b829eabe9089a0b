import Model

/// Which addresses of a source may be articles: its hosts, and patterns on path and query.
public struct CandidateFilter: Sendable {
    private let hosts: [String]
    private let include: [AddressPattern]
    private let exclude: [AddressPattern]

    /// - Parameters:
    ///   - hosts: Hosts with their subdomains.
    ///   - include: At least one must match somewhere in path and query, where any are given.
    ///   - exclude: None may match.
    public init(hosts: [String], include: [String], exclude: [String]) throws(DiscoveryError) {
        self.hosts = hosts
        self.include = try include.map { text throws(DiscoveryError) in try CandidateFilter.pattern(text) }
        self.exclude = try exclude.map { text throws(DiscoveryError) in try CandidateFilter.pattern(text) }
    }

    public func accepts(_ address: WebAddress) -> Bool {
        guard hosts.contains(where: { address.hostMatches($0) }) else { return false }
        let path = address.pathAndQuery
        let isIncluded = include.isEmpty || include.contains { $0.matches(path) }
        return isIncluded && !exclude.contains { $0.matches(path) }
    }

    private static func pattern(_ text: String) throws(DiscoveryError) -> AddressPattern {
        do {
            return try AddressPattern(text)
        } catch {
            throw DiscoveryError("`\(text)` is not a regular expression: \(error)")
        }
    }
}
