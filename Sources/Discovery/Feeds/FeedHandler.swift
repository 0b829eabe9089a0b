import Markup
import Model
import VietnameseText

/// Builds a feed from XML events.
struct FeedHandler: XMLEventHandler {
    private(set) var feed = Feed()
    private(set) var rootName = ""
    private var entry: FeedEntry?
    /// The entry has its own link, summary, date of publication: later or lesser elements do not replace them.
    private var known: Set<String> = []
    private var bases: [WebAddress]
    private var path: [String] = []
    private var element = FeedText()
    private var person = Person()

    private struct Person {
        var name: String?
        var email: String?
    }

    init(base: WebAddress) { bases = [base] }

    var isFeed: Bool { ["rss", "rdf", "feed", "channel"].contains(rootName.lowercased()) }

    private var base: WebAddress { bases[bases.count - 1] }

    /// What begins now is markup inside a text.
    private var isInText: Bool {
        FeedHandler.mayHoldMarkup.contains(path.last ?? "") && FeedHandler.holders.contains(parent)
    }

    private var parent: String { path.count > 1 ? path[path.count - 2] : "" }

    mutating func start(_ localName: String, namespace: String?, attributes: [String: String]) {
        let name = localName.lowercased()
        if element.isOpen || isInText {
            element.start(localName, attributes)
            return
        }
        if path.isEmpty { rootName = localName }
        path.append(name)
        element = FeedText(attributes: attributes)
        bases.append(attributes["base"].flatMap { base.resolving($0) } ?? base)
        switch name {
        case "item", "entry":
            entry = FeedEntry()
            known = []
        case "link":
            // Atom: the alternate link is the page; RSS has the address as text.
            if let target = attributes["href"], ["alternate", nil].contains(attributes["rel"]) { setLink(target) }
        default: break
        }
    }

    mutating func text(_ text: String) { element.text(text) }

    mutating func end(_ localName: String, namespace: String?) {
        if element.isOpen {
            element.end(localName)
            return
        }
        let name = localName.lowercased()
        if name == "item" || name == "entry" {
            if let entry, feed.entries.count < FeedParser.mostEntries { feed.entries.append(entry) }
            entry = nil
        } else if !(namespace?.contains("mrss") ?? false) {
            take(name)
            if name == "author" { person = Person() }
        }
        element = FeedText()
        if !path.isEmpty { path.removeLast() }
        if bases.count > 1 { bases.removeLast() }
    }

    /// What an element says of the entry it stands in, or of the feed.
    private mutating func take(_ name: String) {
        switch parent {
        case "item", "entry": setMember(name)
        case "author" where name == "name": person.name = element.plain
        case "author" where name == "email": person.email = element.plain
        case "channel", "feed": if entry == nil { setFeedMember(name) }
        default: break
        }
    }

    private mutating func setMember(_ name: String) {
        let text = element.value
        switch name {
        case "author", "creator":
            let author = author(text)
            if entry?.author == nil { entry?.author = author }
        case _ where text.isEmpty: break
        case "title":
            let title = element.plain
            if entry?.title == nil { entry?.title = title }
        case "link": setLink(text)
        case "guid", "id":
            entry?.id = text
            // An identifier that is an address stands in for a link that is missing.
            let link = base.resolving(text)?.text
            if entry?.link == nil, text.hasPrefix("http") { entry?.link = link }
        case "description", "summary": if known.insert("summary").inserted { entry?.summary = text }
        case "encoded", "content": if entry?.summary == nil { entry?.summary = text }
        case "pubdate", "published":
            if let time = TimestampParser.parse(text), known.insert("published").inserted {
                entry?.published = time.timestamp
            }
        case "issued", "date", "created":
            if entry?.published == nil { entry?.published = TimestampParser.parse(text)?.timestamp }
        case "updated", "modified", "lastbuilddate":
            if entry?.updated == nil { entry?.updated = TimestampParser.parse(text)?.timestamp }
        default: break
        }
    }

    private mutating func setFeedMember(_ name: String) {
        let text = element.value
        switch name {
        case "author", "creator", "managingeditor":
            let author = author(text)
            if feed.author == nil { feed.author = author }
        case _ where text.isEmpty: break
        case "title": if feed.title == nil { feed.title = element.plain }
        case "link": setLink(text)
        case "id", "guid": feed.id = text
        case "description", "subtitle", "tagline": if feed.description == nil { feed.description = text }
        case "pubdate", "published", "date":
            if feed.published == nil { feed.published = TimestampParser.parse(text)?.timestamp }
        case "updated", "modified", "lastbuilddate":
            if feed.updated == nil { feed.updated = TimestampParser.parse(text)?.timestamp }
        default: break
        }
    }

    /// A person as elements or as text.
    private func author(_ text: String) -> String? {
        switch (person.name, person.email) {
        case (let name?, let email?): "\(name) (\(email))"
        case (let name?, nil): name
        case (nil, let email?): email
        case (nil, nil): text.isEmpty ? nil : element.plain
        }
    }

    /// The first link counts, and a link counts more than an identifier.
    private mutating func setLink(_ target: String) {
        guard let absolute = base.resolving(target)?.text else { return }
        if entry == nil {
            if feed.link == nil { feed.link = absolute }
        } else if known.insert("link").inserted {
            entry?.link = absolute
        }
    }

    private static let holders: Set<String> = ["item", "entry", "channel", "feed"]
    private static let mayHoldMarkup: Set<String> = [
        "title", "summary", "content", "description", "subtitle", "tagline", "encoded",
    ]
}
