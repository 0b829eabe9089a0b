/// How an address was found.
public enum DiscoveryRoute: String, Sendable, CaseIterable {
    case feed, sitemap, listing, address
}

/// An address that may hold an article, as a feed, sitemap or listing named it.
public struct Candidate: Hashable, Sendable {
    public let address: WebAddress
    public let source: SourceID
    public let route: DiscoveryRoute
    /// The feed, sitemap or listing that named the address.
    public let foundAt: WebAddress
    /// The title and time that the feed or listing gave, where it did.
    public var title: String?
    public var published: Timestamp?
    /// When the page last changed, by a sitemap's `lastmod`; of a bare day its end.
    public var modified: Timestamp?
    /// `modified` tells the time, not only the day: the publisher's system keeps count of changes.
    public var isModifiedExact = false

    public init(
        address: WebAddress, source: SourceID, route: DiscoveryRoute, foundAt: WebAddress, title: String? = nil,
        published: Timestamp? = nil, modified: Timestamp? = nil, isModifiedExact: Bool = false
    ) {
        self.address = address
        self.source = source
        self.route = route
        self.foundAt = foundAt
        self.title = title
        self.published = published
        self.modified = modified
        self.isModifiedExact = isModifiedExact
    }
}
