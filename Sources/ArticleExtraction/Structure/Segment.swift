import Markup

/// A run of text that no block boundary parts: what a reader sees as one paragraph, heading, item or cell.
struct Segment: Sendable {
    enum Role: Sendable { case paragraph, heading, item, quotation, caption, cell }

    /// The block element whose text it is.
    let container: HTMLTree.Node
    /// The first text node of it, for its place in the document.
    let first: HTMLTree.Node
    let role: Role
    /// Where its text stands among the texts of the page.
    let range: Range<Int>
    /// Letters and digits, and those of them in links.
    let length: Int
    let linkLength: Int
    /// All of it is bold or italic.
    let isEmphasized: Bool
    /// The innermost piece of furniture that it stands in.
    let furniture: HTMLTree.Node?
    /// The row of a data table that a cell belongs to.
    let row: HTMLTree.Node?

    var linkShare: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }
}

/// The segments of a page in reading order, and their texts: white space collapsed, in NFC.
struct PageText: Sendable {
    var segments: [Segment] = []
    var bytes: [UInt8] = []

    func bytes(of segment: Segment) -> ArraySlice<UInt8> { bytes[segment.range] }

    func text(of segment: Segment) -> String { String(decoding: bytes[segment.range], as: UTF8.self) }

    /// Whether a segment's text is this one, to the byte.
    func isText(_ segment: Segment, _ text: String) -> Bool {
        segment.range.count == text.utf8.count && bytes[segment.range].elementsEqual(text.utf8)
    }

    /// The place of the first segment at or behind a node.
    func place(of order: Int, in tree: HTMLTree) -> Int {
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if tree.order(of: segments[middle].first) < order { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The places of the segments under a node.
    func places(under node: HTMLTree.Node, in tree: HTMLTree) -> Range<Int> {
        place(of: tree.order(of: node), in: tree)..<place(of: tree.end(of: node), in: tree)
    }
}
