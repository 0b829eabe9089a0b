import FoundationEssentials
import Model
import VietnameseText

/// JSON Feed 1.0 and 1.1 (jsonfeed.org).
enum JSONFeed {
    private struct Document: Decodable {
        let title: Lenient<String>?
        let homePageUrl: Lenient<String>?
        let description: Lenient<String>?
        let items: [Lenient<Item>]
    }

    private struct Item: Decodable {
        let id: Lenient<Identifier>?
        let url: Lenient<String>?
        let externalUrl: Lenient<String>?
        let title: Lenient<String>?
        let summary: Lenient<String>?
        let contentText: Lenient<String>?
        let contentHtml: Lenient<String>?
        let datePublished: Lenient<String>?
        let dateModified: Lenient<String>?
        let author: Lenient<Author>?
        let authors: Lenient<[Author]>?
    }

    private struct Author: Decodable {
        let name: String?
    }

    /// A member of another type than it should have counts as missing and does not cost the feed.
    private struct Lenient<Value: Decodable>: Decodable {
        let value: Value?

        init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
    }

    /// A string; numbers are taken for one, as the specification asks of readers.
    private struct Identifier: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self.text = text
            } else {
                text = String(try container.decode(Int64.self))
            }
        }
    }

    static func parse(_ bytes: [UInt8], base: WebAddress) throws(DiscoveryError) -> Feed {
        let document: Document
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            document = try decoder.decode(Document.self, from: Data(bytes))
        } catch {
            throw DiscoveryError("no feed: the JSON is no JSON Feed with `items`")
        }
        var feed = Feed()
        feed.title = document.title?.value
        feed.link = document.homePageUrl?.value.flatMap { base.resolving($0)?.text }
        feed.description = document.description?.value
        feed.entries = document.items.prefix(FeedParser.mostEntries).compactMap { $0.value }.map { entry($0, base) }
        return feed
    }

    private static func entry(_ item: Item, _ base: WebAddress) -> FeedEntry {
        var entry = FeedEntry()
        entry.id = item.id?.value?.text
        entry.link = (item.url?.value ?? item.externalUrl?.value).flatMap { base.resolving($0)?.text }
        // Some feeds have the address as the identifier only.
        if entry.link == nil, let id = entry.id, id.hasPrefix("http") { entry.link = base.resolving(id)?.text }
        entry.title = item.title?.value
        entry.summary = item.summary?.value ?? item.contentText?.value ?? item.contentHtml?.value
        entry.author = item.authors?.value?.first?.name ?? item.author?.value?.name
        entry.published = item.datePublished?.value.flatMap { TimestampParser.parse($0)?.timestamp }
        entry.updated = item.dateModified?.value.flatMap { TimestampParser.parse($0)?.timestamp }
        return entry
    }
}
