import Markup

/// Finds the lead (sapô): the summary above the body, in the body's container or outside of it.
struct LeadFinder {
    let tree: HTMLTree
    let metadata: PageMetadata
    let segments: [Segment]
    let furniture: FurnitureMap

    /// The place of the lead among the segments; nil where there is none.
    func lead(title: String, bodyStart: Int) -> Int? {
        let titlePlace = segments[..<bodyStart].lastIndex { $0.text == title } ?? -1
        let description = metadata.first("og:description", "description", "twitter:description").map {
            PageMetadata.unescaped($0)
        }
        let window = max(0, titlePlace)..<min(segments.count, bodyStart + 2)
        for index in window where isPossible(segments[index], title: title) {
            if says(segments[index]) { return index }
        }
        guard let description, description.count >= 40 else { return nil }
        return window.first {
            isPossible(segments[$0], title: title) && LeadFinder.begins(segments[$0].text, like: description)
        }
    }

    private func isPossible(_ segment: Segment, title: String) -> Bool {
        segment.text != title && segment.length >= 30 && segment.linkShare < 0.4 && segment.role != .caption
            && !furniture.contains(segment.container)
    }

    private func says(_ segment: Segment) -> Bool {
        var node: HTMLTree.Node? = segment.container
        for _ in 0..<3 {
            guard let current = node else { return false }
            if furniture.hints.isLead(current) { return true }
            node = tree.parent(of: current)
        }
        return false
    }

    /// Descriptions are cut off somewhere, and lose the dateline.
    private static func begins(_ text: String, like description: String) -> Bool {
        let (left, right) = (folded(text), folded(description))
        let count = min(left.count, right.count, 60)
        return count >= 25 && (left.prefix(count) == right.prefix(count) || left.contains(right.prefix(count)))
    }

    private static func folded(_ text: String) -> [Character] {
        text.lowercased().filter { $0.isLetter || $0.isNumber }.map { $0 }
    }
}

extension [Character] {
    fileprivate func contains(_ part: ArraySlice<Character>) -> Bool {
        guard let first = part.first, count >= part.count else { return false }
        return indices.dropLast(part.count - 1).contains { self[$0] == first && self[$0..<$0 + part.count] == part }
    }
}
