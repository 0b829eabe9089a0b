import Discovery
import Model

/// A source as far as it could be found out: what a new file `Config/sources/<id>.yml` may say.
public struct FoundSource: Sendable {
    /// A place that announces articles.
    public struct Place: Sendable {
        public enum Kind: String, Sendable { case feed, sitemap, listing }

        public let kind: Kind
        public let address: WebAddress
        public let name: String
        public let entries: [ListingEntry]
        /// The next page of a listing.
        public let next: WebAddress?
    }

    public var home: WebAddress
    public var id: SourceID
    public var name: String
    public var kind: String
    public var province: PlaceID?
    /// The best kind of place first; those of the first kind are switched on.
    public var places: [Place] = []
    /// What the addresses of the articles end in.
    public var pattern: String?
    public var troubles: [String] = []

    /// The articles that a first run would find, each once.
    public var preview: [ListingEntry] {
        var seen: Set<WebAddress> = []
        return chosen.flatMap(\.entries).filter { seen.insert($0.address).inserted }
    }

    /// Feeds before sitemaps before listings: the kinds of place in the order in which portals mean them for machines.
    public var chosen: [Place] {
        for kind in [Place.Kind.feed, .sitemap, .listing] {
            let good = places.filter { $0.kind == kind && !$0.entries.isEmpty }
            if !good.isEmpty { return good }
        }
        return []
    }
}
