import FoundationEssentials
import Model
import VietnameseText

/// JSON Feed 1.0 and 1.1 (jsonfeed.org).
enum JSONFeed {
    private struct Document: Decodable {
        let title: String?
        let homePageUrl: String?
        let items: [Item]
    }

    private struct Item: Decodable {
        let id: String?
        let url: String?
        let externalUrl: String?
        let title: String?
        let summary: String?
        let datePublished: String?
        let dateModified: String?
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
        let entries = document.items.prefix(FeedParser.mostEntries).map { item in
            FeedEntry(
                link: (item.url ?? item.externalUrl).flatMap { base.resolving($0)?.text }, title: item.title,
                id: item.id,
                summary: item.summary, author: nil,
                published: item.datePublished.flatMap { TimestampParser.parse($0)?.timestamp },
                updated: item.dateModified.flatMap { TimestampParser.parse($0)?.timestamp })
        }
        return Feed(title: document.title, link: document.homePageUrl, entries: Array(entries))
    }
}
