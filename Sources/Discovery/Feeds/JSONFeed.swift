import Model
import VietnameseText

/// JSON Feed 1.0 and 1.1 (jsonfeed.org). A member of another type than it should have counts as missing and does not
/// cost the feed.
enum JSONFeed {
    static func parse(_ bytes: [UInt8], base: WebAddress) throws(DiscoveryError) -> Feed {
        let document: JSONValue
        do {
            document = try JSONValue(parsing: bytes)
        } catch {
            throw DiscoveryError("no feed: the JSON cannot be read, \(error)")
        }
        guard let items = document["items"]?.elements else {
            throw DiscoveryError("no feed: the JSON is no JSON Feed with `items`")
        }
        var feed = Feed()
        feed.title = document["title"]?.text.map { FeedContent($0) }
        feed.link = document["home_page_url"]?.text.flatMap { base.resolving($0)?.text }
        feed.id = document["feed_url"]?.text
        feed.description = document["description"]?.text.map { FeedContent($0) }
        feed.author = author(of: document)
        feed.entries = items.prefix(FeedParser.mostEntries).filter { $0.members != nil }.map { entry($0, base) }
        return feed
    }

    private static func entry(_ item: JSONValue, _ base: WebAddress) -> FeedEntry {
        var entry = FeedEntry()
        entry.id = identifier(item["id"])
        entry.link = (item["url"]?.text ?? item["external_url"]?.text).flatMap { base.resolving($0)?.text }
        // Some feeds have the address as the identifier only.
        if entry.link == nil, let id = entry.id, id.hasPrefix("http") { entry.link = base.resolving(id)?.text }
        entry.title = item["title"]?.text.map { FeedContent($0) }
        entry.summary =
            (item["summary"]?.text ?? item["content_text"]?.text).map { FeedContent($0) }
            ?? item["content_html"]?.text.map { FeedContent(ContentLinks.absolute($0, base: base), isMarkup: true) }
        entry.author = author(of: item)
        entry.published = time(item["date_published"])
        entry.updated = time(item["date_modified"])
        return entry
    }

    /// A string; numbers are taken for one, as the specification asks of readers.
    private static func identifier(_ value: JSONValue?) -> String? {
        if case .number(let digits) = value { return digits }
        return value?.text
    }

    private static func author(of object: JSONValue) -> String? {
        object["authors"]?.elements?.first?["name"]?.text ?? object["author"]?["name"]?.text
    }

    private static func time(_ value: JSONValue?) -> Timestamp? {
        value?.text.flatMap { TimestampParser.parse($0)?.timestamp }
    }
}
