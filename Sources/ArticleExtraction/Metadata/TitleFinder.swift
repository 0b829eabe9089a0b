import Foundation
import Markup
import Model

/// Finds the headline: without the site's name, not the name of a section.
struct TitleFinder {
    let map: PageMap
    let standing: Standing
    let metadata: PageMetadata
    let page: PageText

    /// The headline, and the heading on the page that says the same, where there is one.
    struct Title {
        let text: String
        let heading: String?
    }

    func title() -> Title {
        let headings = headings()
        let others = (headings.prefix(4) + [metadata.headline].compactMap { $0 }).map { FoldedText($0) }
        let shared = metadata.first("og:title", "twitter:title").map {
            withoutSite(PageMetadata.unescaped($0), others, isLoose: others.isEmpty)
        }
        let document = metadata.documentTitle.map { withoutSite($0, others, isLoose: true) }
        let headline = metadata.headline.map {
            withoutSite($0, headings.prefix(4).map { FoldedText($0) }, isLoose: false)
        }
        // The heading that the head of the page repeats is the headline.
        let heads = [shared, headline, document, metadata.documentTitle].compactMap { $0.map { FoldedText($0) } }
        let match = headings.first { heading in
            let folded = FoldedText(heading)
            return heads.contains { TitleFinder.agrees($0, folded) }
        }
        if let shared, isOwn(shared, beside: match ?? headline, document: document, headline: headline) {
            return Title(text: shared, heading: match)
        }
        let text = match ?? nonEmpty(headline) ?? nonEmpty(shared) ?? headings.first ?? document ?? ""
        return Title(text: text, heading: match)
    }

    private func nonEmpty(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    /// Whether the title that a page gives itself for sharing is its headline: it is the heading in the same or other
    /// words. One that only repeats the document's title is written for search engines where the heading and JSON-LD
    /// say something else; one that says nothing that the heading or the description says is the site's.
    private func isOwn(_ shared: String, beside heading: String?, document: String?, headline: String?) -> Bool {
        guard let heading, !shared.isEmpty else { return false }
        let folded = FoldedText(shared)
        guard folded.bytes.count >= 8 else { return false }
        let visible = FoldedText(heading)
        if folded == visible { return true }
        if let headline, FoldedText(headline) == folded { return true }
        if let document, FoldedText(document) == folded { return false }
        if let document, let whole = metadata.documentTitle, FoldedText(whole).contains(folded.bytes[...]),
            !FoldedText(document).contains(folded.bytes[...])
        {
            return false
        }
        let description = metadata.first("og:description", "description").map { FoldedText($0) }
        return shared.split(separator: " ").contains { word in
            let word = FoldedText(word)
            return word.bytes.count >= 4
                && (visible.contains(word.bytes[...]) || description?.contains(word.bytes[...]) == true)
        } && shared.split(separator: " ").count >= 3
    }

    /// First-level headings, and elements that call themselves title.
    private func headings() -> [String] {
        var result: [String] = []
        for node in map.headlines where !standing.isFurniture(node) {
            let text = map.tree.text(of: node)
            if text.count >= 8 { result.append(text) }
        }
        for segment in page.segments
        where !standing.isFurniture(segment) && segment.linkShare < 0.5 && (15...400).contains(segment.range.count)
            && isTitled(segment)
        {
            result.append(page.text(of: segment))
            if result.count > 40 { break }
        }
        return result
    }

    private func isTitled(_ segment: Segment) -> Bool {
        var node: HTMLTree.Node? = segment.container
        for _ in 0..<3 {
            guard let current = node else { return false }
            if map.has(.title, current) || map.tree.kind(of: current) == .h2 { return true }
            node = map.tree.parent(of: current)
        }
        return false
    }

    /// Equal but for case and spaces, or the title begins or ends with the heading and the rest is a site's name.
    private static func agrees(_ title: FoldedText, _ heading: FoldedText) -> Bool {
        if title == heading { return true }
        return heading.bytes.count >= 15
            && (title.bytes.starts(with: heading.bytes)
                || title.bytes.suffix(heading.bytes.count) == heading.bytes[...])
    }

    /// Cuts ` | Báo X`, ` - Cổng thông tin`: what stands behind a mark when the rest is the headline as it stands
    /// elsewhere on the page, or when it is the site's name or its address. `isLoose`: also when it is short.
    private func withoutSite(_ title: String, _ headlines: [FoldedText], isLoose: Bool) -> String {
        for mark in TitleFinder.marks {
            var rest = title[...]
            while let range = rest.range(of: mark) {
                let head = title[..<range.lowerBound]
                let folded = FoldedText(head)
                if folded.bytes.count >= 12, headlines.contains(folded) { return TitleFinder.trimmed(head) }
                rest = rest[range.upperBound...]
            }
        }
        for mark in TitleFinder.marks {
            guard let range = title.range(of: mark, options: .backwards) else { continue }
            let head = title[..<range.lowerBound]
            let tail = title[range.upperBound...]
            let isShort =
                tail.count * 2 < head.count
                && (mark == " - " ? tail.split(separator: " ").count <= 5 : tail.count <= 40)
            if isSite(tail) || (isLoose && isShort) { return TitleFinder.trimmed(head) }
        }
        return title
    }

    private static let marks = [" | ", " - ", " – ", " — ", " :: ", " » ", "ㅣ"]

    private static func trimmed(_ text: Substring) -> String { String(text).trimmingCharacters(in: .whitespaces) }

    /// Whether a text is the site's name, or what its address begins with.
    private func isSite(_ text: Substring) -> Bool {
        let folded = FoldedText(text)
        guard folded.bytes.count >= 3 else { return false }
        if let site = metadata.first("og:site_name", "application-name").map({ FoldedText($0) }),
            site == folded || (site.bytes.count >= 4 && folded.bytes.count < 40 && folded.contains(site.bytes[...]))
                || site.contains(folded.bytes[...])
        {
            return true
        }
        let host = (metadata.canonical ?? metadata.first("og:url")).flatMap { WebAddress($0) }?.host
        return host.map { FoldedText($0).contains(folded.bytes[...]) } ?? false
    }
}
