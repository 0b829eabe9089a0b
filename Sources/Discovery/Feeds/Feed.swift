import Model

/// A feed: what it says of itself, and its entries in order.
public struct Feed: Hashable, Sendable {
    public var title: FeedContent?
    public var link: String?
    public var id: String?
    /// Atom's `subtitle`, RSS's `description`.
    public var description: FeedContent?
    public var author: String?
    public var published: Timestamp?
    public var updated: Timestamp?
    public var entries: [FeedEntry] = []
}

/// One entry of a feed; links are absolute.
public struct FeedEntry: Hashable, Sendable {
    public var link: String?
    public var title: FeedContent?
    public var id: String?
    /// A summary where there is one, else the content.
    public var summary: FeedContent?
    public var author: String?
    public var published: Timestamp?
    public var updated: Timestamp?
}
