import Markup
import Model
import VietnameseText

/// Tells the articles of a page's own list from those of side columns and boxes under it.
///
/// Links of one make, in containers of one make, are a block. The heaviest block is the list. What stands before it is
/// its head (the big story of the day); what stands behind it belongs only when it is made with the same care: with
/// teasers or dates where the list has them.
struct MainColumn {
    private let tree: HTMLTree
    private let zones: [PageZone]
    private var blocks: [Block] = []

    /// An article with what its item says beside the title.
    struct Item {
        let link: PageLink
        let root: HTMLTree.Node
        let teaserWords: Int
        let published: Timestamp?
        let zone: PageZone
    }

    private struct Block {
        var items: [Item]
        let container: HTMLTree.Node

        var weight: Int {
            let sum = items.reduce(0) { $0 + $1.link.words + min($1.teaserWords, 60) + ($1.published == nil ? 0 : 10) }
            return isAside ? sum / 3 : sum
        }
        var isAside: Bool { items.contains { $0.zone.contains(.aside) } }
        /// Its items say more than a title.
        var isRich: Bool {
            let rich = items.count { $0.teaserWords >= 8 || $0.published != nil }
            return rich * 2 >= items.count
        }
    }

    init(tree: HTMLTree, zones: [PageZone], articles: [PageLink]) {
        self.tree = tree
        self.zones = zones
        let places = articles.enumerated().flatMap { index, link in
            link.nodes.map { (order: tree.order(of: $0), article: index) }
        }.sorted { $0.order < $1.order }
        var found: [String: Int] = [:]
        for (index, link) in articles.enumerated() {
            let root = root(of: link.titleNode, article: index, places: places)
            let container = tree.parent(of: root) ?? tree.root
            let key = make(of: root) + "<" + make(of: container)
            let item = item(of: link, root: root)
            if let place = found[key] {
                blocks[place].items.append(item)
            } else {
                found[key] = blocks.count
                blocks.append(Block(items: [item], container: container))
            }
        }
    }

    /// The articles of the list, in the order of the page.
    func articles() -> [Item] {
        guard let place = blocks.indices.max(by: { blocks[$0].weight < blocks[$1].weight }),
            let start = blocks[place].items.first?.root
        else { return [] }
        let main = blocks[place]
        let head = blocks.filter { !$0.isAside }.compactMap { $0.items.first?.root }.min() ?? start
        let parts = groups(of: main)
        let heaviest = parts.indices.max { parts[$0].weight < parts[$1].weight }
        var kept = parts.indices.filter { $0 == heaviest || !isHeadedAsOther(parts[$0]) }.flatMap { parts[$0].items }
        for index in blocks.indices where index != place {
            for group in groups(of: blocks[index]) {
                guard let first = group.items.first?.root else { continue }
                let isOther = group.isAside || isHeadedAsOther(group)
                // Within the head of the list even the most read are of its subject; a column before it is a side column.
                let belongs =
                    first < start
                    ? !isOther || head < first
                    : !isOther && (blocks[index].isRich || !main.isRich && isNear(group, main))
                if belongs { kept += group.items }
            }
        }
        return kept.sorted { $0.link.titleNode < $1.link.titleNode }
    }

    /// The items of one make by the container that they stand in.
    private func groups(of block: Block) -> [Block] {
        var groups: [Block] = []
        for item in block.items {
            let container = tree.parent(of: item.root) ?? tree.root
            if let last = groups.indices.last, groups[last].container == container {
                groups[last].items.append(item)
            } else {
                groups.append(Block(items: [item], container: container))
            }
        }
        return groups
    }

    /// Whether a box without teasers behind a list without teasers is of the list.
    private func isNear(_ block: Block, _ main: Block) -> Bool {
        block.weight * 3 >= main.weight || levels(from: block, to: main) <= 2
    }

    /// How far up from the list the element is that holds both.
    private func levels(from block: Block, to main: Block) -> Int {
        var (node, levels): (HTMLTree.Node?, Int) = (main.container, 0)
        let target = tree.order(of: block.container)
        while let current = node {
            if tree.order(of: current) <= target, target < tree.end(of: current) { return levels }
            node = tree.parent(of: current)
            levels += 1
        }
        return levels
    }

    /// Whether the words over a block say that it is another list: the most read, tags, advertisements.
    private func isHeadedAsOther(_ block: Block) -> Bool {
        var node: HTMLTree.Node? = block.container
        for _ in 0..<3 {
            guard let current = node else { return false }
            if let heading = heading(of: current, before: block.items[0].root) {
                let words = MatchingForm.fold(heading)
                return MainColumn.otherHeadings.contains { other in words.starts(with: other) }
            }
            node = tree.parent(of: current)
        }
        return false
    }

    private func heading(of node: HTMLTree.Node, before root: HTMLTree.Node) -> String? {
        let start = tree.order(of: node) + 1
        for order in start..<max(start, min(tree.order(of: root), start + 40)) {
            let inner = tree.node(at: order)
            guard tree.isText(inner) else { continue }
            let text = tree.text(of: inner)
            if text.utf8.count > 3 { return text }
        }
        return nil
    }

    private static let otherHeadings = [
        "đọc nhiều", "xem nhiều", "tin đọc nhiều", "được quan tâm", "tin quảng cáo", "quảng cáo", "liên kết", "từ khóa",
        "chủ đề", "video", "ảnh", "podcast", "bình luận nhiều", "có thể bạn quan tâm", "tin tài trợ", "dòng sự kiện",
        "thông tin doanh nghiệp", "rao vặt", "tin nóng",
    ].map { MatchingForm.fold($0) }

    /// The largest element around a link that holds no other article.
    private func root(
        of node: HTMLTree.Node, article: Int, places: [(order: Int, article: Int)]
    ) -> HTMLTree.Node {
        var root = node
        while let parent = tree.parent(of: root), parent != tree.root {
            let (start, end) = (tree.order(of: parent), tree.end(of: parent))
            var place = places.partitioningIndex { $0.order >= start }
            var holdsOther = false
            while place < places.count, places[place].order < end, !holdsOther {
                holdsOther = places[place].article != article
                place += 1
            }
            if holdsOther { break }
            root = parent
        }
        return root
    }

    private func item(of link: PageLink, root: HTMLTree.Node) -> Item {
        let text = tree.text(of: root)
        let words = text.split(separator: " ").count
        let linked = link.nodes.reduce(0) { $0 + tree.text(of: $1).split(separator: " ").count }
        return Item(
            link: link, root: root, teaserWords: max(0, words - linked),
            // A date in a title is what the article is about.
            published: words <= MainColumn.longestItem
                ? TimestampParser.find(in: text.replacing(link.title, with: " "))?.timestamp : nil,
            zone: zones[tree.order(of: root)])
    }

    private static let longestItem = 200

    /// The name and the first class of an element: what makes items alike.
    private func make(of node: HTMLTree.Node) -> String {
        let name = tree.name(of: node)
        guard let first = tree.attribute(.class, of: node)?.split(separator: " ").first else { return name }
        return name + "." + first.filter { !($0.isASCII && $0.isNumber) }
    }
}

extension Array {
    /// The first index from which on a condition holds; it must hold from some index to the end.
    func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
