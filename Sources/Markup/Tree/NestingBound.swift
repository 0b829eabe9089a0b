/// Keeps hostile nesting away from libxml2, whose searches through its open elements cost their number: end tags that
/// end nothing and nesting beyond a bound are left out.
struct NestingBound {
    /// How many of each element are open, by the hash of its name; too many where libxml2 closed some by itself.
    private var open: [UInt64: Int] = [:]
    /// Start tags that were left out, whose end tags are left out as well.
    private var refused: [UInt64: Int] = [:]
    private var depth = 0

    private static let greatestDepth = 1_000
    private static let mostTags = 2_000_000
    private var tags = 0

    /// So many tags came that the rest of the page is left out.
    var isFull: Bool { tags >= NestingBound.mostTags }

    /// Whether a start tag goes into the skeleton.
    mutating func opens(_ name: HTMLName, _ hash: UInt64) -> Bool {
        tags += 1
        if isFull { return false }
        if NestingBound.isVoid(name) { return true }
        let nests = NestingBound.nests(name)
        if nests && depth >= NestingBound.greatestDepth {
            refused[hash, default: 0] += 1
            return false
        }
        if nests { depth += 1 }
        open[hash, default: 0] += 1
        return true
    }

    /// Whether an end tag goes into the skeleton.
    mutating func closes(_ name: HTMLName, _ hash: UInt64) -> Bool {
        tags += 1
        if isFull { return false }
        // `</p>` and `</br>` make elements of their own.
        if name == .p || name == .br { return true }
        if let count = refused[hash], count > 0 {
            refused[hash] = count - 1
            return false
        }
        guard let count = open[hash], count > 0 else { return false }
        open[hash] = count - 1
        if NestingBound.nests(name) { depth -= 1 }
        return true
    }

    static func isVoid(_ name: HTMLName) -> Bool {
        switch name {
        case .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .source, .track, .wbr: true
        default: false
        }
    }

    /// Elements that libxml2 never closes by itself before their end tag.
    private static func nests(_ name: HTMLName) -> Bool {
        switch name {
        case .p, .li, .dd, .dt, .td, .th, .tr, .tbody, .thead, .tfoot, .option, .optgroup, .colgroup, .head, .body,
            .html, .a, .h1, .h2, .h3, .h4, .h5, .h6, .title:
            false
        default: true
        }
    }
}
