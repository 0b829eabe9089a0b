import Markup

/// Cuts a page into segments in reading order, in one walk without recursion.
struct Segmenter {
    private let tree: HTMLTree
    private let map: PageMap
    private let removed: Set<HTMLTree.Node>
    private var result = PageText()

    /// An element that is open, with what it hands on to what stands in it.
    private struct Frame {
        let end: Int
        /// The nearest block element.
        let block: HTMLTree.Node
        let isBlock: Bool
        let role: Segment.Role
        let row: HTMLTree.Node?
        let isInDataTable: Bool
        let isLink: Bool
        let isEmphasis: Bool
        let furniture: HTMLTree.Node?
        /// A caption, set inside a block.
        let isInlineCaption: Bool
    }

    private struct Open {
        let frame: Frame
        var first: HTMLTree.Node?
        /// The text node that came last.
        var last: HTMLTree.Node?
        var length = 0
        var linkLength = 0
        var emphasized = 0
        var captioned = 0
    }

    private var frames: [Frame]
    private var open: Open?
    private var text = CollapsedText()

    /// - Parameter removed: Elements that a source's rules take out.
    static func text(of map: PageMap, removed: Set<HTMLTree.Node>) -> PageText {
        var segmenter = Segmenter(map, removed)
        segmenter.walk()
        return segmenter.result
    }

    private init(_ map: PageMap, _ removed: Set<HTMLTree.Node>) {
        tree = map.tree
        self.map = map
        self.removed = removed
        frames = [
            Frame(
                end: tree.count, block: tree.root, isBlock: true, role: .paragraph, row: nil, isInDataTable: false,
                isLink: false, isEmphasis: false, furniture: nil, isInlineCaption: false)
        ]
        result.segments.reserveCapacity(tree.count / 8)
        result.bytes.reserveCapacity(tree.count * 8)
    }

    private mutating func walk() {
        var order = 1
        while order < tree.count {
            while let frame = frames.last, frame.end <= order, frames.count > 1 { leave() }
            let node = tree.node(at: order)
            let kind = tree.kind(of: node)
            if kind == .text {
                append(node)
                order += 1
                continue
            }
            let end = tree.end(of: node)
            if (kind.isSkipped && !(kind == .noscript && holdsMost(node)))
                || (!removed.isEmpty && removed.contains(node))
                || (map.has(.hidden, node) && !holdsMost(node))
            {
                order = end
                continue
            }
            if kind.isBlock { close() }
            if kind == .br { lineBreak(node) }
            if end > order + 1 { enter(node, kind, end) }
            order += 1
        }
        while frames.count > 1 { leave() }
        close()
    }

    /// Pages that hide all of their text show it by script.
    private func holdsMost(_ node: HTMLTree.Node) -> Bool { map.runningText(under: node) * 10 > map.runningText * 7 }

    private mutating func enter(_ node: HTMLTree.Node, _ kind: HTMLName, _ end: Int) {
        guard let above = frames.last else { return }
        let isBlock = kind.isBlock
        var (role, row, isInDataTable) = (above.role, above.row, above.isInDataTable)
        let isCaption = kind == .figcaption || kind == .caption || (map.has(.caption, node))
        switch kind {
        case .table: (role, row, isInDataTable) = (.paragraph, nil, DataTables.isData(node, in: tree))
        case .tr where role != .caption:
            row = isInDataTable ? node : nil
            role = isInDataTable ? .cell : .paragraph
        case .h1, .h2, .h3, .h4, .h5, .h6: if role != .caption { (role, row) = (.heading, nil) }
        case .li, .dd: if role != .caption { (role, row) = (.item, nil) }
        case .blockquote: if role != .caption { (role, row) = (.quotation, nil) }
        default: break
        }
        if isCaption && isBlock { (role, row) = (.caption, nil) }
        frames.append(
            Frame(
                end: end, block: isBlock ? node : above.block, isBlock: isBlock, role: role, row: row,
                isInDataTable: isInDataTable, isLink: above.isLink || kind == .a,
                isEmphasis: (above.isEmphasis && !isBlock) || kind.isEmphasis,
                furniture: map.has(.furniture, node) ? node : above.furniture,
                isInlineCaption: !isBlock && (above.isInlineCaption || isCaption)))
    }

    private mutating func leave() {
        if let frame = frames.popLast(), frame.isBlock { close() }
    }

    /// Two line breaks in a row end a paragraph, one parts words.
    private mutating func lineBreak(_ node: HTMLTree.Node) {
        text.space()
        var next = tree.nextSibling(of: node)
        while let current = next, tree.isText(current), tree.bytes(ofText: current).isBlank {
            next = tree.nextSibling(of: current)
        }
        if let current = next, tree.kind(of: current) == .br { close() }
    }

    private mutating func append(_ node: HTMLTree.Node) {
        guard let frame = frames.last else { return }
        let bytes = tree.bytes(ofText: node)
        let length = bytes.lengthInLetters
        if open == nil {
            guard length > 0 else { return }
            open = Open(frame: frame)
            text.removeAll()
        }
        guard var current = open else { return }
        if current.first == nil, length > 0 { current.first = node }
        if let last = current.last, length > 0, isStamp(last), bytes.beginsWithCapitalizedWord { text.space() }
        text.append(bytes)
        current.last = node
        current.length += length
        if frame.isLink { current.linkLength += length }
        if frame.isEmphasis { current.emphasized += length }
        if frame.isInlineCaption { current.captioned += length }
        open = current
    }

    /// A place or a label in a `span` of its own, which a style sheet sets apart from the word behind it.
    private func isStamp(_ text: HTMLTree.Node) -> Bool {
        guard let span = tree.parent(of: text), tree.kind(of: span) == .span else { return false }
        let scalars = String(decoding: tree.bytes(ofText: text).suffix(16), as: UTF8.self).unicodeScalars
        return scalars.count >= 2 && scalars.last?.properties.isAlphabetic == true
    }

    private mutating func close() {
        guard let finished = open else { return }
        open = nil
        guard !text.isEmpty, let first = finished.first else { return }
        let start = result.bytes.count
        text.write(to: &result.bytes)
        guard result.bytes.count > start else { return }
        let isCaption = finished.captioned == finished.length
        result.segments.append(
            Segment(
                container: finished.frame.block, first: first, role: isCaption ? .caption : finished.frame.role,
                range: start..<result.bytes.count, length: finished.length, linkLength: finished.linkLength,
                isEmphasized: finished.emphasized == finished.length, furniture: finished.frame.furniture,
                row: isCaption ? nil : finished.frame.row))
    }
}

extension ArraySlice<UInt8> {
    /// Nothing but white space, no-break spaces included.
    var isBlank: Bool {
        withUnsafeBufferPointer {
            $0.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xA0 }
        }
    }

    /// Characters that are no space.
    var lengthInLetters: Int {
        withUnsafeBufferPointer { $0.reduce(0) { $0 &+ ($1 > 0x20 && $1 & 0xC0 != 0x80 ? 1 : 0) } }
    }

    /// Whether a capital and a small letter stand first.
    fileprivate var beginsWithCapitalizedWord: Bool {
        var scalars = String(decoding: prefix(12), as: UTF8.self).unicodeScalars.makeIterator()
        guard let first = scalars.next(), let second = scalars.next() else { return false }
        return first.properties.isUppercase && second.properties.isLowercase
    }
}
