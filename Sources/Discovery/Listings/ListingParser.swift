import Markup
import Model
import VietnameseText

/// How a page of links is read.
public struct ListingRules: Sendable {
    let items: Selector
    let link: Selector?
    let title: Selector?
    let date: Selector?
    let next: Selector?

    /// - Parameters:
    ///   - items: Picks one element an article.
    ///   - link: Picks the link in an item; without it the first link counts.
    ///   - title: Picks the title in an item; without it the link's text counts.
    ///   - date: Picks the date in an item.
    ///   - next: Picks the link to the next page.
    public init(items: Selector, link: Selector?, title: Selector?, date: Selector?, next: Selector?) {
        self.items = items
        self.link = link
        self.title = title
        self.date = date
        self.next = next
    }
}

/// The articles that a page of links names, and the next page.
public struct Listing: Hashable, Sendable {
    public var entries: [ListingEntry]
    public var next: WebAddress?
}

public struct ListingEntry: Hashable, Sendable {
    public let address: WebAddress
    public let title: String?
    public let published: Timestamp?

    public init(address: WebAddress, title: String?, published: Timestamp?) {
        self.address = address
        self.title = title
        self.published = published
    }

    /// What a feed tells of an article; nil for an entry without an address.
    public init?(_ entry: FeedEntry) {
        guard let address = entry.link.flatMap({ WebAddress($0) }) else { return nil }
        self.init(address: address, title: entry.title?.plain, published: entry.published ?? entry.updated)
    }
}

/// Reads a page of links by selectors.
public enum ListingParser {
    public static func parse(
        _ bytes: [UInt8], base: WebAddress, contentType: String?, rules: ListingRules
    ) -> Listing {
        let tree = HTMLTree(parsing: bytes, charset: ContentType.charset(contentType))
        var listing = Listing(entries: [], next: nil)
        for item in tree.select(rules.items, under: tree.root).prefix(mostEntries) {
            guard let link = link(in: item, tree, rules), let target = tree.attribute("href", of: link),
                let address = base.resolving(target)
            else { continue }
            let title = rules.title.flatMap { tree.first($0, under: item) } ?? link
            let date = rules.date.flatMap { tree.first($0, under: item) }
            listing.entries.append(
                ListingEntry(
                    address: address, title: tree.text(of: title),
                    published: date.flatMap { TimestampParser.find(in: tree.text(of: $0))?.timestamp }))
        }
        listing.next = rules.next.flatMap { next(in: tree, base: base, $0) }
        return listing
    }

    /// Where the link to the next page leads that a selector picks.
    static func next(in tree: HTMLTree, base: WebAddress, _ selector: Selector) -> WebAddress? {
        tree.first(selector, under: tree.root).flatMap { tree.attribute("href", of: $0) }
            .flatMap { base.resolving($0) }
    }

    private static func link(in item: HTMLTree.Node, _ tree: HTMLTree, _ rules: ListingRules) -> HTMLTree.Node? {
        if let selector = rules.link { return tree.first(selector, under: item) }
        if tree.name(of: item) == "a" { return item }
        return tree.descendants(of: item).first { tree.name(of: $0) == "a" && tree.attribute("href", of: $0) != nil }
    }

    private static let mostEntries = 2_000
}
