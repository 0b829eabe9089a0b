/// What one source's addresses look like besides what holds for all: which parts of them do not tell articles apart.
public struct AddressRules: Hashable, Sendable {
    /// The only query items that count; nil when all do. A star at the end of a name stands for anything.
    public var keptQuery: [String]?
    /// Query items that do not count.
    public var droppedQuery: [String] = []
    /// Hosts with the same pages as `host`, such as one for telephones.
    public var mirrors: [String] = []
    /// The host that stands for its mirrors.
    public var host: String?
    /// The pages under http and https are the same.
    public var usesHTTPS = false

    public init() {}

    /// The address under which a page is kept, whatever address led to it.
    public func key(of address: WebAddress) -> WebAddress {
        var key = address.canonical
        if keptQuery != nil || !droppedQuery.isEmpty {
            key = key.keepingQueryItems { name in
                keptQuery.map { AddressRules.matches(name, $0) } ?? true && !AddressRules.matches(name, droppedQuery)
            }
        }
        let isUpgraded = usesHTTPS && key.scheme == "http" && key.port == nil
        let isMirror = host != nil && mirrors.contains(key.host)
        guard isUpgraded || isMirror else { return key }
        return WebAddress(
            scheme: isUpgraded ? "https" : key.scheme, host: isMirror ? host ?? key.host : key.host, port: key.port,
            path: key.path, query: key.query)
    }

    private static func matches(_ name: String, _ patterns: [String]) -> Bool {
        patterns.contains { pattern in
            pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
        }
    }
}
