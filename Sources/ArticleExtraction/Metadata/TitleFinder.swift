import Foundation
import Markup

/// Finds the headline: without the site's name, not the name of a section.
struct TitleFinder {
    let tree: HTMLTree
    let metadata: PageMetadata
    let segments: [Segment]
    let furniture: FurnitureMap

    func title() -> String {
        let named = metadata.first("og:title", "twitter:title").map { PageMetadata.unescaped($0) }
        let fromHead = (named ?? metadata.documentTitle).map { withoutSite($0) }
        let headings = headings()
        // The heading that the head of the page repeats is the headline; its own spelling is the best one.
        if let match = headings.first(where: { heading in
            [named, metadata.headline, metadata.documentTitle].compactMap { $0 }.contains {
                TitleFinder.agrees($0, heading)
            }
        }) {
            return match
        }
        if let headline = metadata.headline, !headline.isEmpty { return headline }
        if let fromHead, !fromHead.isEmpty, named != nil { return fromHead }
        return headings.first ?? fromHead ?? ""
    }

    /// First-level headings, and elements that call themselves title.
    private func headings() -> [String] {
        var result: [String] = []
        for node in tree.descendants(of: tree.root) where tree.name(of: node) == "h1" && !furniture.contains(node) {
            let text = tree.text(of: node)
            if text.count >= 8 { result.append(text) }
        }
        for segment in segments
        where !furniture.contains(segment.container) && segment.linkShare < 0.5 && segment.text.count >= 15 {
            var node: HTMLTree.Node? = segment.container
            for _ in 0..<3 {
                guard let current = node else { break }
                if furniture.hints.isTitle(current) || tree.name(of: current) == "h2" { result.append(segment.text) }
                node = tree.parent(of: current)
            }
        }
        return result
    }

    /// Equal but for case and spaces, or the title begins or ends with the heading and the rest is a site's name.
    private static func agrees(_ title: String, _ heading: String) -> Bool {
        let (left, right) = (folded(title), folded(heading))
        if left == right { return true }
        return right.count >= 15 && (left.hasPrefix(right) || left.hasSuffix(right))
    }

    private static func folded(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Cuts ` | Báo X`, ` - Cổng thông tin`: the last part behind a mark, when it is short or the site's own name.
    private func withoutSite(_ title: String) -> String {
        let site = metadata.first("og:site_name", "application-name").map { TitleFinder.folded($0) }
        for mark in [" | ", " - ", " – ", " — ", " :: ", " » "] {
            guard let range = title.range(of: mark, options: .backwards) else { continue }
            let head = title[..<range.lowerBound]
            let tail = title[range.upperBound...]
            let isSite = site.map { TitleFinder.folded(String(tail)) == $0 } ?? false
            if isSite || (tail.count <= 40 && tail.count * 2 < head.count && mark != " - ")
                || (mark == " - " && tail.split(separator: " ").count <= 5 && tail.count * 2 < head.count)
            {
                return String(head).trimmingCharacters(in: .whitespaces)
            }
        }
        return title
    }
}
