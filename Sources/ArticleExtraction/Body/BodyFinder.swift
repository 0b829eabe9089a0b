import Markup

/// Finds the element that holds the article: where most text stands that is not links and not furniture.
struct BodyFinder {
    let tree: HTMLTree
    let segments: [Segment]
    private let furniture: FurnitureMap

    init(tree: HTMLTree, segments: [Segment], furniture: FurnitureMap) {
        self.tree = tree
        self.segments = segments
        self.furniture = furniture
    }

    /// The container, or nil when the page has no text to speak of.
    func container() -> HTMLTree.Node? {
        var scores: [HTMLTree.Node: Double] = [:]
        var total = 0.0
        for segment in segments {
            let worth = worth(of: segment)
            guard worth > 0 else { continue }
            total += worth
            var node =
                tree.name(of: segment.container) == "p" || segment.role != .paragraph
                ? tree.parent(of: segment.container) : segment.container
            var share = 1.0
            var steps = 0
            while let current = node, steps < 6 {
                scores[current, default: 0] += worth * share
                share *= 0.72
                node = tree.parent(of: current)
                steps += 1
            }
        }
        let best = scores.max { left, right in
            (weighted(left), right.key) < (weighted(right), left.key)
        }
        guard let best, total > 0 else { return nil }
        return widened(best.key, total: total)
    }

    /// An element that says it is the article counts a little more.
    private func weighted(_ entry: (key: HTMLTree.Node, value: Double)) -> Double {
        let name = tree.name(of: entry.key)
        let isNamed = name == "article" || tree.attribute("itemprop", of: entry.key)?.contains("articleBody") == true
        return isNamed ? entry.value * 1.25 : entry.value
    }

    /// Letters outside links, for segments that read like text.
    func worth(of segment: Segment) -> Double {
        guard segment.role != .caption, !furniture.contains(segment.container) else { return 0 }
        let free = Double(segment.length - segment.linkLength)
        guard segment.length >= 25, segment.linkShare < 0.5 else { return 0 }
        return segment.role == .heading ? 0 : free * (segment.length >= 80 ? 1 : 0.4)
    }

    /// Goes up while the element above holds much more text: an article may stand in several containers. Text with links
    /// in it speaks for a list of other articles and does not count here.
    private func widened(_ start: HTMLTree.Node, total: Double) -> HTMLTree.Node {
        var chosen = start
        var held = text(under: start)
        var node = tree.parent(of: start)
        var steps = 0
        while let current = node, steps < 4, !["body", "html", ""].contains(tree.name(of: current)) {
            let more = text(under: current)
            if more > held * 1.3 && more > total * 0.5 {
                chosen = current
                held = more
            }
            node = tree.parent(of: current)
            steps += 1
        }
        return chosen
    }

    private func text(under node: HTMLTree.Node) -> Double {
        let (start, end) = (tree.order(of: node), tree.end(of: node))
        return segments.reduce(0) { sum, segment in
            let place = tree.order(of: segment.first)
            return place >= start && place < end && segment.linkShare < 0.15 ? sum + worth(of: segment) : sum
        }
    }
}

/// Which elements stand in furniture, worked out once for every element.
struct FurnitureMap {
    private var isInside: [Bool]
    private let tree: HTMLTree

    let hints: Hints
    /// Bytes of running text before each node, in the order of the document.
    private let textBefore: [Int]
    /// Links before each node.
    private let linksBefore: [Int]

    init(tree: HTMLTree, hints: Hints) {
        self.tree = tree
        self.hints = hints
        textBefore = FurnitureMap.runningText(of: tree)
        linksBefore = FurnitureMap.links(of: tree)
        isInside = [Bool](repeating: false, count: tree.count)
        let main = FurnitureMap.aroundHeadline(in: tree)
        // Parents come before their children in the order of the document.
        for node in tree.descendants(of: tree.root) where !tree.isText(node) {
            let inherited = tree.parent(of: node).map { isInside[tree.order(of: $0)] } ?? false
            let name = tree.name(of: node)
            let isOwn =
                name == "aside"
                || (!["body", "html", "main", "article"].contains(name) && hints.isFurniture(node)
                    && !holdsMost(node) && !main.contains(node))
            isInside[tree.order(of: node)] = inherited || isOwn
        }
    }

    func contains(_ node: HTMLTree.Node) -> Bool { isInside[tree.order(of: node)] }

    /// The elements around the headline and around `article`: the main column, though some sites call it a side bar.
    private static func aroundHeadline(in tree: HTMLTree) -> Set<HTMLTree.Node> {
        var result: Set<HTMLTree.Node> = []
        for node in tree.descendants(of: tree.root) where ["h1", "article"].contains(tree.name(of: node)) {
            var above = tree.parent(of: node)
            while let current = above, result.insert(current).inserted { above = tree.parent(of: current) }
            // A page of many articles is a list of teasers.
            if result.count > 200 { break }
        }
        return result
    }

    /// Long texts that are no links, summed up over the page.
    private static func runningText(of tree: HTMLTree) -> [Int] {
        var sums = [Int](repeating: 0, count: tree.count + 1)
        var linkEnd = 0
        for node in tree.descendants(of: tree.root) {
            let place = tree.order(of: node)
            sums[place + 1] = sums[place]
            if tree.isText(node) {
                let length = tree.bytes(ofText: node).count
                if length >= 60 && place >= linkEnd { sums[place + 1] += length }
            } else if tree.name(of: node) == "a" {
                linkEnd = max(linkEnd, tree.end(of: node))
            }
        }
        return sums
    }

    private static func links(of tree: HTMLTree) -> [Int] {
        var sums = [Int](repeating: 0, count: tree.count + 1)
        for node in tree.descendants(of: tree.root) {
            sums[tree.order(of: node) + 1] = sums[tree.order(of: node)] + (tree.name(of: node) == "a" ? 1 : 0)
        }
        return sums
    }

    /// An element that holds half of the page, or of its running text, is no box at its side, whatever it is called.
    private func holdsMost(_ node: HTMLTree.Node) -> Bool {
        let (start, end) = (tree.order(of: node), tree.end(of: node))
        if (end - start) * 2 > tree.count { return true }
        let total = textBefore.last ?? 0
        let own = textBefore[end] - textBefore[start]
        // On a page of few words a list of teasers may be the most of it; it has a link to every few lines.
        return total > 0 && own * 2 > total && (linksBefore[end] - linksBefore[start]) * 250 < own
    }
}
