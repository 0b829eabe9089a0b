import CLibXML2

/// An HTML page as a flat tree: arrays indexed by node, text and attribute values in one UTF-8 buffer.
///
/// Built from libxml2's events, without its own tree. Nesting deeper than 500 is flattened and no more than two million
/// nodes are kept, so that a hostile page costs a fixed multiple of its size.
public struct HTMLTree: Sendable {
    /// An element or a text of the tree.
    public struct Node: Hashable, Sendable, Comparable {
        let index: Int32

        public static func < (left: Node, right: Node) -> Bool { left.index < right.index }
    }

    struct Attribute: Sendable {
        let name: UInt16
        let value: Range<Int32>
    }

    var names: [String] = []
    var nameOf: [UInt16] = []
    var parents: [Int32] = []
    var firstChildren: [Int32] = []
    var nextSiblings: [Int32] = []
    /// For a text its range in the buffer, for an element its attributes.
    var ranges: [Range<Int32>] = []
    var attributes: [Attribute] = []
    var buffer: [UInt8] = []
    /// The contents of JSON-LD scripts, in order.
    public internal(set) var jsonLD: [String] = []
    public let encoding: TextEncoding

    /// The name of text nodes.
    static let textName: UInt16 = 0

    /// Parses a page; `charset` is what the transport said of its encoding.
    public init(parsing bytes: [UInt8], charset: String? = nil) {
        encoding = EncodingSniffer.encoding(of: bytes, charset: charset)
        let cutter = BallastCutter(TextDecoder.utf8(bytes, as: encoding))
        let builder = TreeBuilder(capacity: cutter.bytes.count)
        builder.parse(cutter.bytes)
        names = builder.names
        nameOf = builder.nameOf
        parents = builder.parents
        firstChildren = builder.firstChildren
        nextSiblings = builder.nextSiblings
        ranges = builder.ranges
        attributes = builder.attributes
        buffer = builder.buffer
        jsonLD = cutter.jsonLD
    }

    /// The document itself, above the `html` element.
    public var root: Node { Node(index: 0) }

    /// How many nodes there are; a node's `order` is below it.
    public var count: Int { nameOf.count }

    /// The place of a node in the order of the document.
    public func order(of node: Node) -> Int { Int(node.index) }

    /// The element's name in lower case; empty for a text.
    public func name(of node: Node) -> String { names[Int(nameOf[Int(node.index)])] }

    public func isText(_ node: Node) -> Bool { nameOf[Int(node.index)] == HTMLTree.textName }

    public func parent(of node: Node) -> Node? { optional(parents[Int(node.index)]) }

    public func firstChild(of node: Node) -> Node? { optional(firstChildren[Int(node.index)]) }

    public func nextSibling(of node: Node) -> Node? { optional(nextSiblings[Int(node.index)]) }

    private func optional(_ index: Int32) -> Node? { index < 0 ? nil : Node(index: index) }

    /// The children, texts included.
    public func children(of node: Node) -> some Sequence<Node> {
        sequence(first: firstChild(of: node)) { $0.map { nextSibling(of: $0) } ?? nil }.lazy.prefix { $0 != nil }
            .compactMap { $0 }
    }

    /// The node behind a node and all that is in it, in the order of the document; nil at the end.
    public func following(_ node: Node) -> Node? {
        var current = node
        while true {
            if let next = nextSibling(of: current) { return next }
            guard let above = parent(of: current) else { return nil }
            current = above
        }
    }

    /// Where the nodes under a node end, in the order of the document.
    public func end(of node: Node) -> Int { following(node).map { Int($0.index) } ?? count }

    /// Every node under a node, in the order of the document.
    public func descendants(of node: Node) -> some Sequence<Node> {
        (Int(node.index) + 1..<max(Int(node.index) + 1, end(of: node))).lazy.map { Node(index: Int32($0)) }
    }

    /// The value of an attribute, or nil where the element has none of that name.
    public func attribute(_ name: String, of node: Node) -> String? {
        attributeRange(name, of: node).map {
            String(decoding: buffer[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self)
        }
    }

    func attributeRange(_ name: String, of node: Node) -> Range<Int32>? {
        guard !isText(node) else { return nil }
        let own = ranges[Int(node.index)]
        for index in own where names[Int(attributes[Int(index)].name)] == name { return attributes[Int(index)].value }
        return nil
    }

    /// The bytes of a text node, as they stand in the page.
    public func bytes(ofText node: Node) -> ArraySlice<UInt8> {
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
            } else if HTMLTree.breaking.contains(name(of: inner)) {
                text.space()
            }
        }
        return text.text
    }

    /// Elements that part words.
    static let breaking: Set<String> = [
        "br", "p", "div", "li", "ul", "ol", "td", "th", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section",
        "article", "blockquote", "dd", "dt", "figcaption", "figure",
    ]
}

/// Text on its way from markup to sentences: white space collapsed, invisible characters dropped.
public struct CollapsedText: Sendable {
    private var bytes: [UInt8] = []
    private var isSpaceDue = false

    public init() {}

    /// Whether nothing but space came.
    public var isEmpty: Bool { bytes.isEmpty }

    public mutating func append(_ piece: ArraySlice<UInt8>) {
        var index = piece.startIndex
        while index < piece.endIndex {
            let byte = piece[index]
            index += 1
            if byte.isASCIISpace {
                isSpaceDue = true
            } else if byte == 0xC2, index < piece.endIndex, piece[index] == 0xA0 {
                // U+00A0 is a space to a reader.
                isSpaceDue = true
                index += 1
            } else {
                if isSpaceDue && !bytes.isEmpty { bytes.append(0x20) }
                isSpaceDue = false
                bytes.append(byte)
            }
        }
    }

    /// A word ends here.
    public mutating func space() { isSpaceDue = true }

    /// The text, without byte order marks and zero-width spaces, in NFC.
    public var text: String {
        var composed = TextDecoder.composed(bytes)
        if composed.contains(0xE2) || composed.contains(0xEF) {
            let kept = String(decoding: composed, as: UTF8.self).unicodeScalars.filter {
                $0 != "\u{FEFF}" && $0 != "\u{200B}" && $0 != "\u{2060}"
            }
            composed = Array(String(String.UnicodeScalarView(kept)).utf8)
        }
        return String(decoding: composed, as: UTF8.self)
    }
}
