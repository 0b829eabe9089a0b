import Markup
import Model
import VietnameseText

/// Builds a feed from XML events.
struct FeedHandler: XMLEventHandler {
    private(set) var feed = Feed()
    private(set) var rootName = ""
    private var entry: FeedEntry?
    private var bases: [WebAddress]
    private var path: [String] = []
    private var content = ""

    init(base: WebAddress) { bases = [base] }

    var isFeed: Bool { ["rss", "rdf", "feed", "channel"].contains(rootName.lowercased()) }

    private var base: WebAddress { bases[bases.count - 1] }

    mutating func start(_ localName: String, namespace: String?, attributes: [String: String]) {
        if path.isEmpty { rootName = localName }
        path.append(localName.lowercased())
        content = ""
        bases.append(attributes["base"].flatMap { base.resolving($0) } ?? base)
        switch localName.lowercased() {
        case "item", "entry":
            entry = FeedEntry()
        case "link":
            // Atom: the alternate link is the page; RSS has the address as text.
            if let target = attributes["href"], ["alternate", nil].contains(attributes["rel"]) { setLink(target) }
        default:
            break
        }
    }

    mutating func text(_ text: String) {
        if content.utf8.count < FeedHandler.longestText { content += text }
    }

    mutating func end(_ localName: String, namespace: String?) {
        let name = localName.lowercased()
        let text = FeedHandler.trimmed(content)
        let parent = path.count > 1 ? path[path.count - 2] : ""
        if name == "item" || name == "entry" {
            if let entry, feed.entries.count < FeedParser.mostEntries { feed.entries.append(entry) }
            entry = nil
        } else if entry != nil, parent == "item" || parent == "entry" || name == "name" {
            setMember(name, text, isMedia: namespace?.contains("mrss") ?? false)
        } else if parent == "channel" || parent == "feed" {
            if name == "title", feed.title == nil { feed.title = text }
            if name == "link", !text.isEmpty, feed.link == nil { setLink(text) }
        }
        content = ""
        if !path.isEmpty { path.removeLast() }
        if bases.count > 1 { bases.removeLast() }
    }

    private mutating func setMember(_ name: String, _ text: String, isMedia: Bool) {
        guard !text.isEmpty, !isMedia else { return }
        switch name {
        case "title": if entry?.title == nil { entry?.title = FeedHandler.plain(text) }
        case "link": if entry?.link == nil { setLink(text) }
        case "guid", "id":
            entry?.id = text
            let link = base.resolving(text)?.text
            if entry?.link == nil, text.hasPrefix("http") { entry?.link = link }
        case "description", "summary", "encoded", "content": if entry?.summary == nil { entry?.summary = text }
        case "author", "creator", "name": if entry?.author == nil { entry?.author = text }
        case "pubdate", "published", "issued", "date", "created":
            if entry?.published == nil { entry?.published = TimestampParser.parse(text)?.timestamp }
        case "updated", "modified", "lastbuilddate":
            if entry?.updated == nil { entry?.updated = TimestampParser.parse(text)?.timestamp }
        default: break
        }
    }

    private mutating func setLink(_ target: String) {
        let absolute = base.resolving(target)?.text
        if entry != nil { entry?.link = absolute } else if feed.link == nil { feed.link = absolute }
    }

    /// Titles come with markup and entities escaped once more.
    private static func plain(_ text: String) -> String {
        guard text.contains("<") || text.contains("&") else { return text }
        let tree = HTMLTree(parsing: Array(text.utf8), charset: "utf-8")
        return tree.text(of: tree.root)
    }

    private static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let longestText = 2_000_000
}
