import Markup
import Model

/// Makes the blocks of the article out of the segments of its container.
struct BlockMaker {
    let map: PageMap
    let page: PageText
    let standing: Standing

    /// The blocks in order; what is no part of the article is left out.
    func blocks(of segments: [Segment], titles: [String]) -> [ArticleBlock] {
        var blocks: [ArticleBlock] = []
        var seen: Set<String> = []
        var row = Row()
        for segment in segments where isCandidate(segment) {
            let text = page.text(of: segment)
            guard isContent(segment, text, titles: titles) else { continue }
            // The same paragraph again is one that a script shows in the place of the other.
            if segment.role != .cell, text.utf8.count >= 60, !seen.insert(text).inserted { continue }
            if let own = segment.row, segment.role == .cell {
                if row.node != own { row.flush(into: &blocks) }
                row.node = own
                row.cells.append(text)
                continue
            }
            row.flush(into: &blocks)
            blocks.append(ArticleBlock(kind(of: segment, text), text))
        }
        row.flush(into: &blocks)
        return trimmed(blocks)
    }

    /// The cells of a table's row, one after the other.
    private struct Row {
        var node: HTMLTree.Node?
        var cells: [String] = []

        mutating func flush(into blocks: inout [ArticleBlock]) {
            if !cells.isEmpty { blocks.append(ArticleBlock(.tableRow, cells.joined(separator: "\t"))) }
            node = nil
            cells = []
        }
    }

    private func kind(of segment: Segment, _ text: String) -> ArticleBlock.Kind {
        switch segment.role {
        case .heading: .heading
        case .item: .listItem
        case .quotation: .quotation
        case .caption: .caption
        case .cell: .tableRow
        case .paragraph:
            segment.isEmphasized && segment.length < 90 && text.last?.isPunctuation != true ? .heading : .paragraph
        }
    }

    private func isCandidate(_ segment: Segment) -> Bool {
        if standing.isFurniture(segment) { return false }
        if segment.role == .cell { return true }
        return segment.linkShare <= 0.6 && segment.length > 1
    }

    private func isContent(_ segment: Segment, _ text: String, titles: [String]) -> Bool {
        if titles.contains(text) { return false }
        if segment.role == .cell || segment.role == .caption { return true }
        if segment.length < 100 && segment.role == .paragraph && isLabel(segment, text) { return false }
        return !FurnitureLine.isOne(text) && !FurnitureLine.isCredit(text)
    }

    /// A line whose element says that it names the author or the date.
    private func isLabel(_ segment: Segment, _ text: String) -> Bool {
        map.has([.author], segment.container) && !FurnitureLine.isSentence(text)
    }

    /// Names, labels and lines without an end stand above the first and below the last sentence of an article, not in it.
    private func trimmed(_ blocks: [ArticleBlock]) -> [ArticleBlock] {
        guard let first = blocks.firstIndex(where: { isSolid($0) }), let last = blocks.lastIndex(where: { isSolid($0) })
        else { return blocks }
        let head = blocks[..<first].filter { $0.kind == .caption || $0.kind == .heading || !isLine($0) }
        var tail = blocks[(last + 1)...].filter { $0.kind == .caption || $0.kind == .listItem || !isLine($0) }
        while let line = tail.last, line.kind == .heading || FurnitureLine.isByline(line.text) { tail.removeLast() }
        return head + blocks[first...last] + tail
    }

    /// A sentence, or a row of a table.
    private func isSolid(_ block: ArticleBlock) -> Bool {
        switch block.kind {
        case .caption, .heading: false
        case .tableRow: true
        case .listItem: block.text.utf8.count >= 40
        default: block.text.utf8.count >= 90 || (block.text.utf8.count >= 45 && FurnitureLine.isSentence(block.text))
        }
    }

    private func isLine(_ block: ArticleBlock) -> Bool {
        block.text.utf8.count < 60 && !FurnitureLine.isSentence(block.text)
    }
}
