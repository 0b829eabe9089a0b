import Markup
import Model
import VietnameseText

/// The dates that a page states for machines: JSON-LD, `meta`, microdata, `time`, in this order.
struct MachineDates {
    typealias Found = (parsed: ParsedTimestamp, source: DateSource)

    let map: PageMap
    let standing: Standing
    let metadata: PageMetadata
    /// Where the headline stands in the order of the document.
    let titleOrder: Int
    let isPossible: (Timestamp) -> Bool

    /// When the article was published.
    func published() -> Found? {
        let own = (metadata.first("article:published_time", "dc.date.issued")).flatMap { valid($0) }
        if let found = metadata.datePublished.flatMap({ valid($0) }) {
            // Some content systems keep in JSON-LD the day on which a draft was begun.
            if let own, own.timestamp.date > found.timestamp.date { return (own, .meta) }
            return (found, .jsonLD)
        }
        for key in MachineDates.published {
            if let found = metadata.meta[key].flatMap({ valid($0) }) { return (found, .meta) }
        }
        return marked()
    }

    /// When the page that the article stands on was published.
    func pagePublished() -> Found? { metadata.pageDatePublished.flatMap { valid($0) }.map { ($0, .jsonLD) } }

    /// When article or page were changed, which is the best that some pages tell.
    func changed() -> Found? {
        if let found = (metadata.dateModified ?? metadata.pageDateModified).flatMap({ valid($0) }) {
            return (found, .jsonLD)
        }
        for key in MachineDates.changed {
            if let found = metadata.meta[key].flatMap({ valid($0) }) { return (found, .meta) }
        }
        return nil
    }

    private static let published = [
        "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
        "published_time", "date.available", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created",
        "dcterms.date", "parsely-pub-date", "sailthru.date", "article.published", "date", "dc.date.created",
        "citation_publication_date", "originalpublicationdate", "article:published", "article:published_date",
        "publication_date", "publish_date", "pub_date", "shareaholic:article_published_time", "date_published",
        "displaydate", "article_date_original", "article.created", "bt:pubdate", "cxenseparse:recs:publishtime",
        "video:release_date", "citation_date", "dc.created", "created", "release_date", "article:post_date",
    ]
    private static let changed = [
        "article:modified_time", "og:updated_time", "last-modified", "datemodified", "dateupdate", "dcterms.modified",
        "dc.date.modified", "lastmod", "article.updated", "revised", "modified",
    ]

    /// Elements that mark the date for machines.
    private func marked() -> Found? {
        let tree = map.tree
        var best: (rank: Int, parsed: ParsedTimestamp, source: DateSource)?
        for order in 1..<max(1, tree.count) {
            let node = tree.node(at: order)
            let kind = tree.kind(of: node)
            if kind == .text { continue }
            let isProperty = tree.bytes(ofAttribute: .itemprop, of: node).map(MachineDates.isPublished) ?? false
            let isAbbreviation = kind == .abbr && map.has(.date, node)
            guard isProperty || kind == .time || isAbbreviation, let parsed = time(of: node) else { continue }
            let isApart = standing.isFurniture(node)
            var rank = isProperty ? 8 : isAbbreviation ? 5 : 4
            if isApart { rank -= 5 }
            if tree.hasAttribute(.pubdate, of: node) || map.has(.date, node) { rank += 1 }
            // Related articles stand in links, and the article's own date near its headline.
            if titleOrder > 0, abs(order - titleOrder) < 60 { rank += 2 }
            if MachineDates.isLinked(node, tree) { rank -= 2 }
            if isApart && map.has(.foreign, near: node) { continue }
            if rank > best?.rank ?? 0 {
                best = (rank, parsed, isProperty ? .microdata : .timeElement)
            }
        }
        return best.map { ($0.parsed, $0.source) }
    }

    private func time(of node: HTMLTree.Node) -> ParsedTimestamp? {
        for key in [HTMLAttribute.content, .datetime, .title] {
            if let value = map.tree.attribute(key, of: node), let found = valid(value) { return found }
        }
        let text = map.tree.text(of: node)
        guard text.utf8.count < 100 else { return nil }
        return valid(text) ?? SpokenDate.rewritten(text).flatMap { valid($0) }
    }

    private static func isLinked(_ node: HTMLTree.Node, _ tree: HTMLTree) -> Bool {
        var current = tree.parent(of: node)
        for _ in 0..<4 {
            guard let element = current else { return false }
            if tree.kind(of: element) == .a { return true }
            current = tree.parent(of: element)
        }
        return false
    }

    private static func isPublished(_ property: ArraySlice<UInt8>) -> Bool {
        String(decoding: property.prefix(60), as: UTF8.self).lowercased().contains("datepublished")
    }

    private func valid(_ text: String) -> ParsedTimestamp? {
        let parsed = TimestampParser.parse(text) ?? SpokenDate.rewritten(text).flatMap { TimestampParser.parse($0) }
        return parsed.flatMap { isPossible($0.timestamp) ? $0 : nil }
    }
}
