/// An HTML page as a flat tree: arrays indexed by node, in the order of the document; texts and attribute values are
/// ranges of one UTF-8 buffer, which is the page itself.
///
/// Scripts, styles, drawings and comments are left out before libxml2 makes the tree out of the page's skeleton
/// (`PageScanner`). Nesting deeper than 500 is flattened and the number of tags is bounded, so that a hostile page costs
/// a fixed multiple of its size.
public struct HTMLTree: Sendable {
    /// An element or a text of the tree.
    public struct Node: Hashable, Sendable, Comparable {
        @usableFromInline let index: Int32

        @inlinable init(index: Int32) { self.index = index }

        @inlinable public static func < (left: Node, right: Node) -> Bool { left.index < right.index }
    }

    @usableFromInline let names: [HTMLName]
    @usableFromInline let parents: [Int32]
    @usableFromInline let ends: [Int32]
    /// For a text its range in the buffer, for an element its attributes.
    @usableFromInline let ranges: [Range<Int32>]
    @usableFromInline let buffer: [UInt8]
    let attributes: [PageAttribute]
    private let customs: [UInt16]
    private let customNames: [String]
    /// The contents of JSON-LD scripts, in order.
    public let jsonLD: [String]
    public let encoding: TextEncoding

    /// Parses a page; `charset` is what the transport said of its encoding.
    public init(parsing bytes: [UInt8], charset: String? = nil) {
        encoding = EncodingSniffer.encoding(of: bytes, charset: charset)
        let scanner = PageScanner(TextDecoder.utf8(bytes, as: encoding))
        let space = Int32(truncatingIfNeeded: scanner.buffer.count)
        var builder = TreeBuilder(events: scanner.events, space: space..<space + 1)
        builder.parse(scanner.skeleton)
        names = builder.names
        parents = builder.parents
        ends = builder.ends
        ranges = builder.ranges
        buffer = scanner.buffer + [0x20]
        attributes = scanner.attributes
        customs = builder.customs
        customNames = scanner.customNames
        jsonLD = scanner.jsonLD
    }

    /// The document itself, above the `html` element.
    public var root: Node { Node(index: 0) }

    /// How many nodes there are; a node's `order` is below it.
    @inlinable public var count: Int { names.count }

    /// The place of a node in the order of the document.
    @inlinable public func order(of node: Node) -> Int { Int(node.index) }

    /// The node at a place in the order of the document; `order` must be below `count`.
    @inlinable public func node(at order: Int) -> Node { Node(index: Int32(truncatingIfNeeded: order)) }

    /// What the element is, as far as its name is a known one.
    @inlinable public func kind(of node: Node) -> HTMLName { names[Int(node.index)] }

    /// The element's name in lower case; empty for a text.
    public func name(of node: Node) -> String {
        switch kind(of: node) {
        case .text: return ""
        case .other:
            let custom = Int(customs[Int(node.index)])
            return custom < customNames.count ? customNames[custom] : ""
        case let known: return known.rawValue
        }
    }

    @inlinable public func isText(_ node: Node) -> Bool { names[Int(node.index)] == .text }

    @inlinable public func parent(of node: Node) -> Node? { optional(parents[Int(node.index)]) }

    @inlinable public func firstChild(of node: Node) -> Node? {
        ends[Int(node.index)] > node.index + 1 ? Node(index: node.index + 1) : nil
    }

    @inlinable public func nextSibling(of node: Node) -> Node? {
        let (end, parent) = (ends[Int(node.index)], parents[Int(node.index)])
        return parent >= 0 && end < ends[Int(parent)] ? Node(index: end) : nil
    }

    @inlinable func optional(_ index: Int32) -> Node? { index < 0 ? nil : Node(index: index) }

    /// The children, texts included.
    public func children(of node: Node) -> some Sequence<Node> {
        sequence(state: firstChild(of: node)) { next in
            defer { next = next.flatMap { nextSibling(of: $0) } }
            return next
        }
    }

    /// The node behind a node and all that is in it, in the order of the document; nil at the end.
    @inlinable public func following(_ node: Node) -> Node? {
        let end = ends[Int(node.index)]
        return Int(end) < count ? Node(index: end) : nil
    }

    /// Where the nodes under a node end, in the order of the document.
    @inlinable public func end(of node: Node) -> Int { Int(ends[Int(node.index)]) }

    /// Every node under a node, in the order of the document.
    @inlinable public func descendants(of node: Node) -> LazyMapSequence<Range<Int32>, Node> {
        (node.index + 1..<max(node.index + 1, ends[Int(node.index)])).lazy.map { Node(index: $0) }
    }

    /// The bytes of a text node, references resolved, as they stand in the page.
    @inlinable public func bytes(ofText node: Node) -> ArraySlice<UInt8> {
        guard isText(node) else { return [] }
        let range = ranges[Int(node.index)]
        return buffer[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// All text under a node with white space collapsed to single spaces, in NFC.
    public func text(of node: Node) -> String {
        var text = CollapsedText()
        if isText(node) { text.append(bytes(ofText: node)) }
        for inner in descendants(of: node) {
            if isText(inner) {
                text.append(bytes(ofText: inner))
            } else if HTMLTree.partsWords(kind(of: inner)) {
                text.space()
            }
        }
        return text.text
    }

    /// Elements that part words.
    static func partsWords(_ name: HTMLName) -> Bool {
        switch name {
        case .br, .p, .div, .li, .ul, .ol, .td, .th, .tr, .table, .h1, .h2, .h3, .h4, .h5, .h6, .section, .article,
            .blockquote, .dd, .dt, .figcaption, .figure:
            true
        default: false
        }
    }
}
