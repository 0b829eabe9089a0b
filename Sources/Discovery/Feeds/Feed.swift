import Model

/// A feed: what it says of itself, and its entries in order.
public struct Feed: Hashable, Sendable {
    public var title: String?
    public var link: String?
    public var entries: [FeedEntry] = []
}

/// One entry of a feed; links are absolute.
public struct FeedEntry: Hashable, Sendable {
    public var link: String?
    public var title: String?
    public var id: String?
    public var summary: String?
    public var author: String?
    public var published: Timestamp?
    public var updated: Timestamp?
}
