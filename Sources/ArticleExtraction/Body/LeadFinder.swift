import Markup

/// Finds the lead (sapô): the summary above the body, in the body's container or outside of it.
struct LeadFinder {
    let map: PageMap
    let standing: Standing
    let metadata: PageMetadata
    let page: PageText

    /// The place of the lead among the segments; nil where there is none.
    func lead(title: String, bodyStart: Int) -> Int? {
        let segments = page.segments
        let titlePlace = segments[..<bodyStart].lastIndex { page.isText($0, title) } ?? -1
        let window = max(0, titlePlace)..<min(segments.count, bodyStart + 2)
        for index in window where isPossible(segments[index], title: title) {
            if map.has(.lead, near: segments[index].container) { return index }
        }
        let description = metadata.first("og:description", "description", "twitter:description").map {
            PageMetadata.unescaped($0)
        }
        guard let description, description.count >= 40 else { return nil }
        let folded = FoldedText(description)
        return window.first {
            isPossible(segments[$0], title: title) && FoldedText(page.text(of: segments[$0])).begins(like: folded)
        }
    }

    private func isPossible(_ segment: Segment, title: String) -> Bool {
        segment.length >= 30 && segment.linkShare < 0.4 && segment.role != .caption && !standing.isFurniture(segment)
            && !page.isText(segment, title)
    }
}
