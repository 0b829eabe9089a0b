import Model

/// Which addresses of a source may be articles: its hosts, and patterns on path and query.
///
/// `@unchecked Sendable`: Swift's `Regex` holds a compiled program that matching does not change; it is made here once
/// and only matched afterwards.
public struct CandidateFilter: @unchecked Sendable {
    private let hosts: [String]
    private let include: [Regex<AnyRegexOutput>]
    private let exclude: [Regex<AnyRegexOutput>]

    /// - Parameters:
    ///   - hosts: Hosts with their subdomains.
    ///   - include: At least one must match somewhere in path and query, where any are given.
    ///   - exclude: None may match.
    public init(hosts: [String], include: [String], exclude: [String]) throws(DiscoveryError) {
        self.hosts = hosts
        self.include = try include.map { pattern throws(DiscoveryError) in try CandidateFilter.regex(pattern) }
        self.exclude = try exclude.map { pattern throws(DiscoveryError) in try CandidateFilter.regex(pattern) }
    }

    public func accepts(_ address: WebAddress) -> Bool {
        guard hosts.contains(where: { address.hostMatches($0) }) else { return false }
        let path = address.pathAndQuery
        let isIncluded = include.isEmpty || include.contains { path.firstMatch(of: $0) != nil }
        return isIncluded && !exclude.contains { path.firstMatch(of: $0) != nil }
    }

    private static func regex(_ pattern: String) throws(DiscoveryError) -> Regex<AnyRegexOutput> {
        do {
            return try Regex(pattern)
        } catch {
            throw DiscoveryError("`\(pattern)` is not a regular expression")
        }
    }
}
