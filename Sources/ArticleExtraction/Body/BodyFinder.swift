import Markup

/// Finds the element that holds the article: where most text stands that is not links and not furniture.
struct BodyFinder {
    private let tree: HTMLTree
    private let map: PageMap
    private let page: PageText
    /// The worth of the segments before each one.
    private let worthBefore: [Double]

    /// The `article` that holds the headline.
    private var main: HTMLTree.Node?

    init(map: PageMap, page: PageText, headline: HTMLTree.Node?) {
        tree = map.tree
        self.map = map
        self.page = page
        var sums = [0.0]
        sums.reserveCapacity(page.segments.count + 1)
        for segment in page.segments {
            let worth = segment.linkShare < 0.15 ? BodyFinder.worth(of: segment) : 0
            sums.append(sums[sums.count - 1] + worth)
        }
        worthBefore = sums
        main = headline.flatMap { enclosingArticle($0) }
    }

    /// The container, or nil when the page has no text to speak of.
    func container() -> HTMLTree.Node? {
        var scores = [Float](repeating: 0, count: tree.count)
        var touched: [HTMLTree.Node] = []
        var total = 0.0
        for segment in page.segments {
            let worth = BodyFinder.worth(of: segment)
            guard worth > 0 else { continue }
            total += worth
            var node =
                tree.kind(of: segment.container) == .p || segment.role != .paragraph
                ? tree.parent(of: segment.container) : segment.container
            var share = Float(worth)
            var steps = 0
            if let furniture = segment.furniture {
                if map.has(.foreign, furniture) { share *= 0.1 } else if !holdsMost(furniture) { share *= 0.5 }
            }
            while let current = node, steps < 6 {
                if scores[tree.order(of: current)] == 0 { touched.append(current) }
                scores[tree.order(of: current)] += share
                share *= map.has(.furniture, current) && !holdsMost(current) ? 0.1 : 0.72
                node = tree.parent(of: current)
                steps += 1
            }
        }
        let best = touched.max { (weighted($0, scores), $1) < (weighted($1, scores), $0) }
        guard let best, total > 0 else { return nil }
        return widened(best, total: total)
    }

    /// A piece of furniture that holds most of the running text is none.
    private func holdsMost(_ node: HTMLTree.Node) -> Bool { map.runningText(under: node) * 2 > map.runningText }

    /// An element that says it is the article counts a little more.
    private func weighted(_ node: HTMLTree.Node, _ scores: [Float]) -> Float {
        let isNamed = tree.kind(of: node) == .article || map.has(.body, node)
        return scores[tree.order(of: node)] * (isNamed ? 1.25 : 1) * (isElsewhere(node) ? 0.4 : 1)
    }

    /// Whether an element stands in another `article` than the headline.
    private func isElsewhere(_ node: HTMLTree.Node) -> Bool {
        guard let main, let own = tree.kind(of: node) == .article ? node : enclosingArticle(node), own != main else {
            return false
        }
        return tree.order(of: own) >= tree.end(of: main) || tree.end(of: own) <= tree.order(of: main)
    }

    /// Letters outside links, for segments that read like text.
    private static func worth(of segment: Segment) -> Double {
        guard segment.role != .caption, segment.role != .heading else { return 0 }
        guard segment.length >= 25, segment.linkShare < 0.5 else { return 0 }
        return Double(segment.length - segment.linkLength) * (segment.length >= 80 ? 1 : 0.4)
    }

    /// Goes up while the element above holds much more text: an article may stand in several containers. Text with links
    /// in it speaks for a list of other articles and does not count here.
    private func widened(_ start: HTMLTree.Node, total: Double) -> HTMLTree.Node {
        var chosen = start
        var held = text(under: start)
        var node = tree.parent(of: start)
        var below = start
        var steps = 0
        while let current = node, steps < 12, !isWhole(current), !isWholeArticle(below) {
            let more = text(under: current)
            if more > total * 0.5
                && (steps < 4 && more > held * 1.3 || isMostlyText(current, beside: chosen, more - held, held))
            {
                chosen = current
                held = more
            }
            below = current
            node = tree.parent(of: current)
            steps += 1
        }
        return chosen
    }

    /// Whether what an element holds beside one in it is text of the article rather than links and labels.
    private func isMostlyText(_ outer: HTMLTree.Node, beside inner: HTMLTree.Node, _ gain: Double, _ held: Double)
        -> Bool
    {
        guard gain > max(300, held * 0.2) else { return false }
        let (all, own) = (page.places(under: outer, in: tree), page.places(under: inner, in: tree))
        var junk = 0
        for place in all where !own.contains(place) {
            let segment = page.segments[place]
            if segment.furniture == nil, segment.linkShare > 0.3 || segment.length < 25 { junk += segment.length }
        }
        return gain > Double(junk) * 2.5
    }

    /// An `article` with a headline ends where the next one begins.
    private func isWholeArticle(_ node: HTMLTree.Node) -> Bool {
        tree.kind(of: node) == .article
            && map.headlines.contains {
                tree.order(of: $0) > tree.order(of: node) && tree.order(of: $0) < tree.end(of: node)
            }
    }

    /// Further elements of the same kind and class that go on where the container ends: an article that advertisements
    /// cut into parts.
    func continuations(of container: HTMLTree.Node) -> [HTMLTree.Node] {
        guard let name = tree.bytes(ofAttribute: .class, of: container), name.count >= 4 else { return [] }
        let article = enclosingArticle(container)
        let least = text(under: container) * 0.1
        var result: [HTMLTree.Node] = []
        var order = tree.end(of: container)
        while order < tree.count, result.count < 20 {
            let node = tree.node(at: order)
            if tree.kind(of: node) == tree.kind(of: container),
                tree.bytes(ofAttribute: .class, of: node)?.elementsEqual(name) == true,
                enclosingArticle(node) == article, text(under: node) > least
            {
                result.append(node)
                order = tree.end(of: node)
            } else {
                // A title of its own begins another article.
                let kind = tree.kind(of: node)
                if kind == .h1 || ((kind == .h2 || kind == .h3) && holdsLink(node)) { break }
                order += 1
            }
        }
        return result
    }

    private func holdsLink(_ node: HTMLTree.Node) -> Bool {
        tree.descendants(of: node).contains { tree.kind(of: $0) == .a }
            || tree.parent(of: node).map { tree.kind(of: $0) == .a } ?? false
    }

    private func enclosingArticle(_ node: HTMLTree.Node) -> HTMLTree.Node? {
        var current = tree.parent(of: node)
        while let element = current, tree.kind(of: element) != .article { current = tree.parent(of: element) }
        return current
    }

    private func isWhole(_ node: HTMLTree.Node) -> Bool {
        let kind = tree.kind(of: node)
        return kind == .body || kind == .html || kind == .document
    }

    private func text(under node: HTMLTree.Node) -> Double {
        let places = page.places(under: node, in: tree)
        return worthBefore[places.upperBound] - worthBefore[places.lowerBound]
    }
}
