import Model

/// A feed: what it says of itself, and its entries in order.
public struct Feed: Hashable, Sendable {
    public var title: String?
    public var link: String?
    public var id: String?
    /// Atom's `subtitle`, RSS's `description`; may hold HTML.
    public var description: String?
    public var author: String?
    public var published: Timestamp?
    public var updated: Timestamp?
    public var entries: [FeedEntry] = []
}

/// One entry of a feed; links are absolute.
public struct FeedEntry: Hashable, Sendable {
    public var link: String?
    /// Plain text: markup and entities of the feed are resolved.
    public var title: String?
    public var id: String?
    /// A summary where there is one, else the content; may hold HTML.
    public var summary: String?
    public var author: String?
    public var published: Timestamp?
    public var updated: Timestamp?
}
