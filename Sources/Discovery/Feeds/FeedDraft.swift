import Markup
import Model
import VietnameseText

/// What the elements of an entry, or of the feed itself, have said so far: of several elements that say the same, the
/// one that says it best counts.
struct FeedDraft {
    private var link: Ranked<String>?
    private var id: Ranked<String>?
    private var title: Ranked<FeedContent>?
    private var summary: Ranked<FeedContent>?
    private var author: Ranked<String>?
    private var published: Ranked<Timestamp>?
    private var updated: Ranked<Timestamp>?

    private struct Ranked<Value> {
        let value: Value
        let rank: Int
    }

    var feed: Feed {
        Feed(
            title: title?.value, link: link?.value, id: id?.value, description: summary?.value, author: author?.value,
            published: published?.value, updated: updated?.value)
    }

    var entry: FeedEntry {
        FeedEntry(
            link: link?.value, title: title?.value, id: id?.value, summary: summary?.value, author: author?.value,
            published: published?.value, updated: updated?.value)
    }

    /// RSS 1.0 names an item, and CDF its page and last change, in attributes.
    mutating func takeAttributes(_ attributes: [XMLAttribute], base: WebAddress) {
        if let about = attributes.first(where: { $0.name.local == "about" })?.value {
            setID(about, rank: 0, base: base)
        }
        if let target = attributes.value("href") { setLink(target, rank: 2, base: base) }
        if let time = attributes.value("lastmod") { setTime(\.updated, time, rank: 2) }
    }

    /// Takes what a member element says.
    mutating func take(
        _ name: String, _ vocabulary: FeedVocabulary, _ text: FeedText, person: FeedPerson, base: WebAddress
    ) {
        switch (vocabulary, name) {
        case (.rss, "title"), (.atom, "title"): set(\.title, text.finished(base: base), rank: 2)
        case (.dublinCore, "title"), (.media, "title"), (.podcast, "title"):
            set(\.title, text.finished(base: base), rank: 1)
        case (.rss, "link"), (.atom, "link"): setLink(text.bare, rank: 3, base: base)
        case (.rss, "guid"), (.rss, "id"), (.atom, "id"):
            setID(text.bare, isLink: text.attribute("ispermalink") != "false", rank: 1, base: base)
        case (.rss, "author"), (.atom, "author"), (.rss, "managingeditor"):
            setAuthor(person.text ?? text.finished(base: base).plain, rank: 2)
        case (.dublinCore, "creator"), (.dublinCore, "author"), (.rss, "creator"):
            setAuthor(text.finished(base: base).plain, rank: 2)
        case (.podcast, "author"), (.rss, "webmaster"): setAuthor(text.finished(base: base).plain, rank: 1)
        default:
            if !takeSummary(name, vocabulary, text, base: base) { takeTime(name, vocabulary, text.bare) }
        }
    }

    private mutating func takeSummary(
        _ name: String, _ vocabulary: FeedVocabulary, _ text: FeedText, base: WebAddress
    ) -> Bool {
        let rank: Int
        switch (vocabulary, name) {
        case (.rss, "description"), (.rss, "summary"), (.atom, "summary"), (.atom, "subtitle"), (.atom, "tagline"),
            (.rss, "subtitle"), (.rss, "tagline"), (.rss, "abstract"):
            rank = 3
        case (.dublinCore, "description"), (.podcast, "summary"), (.podcast, "subtitle"), (.media, "description"):
            rank = 1
        case (.content, "encoded"), (.atom, "content"), (.rss, "content"), (.rss, "encoded"), (.rss, "body"),
            (.other, "body"):
            rank = 2
        default: return false
        }
        // The first of several counts, but an empty one only when there is no other.
        let content = text.finished(base: base)
        if content.value.isEmpty {
            if summary == nil, rank == 3 { summary = Ranked(value: content, rank: 0) }
        } else if rank > summary?.rank ?? -1 {
            summary = Ranked(value: content, rank: rank)
        }
        return true
    }

    private mutating func takeTime(_ name: String, _ vocabulary: FeedVocabulary, _ text: String) {
        switch (vocabulary, name) {
        case (.rss, "pubdate"), (.atom, "published"), (.rss, "published"): setTime(\.published, text, rank: 2)
        case (.atom, "issued"), (.rss, "issued"), (.dublinCoreTerms, "issued"): setTime(\.published, text, rank: 2)
        case (.atom, "created"), (.rss, "created"), (.dublinCoreTerms, "created"), (.rss, "date"):
            setTime(\.published, text, rank: 1)
        case (.atom, "updated"), (.rss, "updated"), (.atom, "modified"), (.rss, "modified"),
            (.dublinCoreTerms, "modified"), (.rss, "lastbuilddate"):
            setTime(\.updated, text, rank: 2)
        case (.dublinCore, "date"): setTime(\.updated, text, rank: 1)
        default: break
        }
    }

    /// Atom's `link`: the alternate one is the page, and of several forms of it the one in HTML.
    mutating func takeLink(_ attributes: [XMLAttribute], base: WebAddress) {
        guard let target = attributes.value("href"), ["alternate", nil].contains(attributes.value("rel")?.lowercased())
        else { return }
        let type = attributes.value("type")?.lowercased() ?? "text/html"
        setLink(target, rank: type.contains("html") ? 3 : 2, base: base)
    }

    /// The first link counts, and a link counts more than an identifier.
    private mutating func setLink(_ target: String, rank: Int, base: WebAddress) {
        guard !target.isEmpty, rank > link?.rank ?? -1, let absolute = FeedDraft.absolute(target, base: base) else {
            return
        }
        link = Ranked(value: absolute, rank: rank)
    }

    private mutating func setID(_ text: String, isLink: Bool = true, rank: Int, base: WebAddress) {
        guard !text.isEmpty, rank >= id?.rank ?? -1 else { return }
        let isRelative = text.hasPrefix("/") || text.hasPrefix("./") || text.hasPrefix("../")
        id = Ranked(value: isRelative ? FeedDraft.absolute(text, base: base) ?? text : text, rank: rank)
        // An identifier that is an address stands in for a link that is missing.
        if isLink, text.hasPrefix("http") { setLink(text, rank: 1, base: base) }
    }

    private mutating func setAuthor(_ text: String, rank: Int) {
        if !text.isEmpty, rank > author?.rank ?? -1 { author = Ranked(value: text, rank: rank) }
    }

    private mutating func set(
        _ part: WritableKeyPath<FeedDraft, Ranked<FeedContent>?>, _ content: FeedContent, rank: Int
    ) {
        if !content.value.isEmpty, rank > self[keyPath: part]?.rank ?? -1 {
            self[keyPath: part] = Ranked(value: content, rank: rank)
        }
    }

    /// The last of several counts: feeds that are put together from others repeat what was there before.
    private mutating func setTime(_ part: WritableKeyPath<FeedDraft, Ranked<Timestamp>?>, _ text: String, rank: Int) {
        guard rank >= self[keyPath: part]?.rank ?? -1, let time = TimestampParser.parse(text)?.timestamp else { return }
        self[keyPath: part] = Ranked(value: time, rank: rank)
    }

    /// As written where it is absolute, so that it can be compared with the feed's source; nil for what is no address.
    private static func absolute(_ target: String, base: WebAddress) -> String? {
        guard let resolved = WebURL(target, base: base.url) else { return nil }
        let isClean = target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        return isClean && target.lowercased().hasPrefix("http") && WebURL(target) == resolved ? target : resolved.text
    }
}
