import Markup
import Model
import VietnameseText

/// Finds the link to the next page of a list: what the page declares, a link that says so, or the number behind the
/// current one.
struct NextPageFinder {
    let tree: HTMLTree
    let zones: [PageZone]
    let base: WebAddress
    let articles: Set<WebAddress>

    func next() -> WebAddress? {
        if let declared = declared() { return declared }
        let said = spoken()
        // `»` may lead to the last page: a number that follows the current one is surer.
        if let said, said.rank > NextPageFinder.doubleMark { return said.address }
        return numbered() ?? said?.address
    }

    private static let doubleMark = 2

    /// `rel=next` (HTML Standard, section 4.6.7.13).
    private func declared() -> WebAddress? {
        for order in 0..<tree.count {
            let node = tree.node(at: order)
            guard tree.kind(of: node) == .link || tree.kind(of: node) == .a,
                let rel = tree.attribute(.rel, of: node),
                rel.lowercased().split(separator: " ").contains("next"), let address = target(of: node)
            else { continue }
            return address
        }
        return nil
    }

    /// A link whose text or class says that it leads on; of several the surest.
    private func spoken() -> (rank: Int, address: WebAddress)? {
        var best: (rank: Int, address: WebAddress)?
        for order in 0..<tree.count where tree.kind(of: tree.node(at: order)) == .a {
            let node = tree.node(at: order)
            guard let rank = rank(of: node, zone: zones[order]), rank > best?.rank ?? 0,
                let address = target(of: node)
            else { continue }
            best = (rank, address)
        }
        return best
    }

    private func rank(of node: HTMLTree.Node, zone: PageZone) -> Int? {
        let text = tree.text(of: node)
        guard text.utf8.count <= 40 else { return nil }
        let words = MatchingForm.fold(text.isEmpty ? tree.attribute(.title, of: node) ?? "" : text)
            .filter { $0.contains { $0.isLetter } }
        let isPaging = zone.contains(.paging)
        if NextPageFinder.surePhrases.contains(words) { return isPaging ? 6 : 5 }
        if isPaging, NextPageFinder.pagingPhrases.contains(words) { return 4 }
        let mark = text.filter { !$0.isWhitespace }
        if isPaging, ["›", ">", "→", "❯"].contains(mark) { return 3 }
        if isPaging, hasNextClass(node) { return 3 }
        if isPaging, ["»", ">>"].contains(mark) { return NextPageFinder.doubleMark }
        if NextPageFinder.morePhrases.contains(words), let address = target(of: node), isPageNumbered(address) {
            return 1
        }
        return nil
    }

    private static let surePhrases = [
        "trang sau", "trang tiếp", "trang tiếp theo", "trang kế", "next page", "older posts", "bài cũ hơn", "cũ hơn",
    ]
    .map { MatchingForm.fold($0) }
    private static let pagingPhrases = ["sau", "tiếp", "tiếp theo", "kế tiếp", "next", "tới", "older"]
        .map { MatchingForm.fold($0) }
    private static let morePhrases = ["xem thêm", "xem tiếp", "tải thêm", "more", "load more", "xem thêm tin"]
        .map { MatchingForm.fold($0) }

    private func hasNextClass(_ node: HTMLTree.Node) -> Bool {
        let classes = [node, tree.parent(of: node) ?? node].compactMap { tree.attribute(.class, of: $0)?.lowercased() }
        return classes.contains { $0.contains("next") }
    }

    /// An address that counts pages: `?page=2`, `/trang-2.html`, `/p2`, `-page1`.
    private func isPageNumbered(_ address: WebAddress) -> Bool {
        let tail = address.pathAndQuery.lowercased().suffix(60)
        return ["page", "trang", "paged=", "cur=", "start=", "offset=", "/p"].contains { tail.contains($0) }
            && tail.contains { $0.isASCII && $0.isNumber }
    }

    /// A row of numbers: the link behind the current one.
    private func numbered() -> WebAddress? {
        for row in rows() {
            guard let two = row.first(where: { $0.number == 2 }) else {
                if let current = current(in: row), let next = row.first(where: { $0.number == current + 1 }) {
                    return next.address
                }
                continue
            }
            guard let current = current(in: row) else { return two.address }
            return row.first { $0.number == current + 1 }?.address
        }
        return nil
    }

    private struct Numbered {
        let number: Int
        let node: HTMLTree.Node
        let isLink: Bool
        /// Nil where the number is no link, or one that leads nowhere else.
        let address: WebAddress?
    }

    /// Numbers in links that stand side by side, with those between them that are no links.
    private func rows() -> [[Numbered]] {
        var rows: [HTMLTree.Node: [Numbered]] = [:]
        var order: [HTMLTree.Node] = []
        for place in 0..<tree.count where tree.isText(tree.node(at: place)) {
            let text = tree.node(at: place)
            let bytes = tree.text(of: text)
            guard bytes.utf8.count <= 4, let number = Int(bytes), number > 0, let holder = tree.parent(of: text) else {
                continue
            }
            guard let row = rowHolder(of: holder) else { continue }
            let link =
                tree.kind(of: holder) == .a
                ? holder : tree.parent(of: holder).flatMap { tree.kind(of: $0) == .a ? $0 : nil }
            if rows[row] == nil { order.append(row) }
            rows[row, default: []].append(
                Numbered(number: number, node: holder, isLink: link != nil, address: link.flatMap { target(of: $0) }))
        }
        return order.compactMap { rows[$0] }.filter { row in
            row.count { $0.address != nil } >= 1 && row.count >= 2 && isRising(row)
        }
    }

    private func isRising(_ row: [Numbered]) -> Bool {
        zip(row, row.dropFirst()).allSatisfy { $0.number < $1.number } && row[0].number <= 3
            || row.contains { zones[tree.order(of: $0.node)].contains(.paging) }
    }

    /// The element that holds the row: above the link and the list item around it.
    private func rowHolder(of node: HTMLTree.Node) -> HTMLTree.Node? {
        var node: HTMLTree.Node? = node
        for _ in 0..<4 {
            guard let current = node else { return nil }
            switch tree.kind(of: current) {
            case .a, .span, .li, .strong, .b, .em, .font, .button, .i: node = tree.parent(of: current)
            default: return current
            }
        }
        return node
    }

    /// The number of this page: one that leads nowhere, or is marked as the current one.
    private func current(in row: [Numbered]) -> Int? {
        let marked = row.first { entry in
            [entry.node, tree.parent(of: entry.node) ?? entry.node].contains { node in
                let said = (tree.attribute(.class, of: node) ?? "").lowercased()
                return ["active", "current", "selected", "curr"].contains { said.contains($0) }
            }
        }
        return (marked ?? row.first { !$0.isLink } ?? row.first { $0.address == nil })?.number
    }

    private func target(of node: HTMLTree.Node) -> WebAddress? {
        guard let href = tree.attribute(.href, of: node), !href.isEmpty, !href.hasPrefix("#"),
            let address = base.resolving(href), address.text != base.text, !articles.contains(address)
        else { return nil }
        return address
    }
}
