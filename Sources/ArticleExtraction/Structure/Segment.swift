import Markup

/// A run of text that no block boundary parts: what a reader sees as one paragraph, heading, item or cell.
struct Segment: Sendable {
    enum Role: Sendable { case paragraph, heading, item, quotation, caption, cell }

    /// The block element whose text it is.
    let container: HTMLTree.Node
    /// The first text node of it, for its place in the document.
    let first: HTMLTree.Node
    let role: Role
    let text: String
    /// Letters and digits, and those of them in links.
    let length: Int
    let linkLength: Int
    /// All of it is bold or italic.
    let isEmphasized: Bool
    /// The row of a data table that a cell belongs to.
    let row: HTMLTree.Node?

    var linkShare: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }
}
