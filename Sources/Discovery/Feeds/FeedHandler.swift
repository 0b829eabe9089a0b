import Markup
import Model

/// Follows the structure of a feed through its XML events; what elements say goes into drafts.
struct FeedHandler: XMLEventHandler {
    private(set) var root: XMLName?
    private var channel = FeedDraft()
    private var entries: [FeedEntry] = []
    private var entry: FeedDraft?
    private var bases: [WebAddress]
    /// The elements that are open, by their names in lower case.
    private var path: [Element] = []
    private var element = FeedText()
    private var person = FeedPerson()

    private struct Element {
        let name: String
        let vocabulary: FeedVocabulary
    }

    init(base: WebAddress) { bases = [base] }

    var isFeed: Bool { ["rss", "rdf", "feed", "channel"].contains(root?.local.lowercased() ?? "") }

    /// What was read, as far as it went.
    var feed: Feed {
        var feed = channel.feed
        feed.entries = entries
        return feed
    }

    private var base: WebAddress { bases[bases.count - 1] }

    /// What begins now is markup inside a text.
    private var isInText: Bool {
        guard let last = path.last, path.count > 1 else { return false }
        return FeedHandler.mayHoldMarkup.contains(last.name) && last.vocabulary != .other
            && FeedHandler.holders.contains(path[path.count - 2].name)
    }

    mutating func start(_ name: XMLName, attributes: [XMLAttribute]) {
        if element.isOpen || isInText {
            pushBase(attributes)
            element.start(name, attributes, base: base)
            return
        }
        if path.isEmpty { root = name }
        let opened = Element(name: name.local.lowercased(), vocabulary: vocabulary(of: name))
        path.append(opened)
        pushBase(attributes)
        element = FeedText(attributes: attributes)
        guard opened.vocabulary == .rss || opened.vocabulary == .atom else { return }
        switch opened.name {
        case "item" where !isWithinEntry, "entry" where !isWithinEntry:
            var draft = FeedDraft()
            draft.takeAttributes(attributes, base: base)
            entry = draft
        case "channel": channel.takeAttributes(attributes, base: base)
        case "link" where isMember: withDraft { draft, base in draft.takeLink(attributes, base: base) }
        default: break
        }
    }

    mutating func text(_ text: String) { element.text(text) }

    mutating func end(_ name: XMLName) {
        defer { if bases.count > 1 { bases.removeLast() } }
        if element.isOpen {
            element.end(name)
            return
        }
        guard let closed = path.last else { return }
        if isEntry(closed), path.count(where: isEntry) == 1 {
            if let entry, entries.count < FeedParser.mostEntries { entries.append(entry.entry) }
            entry = nil
        } else if isMember {
            take(closed)
        } else if path.count > 1, path[path.count - 2].name == "author" {
            take(personPart: closed.name)
        }
        element = FeedText()
        path.removeLast()
    }

    private func isEntry(_ element: Element) -> Bool {
        (element.name == "item" || element.name == "entry")
            && (element.vocabulary == .rss || element.vocabulary == .atom)
    }

    private var isWithinEntry: Bool { path.dropLast().contains(where: isEntry) }

    /// The element stands directly in an entry or in the feed.
    private var isMember: Bool {
        guard path.count > 1 else { return false }
        let holder = path[path.count - 2]
        if entry != nil { return isEntry(holder) }
        return holder.name == "channel" || holder.name == "feed"
    }

    private mutating func take(_ member: Element) {
        if member.vocabulary == .other { return }
        let (text, person) = (element, person)
        withDraft { draft, base in
            draft.take(member.name, member.vocabulary, text, person: person, base: base)
        }
        if member.name == "author" { self.person = FeedPerson() }
    }

    private mutating func take(personPart name: String) {
        switch name {
        case "name": person.name = element.bare
        case "email": person.email = element.bare
        default: break
        }
    }

    private mutating func withDraft(_ body: (inout FeedDraft, WebAddress) -> Void) {
        let base = base
        guard var draft = entry else { return body(&channel, base) }
        entry = nil
        body(&draft, base)
        entry = draft
    }

    private mutating func pushBase(_ attributes: [XMLAttribute]) {
        bases.append(attributes.base.flatMap { base.resolving($0) } ?? base)
    }

    private func vocabulary(of name: XMLName) -> FeedVocabulary {
        FeedVocabulary(name, root: root?.namespace)
    }

    private static let holders: Set<String> = ["item", "entry", "channel", "feed"]
    private static let mayHoldMarkup: Set<String> = [
        "title", "summary", "content", "description", "subtitle", "tagline", "encoded", "body", "fullitem", "abstract",
    ]
}
