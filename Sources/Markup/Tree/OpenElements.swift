/// The elements that are open while a page is scanned, and what a tag closes (HTML Standard, section 13.2.6, without
/// tables' foster parents). libxml2 by itself knows the elements of HTML 4 and would leave a `nav` open for ever.
struct OpenElements {
    struct Element {
        let name: HTMLName
        /// Of its name in lower case, which tells elements apart that `HTMLName` does not know.
        let hash: UInt64
        /// Where its name stands in the page.
        let source: Range<Int>
        /// The number of its event, or nil where it has no attributes.
        let event: Int?
    }

    private(set) var stack: [Element] = []
    /// How many of each name are open.
    private var counts: [UInt64: Int] = [:]
    /// Start tags beyond the bound of depth, whose end tags are left out as well.
    private var refused: [UInt64: Int] = [:]

    private static let greatestDepth = 400

    /// Whether an element may be opened; beyond the bound of depth it may not.
    mutating func admits(_ hash: UInt64) -> Bool {
        guard stack.count >= OpenElements.greatestDepth else { return true }
        refused[hash, default: 0] += 1
        return false
    }

    mutating func push(_ element: Element) {
        stack.append(element)
        counts[element.hash, default: 0] += 1
    }

    mutating func pop() -> Element? {
        guard let last = stack.popLast() else { return nil }
        counts[last.hash, default: 1] -= 1
        return last
    }

    /// How many of the innermost elements a start tag closes before it opens its own.
    func closed(byStart name: HTMLName) -> Int {
        switch name {
        case .li: return depth(to: { $0 == .li }, within: { $0 == .ul || $0 == .ol || $0 == .menu || $0.isScope })
        case .dd, .dt: return depth(to: { $0 == .dd || $0 == .dt }, within: { $0 == .dl || $0.isScope })
        case .td, .th: return depth(to: { $0 == .td || $0 == .th }, within: { $0 == .tr || $0 == .table })
        case .tr: return depth(to: { $0 == .tr }, within: { $0 == .table })
        case .tbody, .thead, .tfoot:
            return depth(to: { $0 == .tbody || $0 == .thead || $0 == .tfoot }, within: { $0 == .table })
        case .option: return depth(to: { $0 == .option }, within: { $0 == .select || $0.isScope })
        case .a: return depth(to: { $0 == .a }, within: { $0.isScope || $0.closesParagraph })
        case .button: return depth(to: { $0 == .button }, within: { $0.isScope })
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if let last = stack.last, last.name.isHeading { return 1 }
            return openParagraph
        default: return name.closesParagraph ? openParagraph : 0
        }
    }

    private var openParagraph: Int { depth(to: { $0 == .p }, within: { $0.isScope || $0 == .button }) }

    /// What an end tag does.
    enum Ending {
        case nothing
        /// The innermost elements close, the named one last.
        case closes(Int)
        /// The innermost elements close, the named one last; those above it open again, as they go on behind it.
        case reopens(Int)
    }

    mutating func ending(_ name: HTMLName, _ hash: UInt64) -> Ending {
        if let count = refused[hash], count > 0 {
            refused[hash] = count - 1
            return .nothing
        }
        guard let count = counts[hash], count > 0 else { return .nothing }
        var depth = 0
        var isAboveBlock = false
        for element in stack.reversed() {
            depth += 1
            if element.hash == hash {
                guard isAboveBlock else { return .closes(depth) }
                if name.isFormatting { return depth <= 8 ? .reopens(depth) : .nothing }
                return name.isSpecial ? .closes(depth) : .nothing
            }
            if element.name.isSpecial { isAboveBlock = true }
            // Cells and what embeds a document keep stray end tags to themselves.
            if element.name.isScope && !OpenElements.isPartOfTable(name) { return .nothing }
            if element.name == .table && OpenElements.isPartOfTable(name) && name != .table { return .nothing }
        }
        return .nothing
    }

    private static func isPartOfTable(_ name: HTMLName) -> Bool {
        switch name {
        case .table, .tr, .td, .th, .tbody, .thead, .tfoot, .caption, .body, .html: true
        default: false
        }
    }

    /// How many elements have to close to close the innermost one of a kind; 0 when none is open within a boundary.
    private func depth(to isWanted: (HTMLName) -> Bool, within isBoundary: (HTMLName) -> Bool) -> Int {
        var depth = 0
        for element in stack.reversed() {
            depth += 1
            if isWanted(element.name) { return depth }
            if isBoundary(element.name) { return 0 }
        }
        return 0
    }
}

extension HTMLName {
    var isVoid: Bool {
        switch self {
        case .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .source, .track, .wbr: true
        default: false
        }
    }

    /// Elements of which a document has one each.
    var isDocumentPart: Bool { self == .html || self == .head || self == .body || self == .frameset }

    /// Elements that stand in the head of a page.
    var isHeadContent: Bool {
        switch self {
        case .base, .link, .meta, .noscript, .script, .style, .template, .title, .head, .html: true
        default: false
        }
    }

    /// The headings of the six ranks.
    public var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// Elements that end an open paragraph when they begin.
    var closesParagraph: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .div, .dl, .fieldset, .figcaption,
            .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .main, .menu, .nav, .ol, .p,
            .pre, .section, .summary, .table, .ul, .xmp:
            true
        default: false
        }
    }

    /// Elements out of which no end tag of another element reaches.
    var isScope: Bool {
        switch self {
        case .td, .th, .caption, .table, .html, .object, .template, .button: true
        default: false
        }
    }

    /// Elements that end with what surrounds them and are set forth behind it.
    var isFormatting: Bool {
        switch self {
        case .a, .b, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u: true
        default: false
        }
    }

    /// Elements that only their own end tag or one further out ends.
    var isSpecial: Bool {
        switch self {
        case .body, .html, .li, .dd, .dt, .tr, .tbody, .thead, .tfoot, .td, .th, .caption, .noscript, .template,
            .object,
            .button, .iframe, .select, .head:
            true
        default: closesParagraph && self != .hr
        }
    }
}
