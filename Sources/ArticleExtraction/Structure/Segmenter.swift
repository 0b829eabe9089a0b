import Markup

/// Cuts a page into segments in reading order, in one walk without recursion.
struct Segmenter {
    private let tree: HTMLTree
    private let removed: Set<HTMLTree.Node>
    private let hints: Hints
    private let dataTables: Set<HTMLTree.Node>
    private(set) var segments: [Segment] = []

    private var open: Open?
    private struct Open {
        let container: HTMLTree.Node
        var first: HTMLTree.Node?
        /// The text node that came last.
        var last: HTMLTree.Node?
        var text = CollapsedText()
        var length = 0
        var linkLength = 0
        var emphasized = 0
        var captioned = 0
    }

    /// - Parameter removed: Elements that a source's rules take out.
    init(tree: HTMLTree, removed: Set<HTMLTree.Node>, hints: Hints) {
        self.tree = tree
        self.hints = hints
        self.removed = removed
        dataTables = DataTables.find(in: tree)
        walk()
    }

    private mutating func walk() {
        var node: HTMLTree.Node? = tree.root
        var ancestors: [HTMLTree.Node] = []
        while let current = node {
            while let last = ancestors.last, tree.parent(of: current) != last { leave(ancestors.removeLast()) }
            if tree.isText(current) {
                append(current, under: ancestors)
                node = tree.following(current)
                continue
            }
            let name = tree.name(of: current)
            if Segmenter.skipped.contains(name) || removed.contains(current) || isHidden(current) {
                node = tree.following(current)
                continue
            }
            if Segmenter.blocks.contains(name) { close() }
            if name == "br" { lineBreak(current) }
            if let child = tree.firstChild(of: current) {
                ancestors.append(current)
                node = child
            } else {
                node = tree.following(current)
            }
        }
        while !ancestors.isEmpty { leave(ancestors.removeLast()) }
        close()
    }

    private mutating func leave(_ node: HTMLTree.Node) {
        if Segmenter.blocks.contains(tree.name(of: node)) { close() }
    }

    /// Two line breaks in a row end a paragraph, one parts words.
    private mutating func lineBreak(_ node: HTMLTree.Node) {
        open?.text.space()
        var next = tree.nextSibling(of: node)
        while let current = next, tree.isText(current),
            tree.bytes(ofText: current).allSatisfy({
                $0 == 0x20 || (0x09...0x0D).contains($0) || $0 == 0xC2 || $0 == 0xA0
            })
        {
            next = tree.nextSibling(of: current)
        }
        if let current = next, tree.name(of: current) == "br" { close() }
    }

    private mutating func append(_ node: HTMLTree.Node, under ancestors: [HTMLTree.Node]) {
        let bytes = tree.bytes(ofText: node)
        let length = bytes.reduce(0) { $0 + ($1 > 0x20 && $1 & 0xC0 != 0x80 ? 1 : 0) }
        if open == nil {
            guard length > 0 else { return }
            let block = ancestors.last { Segmenter.blocks.contains(tree.name(of: $0)) } ?? tree.root
            open = Open(container: block)
        }
        if open?.first == nil, length > 0 { open?.first = node }
        if let last = open?.last, isStamp(last), beginsWord(bytes) { open?.text.space() }
        open?.last = node
        open?.text.append(bytes)
        open?.length += length
        if let container = open?.container {
            let inline = ancestors.reversed().prefix { $0 != container }
            let inner = inline.map { tree.name(of: $0) }
            if inline.contains(where: { hints.isCaption($0) }) { open?.captioned += length }
            if inner.contains("a") { open?.linkLength += length }
            if inner.contains(where: { ["b", "strong", "i", "em"].contains($0) }) { open?.emphasized += length }
            if inner.isEmpty, ["a"].contains(tree.name(of: container)) { open?.linkLength += length }
        }
    }

    /// A place or a label in a `span` of its own, which a style sheet sets apart from the word behind it.
    private func isStamp(_ text: HTMLTree.Node) -> Bool {
        guard let span = tree.parent(of: text), tree.name(of: span) == "span" else { return false }
        let scalars = String(decoding: tree.bytes(ofText: text), as: UTF8.self).unicodeScalars
        return scalars.count >= 2 && scalars.last?.properties.isAlphabetic == true
    }

    /// Whether a capital and a small letter stand first.
    private func beginsWord(_ bytes: ArraySlice<UInt8>) -> Bool {
        var scalars = String(decoding: bytes.prefix(12), as: UTF8.self).unicodeScalars.makeIterator()
        guard let first = scalars.next(), let second = scalars.next() else { return false }
        return first.properties.isUppercase && second.properties.isLowercase
    }

    private mutating func close() {
        guard let finished = open else { return }
        open = nil
        let text = finished.text.text
        guard !text.isEmpty, let first = finished.first else { return }
        var (role, row) = role(of: finished.container)
        if finished.captioned == finished.length { (role, row) = (.caption, nil) }
        segments.append(
            Segment(
                container: finished.container, first: first, role: role, text: text, length: finished.length,
                linkLength: finished.linkLength, isEmphasized: finished.emphasized == finished.length, row: row))
    }

    private func role(of container: HTMLTree.Node) -> (Segment.Role, row: HTMLTree.Node?) {
        var node: HTMLTree.Node? = container
        var row: HTMLTree.Node?
        var steps = 0
        while let current = node, steps < 12 {
            let name = tree.name(of: current)
            if name == "figcaption" || name == "caption" || hints.isCaption(current) {
                return (.caption, nil)
            }
            if name == "tr", row == nil { row = current }
            if name == "table" { return dataTables.contains(current) && row != nil ? (.cell, row) : (.paragraph, nil) }
            if row == nil {
                if ["h1", "h2", "h3", "h4", "h5", "h6"].contains(name) { return (.heading, nil) }
                if name == "li" || name == "dd" { return (.item, nil) }
                if name == "blockquote" { return (.quotation, nil) }
            }
            node = tree.parent(of: current)
            steps += 1
        }
        return (.paragraph, nil)
    }

    private func isHidden(_ node: HTMLTree.Node) -> Bool {
        if tree.attribute("hidden", of: node) != nil { return true }
        guard let style = tree.attribute("style", of: node) else { return false }
        let compact = style.filter { $0 != " " }.lowercased()
        return compact.contains("display:none") || compact.contains("visibility:hidden")
    }

    private static let skipped: Set<String> = [
        "head", "noscript", "template", "iframe", "object", "embed", "select", "button", "input", "textarea", "nav",
        "footer", "video", "audio", "canvas", "map", "menu", "dialog",
    ]

    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
        "figcaption",
        "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p",
        "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "details", "summary",
    ]
}

/// Tells tables of figures from tables that only lay a page out.
enum DataTables {
    static func find(in tree: HTMLTree) -> Set<HTMLTree.Node> {
        var result: Set<HTMLTree.Node> = []
        for node in tree.descendants(of: tree.root) where tree.name(of: node) == "table" {
            if isData(node, in: tree) { result.insert(node) }
        }
        return result
    }

    /// No table within, at least two rows, most of them with two short cells or more.
    private static func isData(_ table: HTMLTree.Node, in tree: HTMLTree) -> Bool {
        var rows = 0
        var full = 0
        var cells = 0
        var letters = 0
        for node in tree.descendants(of: table) {
            if tree.isText(node) {
                letters += tree.bytes(ofText: node).count
                continue
            }
            switch tree.name(of: node) {
            case "table", "form": return false
            case "tr":
                if cells >= 2 { full += 1 }
                rows += 1
                cells = 0
            case "td", "th": cells += 1
            default: break
            }
            if letters > 60_000 { return false }
        }
        if cells >= 2 { full += 1 }
        return rows >= 2 && full * 2 > rows && letters > 0 && letters / max(1, rows) < 1_500
    }
}
