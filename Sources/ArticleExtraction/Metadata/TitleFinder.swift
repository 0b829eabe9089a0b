import Foundation
import Markup

/// Finds the headline: without the site's name, not the name of a section.
struct TitleFinder {
    let map: PageMap
    let standing: Standing
    let metadata: PageMetadata
    let page: PageText

    func title() -> String {
        let named = metadata.first("og:title", "twitter:title").map { PageMetadata.unescaped($0) }
        let fromHead = (named ?? metadata.documentTitle).map { withoutSite($0) }
        let headings = headings()
        // The heading that the head of the page repeats is the headline; its own spelling is the best one.
        let heads = [named, metadata.headline, metadata.documentTitle].compactMap { $0.map { FoldedText($0) } }
        let match = headings.first { heading in
            let folded = FoldedText(heading)
            return heads.contains { TitleFinder.agrees($0, folded) }
        }
        if let match { return match }
        if let headline = metadata.headline, !headline.isEmpty { return headline }
        if let fromHead, !fromHead.isEmpty, named != nil { return fromHead }
        return headings.first ?? fromHead ?? ""
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

    /// Cuts ` | Báo X`, ` - Cổng thông tin`: the last part behind a mark, when it is short or the site's own name.
    private func withoutSite(_ title: String) -> String {
        let site = metadata.first("og:site_name", "application-name").map { FoldedText($0) }
        for mark in [" | ", " - ", " – ", " — ", " :: ", " » "] {
            guard let range = title.range(of: mark, options: .backwards) else { continue }
            let head = title[..<range.lowerBound]
            let tail = title[range.upperBound...]
            let isSite = site.map { FoldedText(tail) == $0 } ?? false
            if isSite || (tail.count <= 40 && tail.count * 2 < head.count && mark != " - ")
                || (mark == " - " && tail.split(separator: " ").count <= 5 && tail.count * 2 < head.count)
            {
                return String(head).trimmingCharacters(in: .whitespaces)
            }
        }
        return title
    }
}
