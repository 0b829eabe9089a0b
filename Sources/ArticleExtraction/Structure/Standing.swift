import Markup

/// Tells what is furniture on a page whose body is known: no element that holds the body is, whatever it is called, and
/// where names would leave nothing of the body, only those that never belong to an article count.
struct Standing {
    private let map: PageMap
    private let body: HTMLTree.Node
    private var trustsNames = true

    init(map: PageMap, page: PageText, body: HTMLTree.Node) {
        self.map = map
        self.body = body
        var (all, kept) = (0, 0)
        for segment in page.segments[page.places(under: body, in: map.tree)] where segment.linkShare < 0.5 {
            all += segment.length
            if !isFurniture(segment) { kept += segment.length }
        }
        trustsNames = kept * 5 >= all * 2 || kept > 3_000
    }

    func isFurniture(_ segment: Segment) -> Bool { segment.furniture.map { isApart($0) } ?? false }

    /// Whether an element stands in a piece of furniture.
    func isFurniture(_ node: HTMLTree.Node) -> Bool {
        var current: HTMLTree.Node? = node
        while let element = current {
            if map.has(.furniture, element) && isApart(element) { return true }
            current = map.tree.parent(of: element)
        }
        return false
    }

    private func isApart(_ furniture: HTMLTree.Node) -> Bool {
        let tree = map.tree
        let isInside =
            tree.order(of: furniture) >= tree.order(of: body) && tree.end(of: furniture) <= tree.end(of: body)
        if tree.order(of: furniture) <= tree.order(of: body) && tree.end(of: furniture) >= tree.end(of: body) {
            return false
        }
        guard isInside else { return true }
        if !trustsNames { return map.has(.foreign, furniture) || tree.kind(of: furniture) == .aside }
        // In the body it is furniture, unless it is most of the body.
        return map.runningText(under: furniture) * 2 <= map.runningText(under: body)
    }
}
