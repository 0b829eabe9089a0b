import Model

/// What a sitemap file holds (sitemaps.org).
public enum SitemapContent: Hashable, Sendable {
    /// Other sitemaps.
    case index([SitemapEntry])
    /// Pages.
    case addresses([SitemapEntry])
}

/// One address of a sitemap, and what the sitemap tells of it.
public struct SitemapEntry: Hashable, Sendable {
    public let address: WebAddress
    /// When it last changed: a bare day is its first second.
    public var modified: Timestamp?
    /// `modified` tells the time, not only the day.
    public var isModifiedExact = false
    /// Of the news extension: when the article was published, and its title.
    public var published: Timestamp?
    public var title: String?

    public init(address: WebAddress, modified: Timestamp? = nil) {
        self.address = address
        self.modified = modified
    }

    /// An entry of a feed that serves as a sitemap; nil without a link.
    init?(_ entry: FeedEntry) {
        guard let address = entry.link.flatMap({ WebAddress($0) }) else { return nil }
        self.init(address: address, modified: entry.updated ?? entry.published)
        isModifiedExact = entry.updated != nil
        published = entry.published
        title = entry.title?.plain
    }

    /// The last second at which the change may have been: of a bare day its end.
    public var latestModified: Timestamp? {
        modified.map { time in
            isModifiedExact ? time : Timestamp(seconds: time.seconds + 86_399, offsetMinutes: time.offsetMinutes)
        }
    }
}
