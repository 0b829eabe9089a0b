import Markup

/// What is known of every element before texts are read: its marks, and how much text stands before it, so that the
/// text of any element is a subtraction.
struct PageMap {
    let tree: HTMLTree
    /// By the order of the nodes.
    private(set) var marks: [Marks]
    /// Bytes of running text before each node: long texts outside links, hidden ones too.
    private var runningBefore: [Int32]
    /// The first-level headings outside of what is hidden.
    private(set) var headlines: [HTMLTree.Node] = []

    init(_ tree: HTMLTree) {
        self.tree = tree
        marks = [Marks](repeating: [], count: tree.count)
        runningBefore = [Int32](repeating: 0, count: tree.count + 1)
        countText()
        readClasses()
        settleMarks()
    }

    func has(_ mark: Marks, _ node: HTMLTree.Node) -> Bool { marks[tree.order(of: node)].contains(mark) }

    /// Whether the element or one of the two above it has a mark.
    func has(_ mark: Marks, near node: HTMLTree.Node) -> Bool {
        var current: HTMLTree.Node? = node
        for _ in 0..<3 {
            guard let element = current else { return false }
            if has(mark, element) { return true }
            current = tree.parent(of: element)
        }
        return false
    }

    /// Bytes of running text under a node.
    func runningText(under node: HTMLTree.Node) -> Int {
        Int(runningBefore[tree.end(of: node)] - runningBefore[tree.order(of: node)])
    }

    var runningText: Int { Int(runningBefore.last ?? 0) }

    // MARK: Making

    private mutating func countText() {
        var linkEnd = 0
        var running = Int32(0)
        for order in 0..<tree.count {
            runningBefore[order] = running
            let node = tree.node(at: order)
            switch tree.kind(of: node) {
            case .text:
                let length = tree.bytes(ofText: node).count
                if length >= 60 && order >= linkEnd { running += Int32(truncatingIfNeeded: min(length, 100_000)) }
            case .a: linkEnd = max(linkEnd, tree.end(of: node))
            case .h1: headlines.append(node)
            default: break
            }
        }
        runningBefore[tree.count] = running
    }

    /// The same class on many elements is worked out once.
    private mutating func readClasses() {
        let tree = tree
        var known: [UInt64: Marks] = [:]
        for order in 0..<tree.count {
            let node = tree.node(at: order)
            if tree.kind(of: node) == .text { continue }
            var found: Marks = []
            tree.forEachAttribute(of: node) { key, value in
                switch key {
                case .class, .id:
                    guard value.count >= 3, value.count < 1_000 else { return }
                    let hash = ByteHash.of(value)
                    if let marks = known[hash] {
                        found.formUnion(marks)
                    } else {
                        let marks = ClassWords.marks(in: value)
                        known[hash] = marks
                        found.formUnion(marks)
                    }
                case .hidden: found.insert(.hidden)
                case .style: if Hiding.isIn(style: value) { found.insert(.hidden) }
                case .itemprop: if value.elementsEqual("articleBody".utf8) { found.insert(.body) }
                default: break
                }
            }
            if !found.isEmpty { marks[order] = found }
        }
    }

    /// `aside` is furniture by its name; what the page as a whole or its headline stands in is not. A caption is short.
    private mutating func settleMarks() {
        for order in 0..<tree.count {
            let node = tree.node(at: order)
            switch tree.kind(of: node) {
            case .text: continue
            case .aside: marks[order].insert(.furniture)
            case .body, .html, .main, .article, .document: marks[order].subtract([.furniture, .foreign, .caption])
            default: break
            }
            if marks[order].contains(.caption), runningText(under: node) > 800 { marks[order].remove(.caption) }
        }
        for headline in headlines.prefix(3) {
            var above = tree.parent(of: headline)
            while let node = above {
                marks[tree.order(of: node)].subtract([.furniture, .foreign])
                above = tree.parent(of: node)
            }
        }
    }
}

/// A hash of some bytes, to tell classes apart.
enum ByteHash {
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = UInt64(truncatingIfNeeded: raw.count) &* 0x9E37_79B9_7F4A_7C15
        var index = 0
        while index + 8 <= raw.count {
            hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest: UInt64 = 0
        while index < raw.count {
            rest = rest << 8 | UInt64(raw[index])
            index += 1
        }
        return mixed(hash ^ rest)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value &* 0xD6E8_FEB8_6659_FD93
        return product ^ product >> 32
    }
}

/// Styles that hide an element.
enum Hiding {
    static func isIn(style: UnsafeBufferPointer<UInt8>) -> Bool {
        guard style.count >= 12, style.count < 400 else { return false }
        let compact = style.compactMap { $0 <= 0x20 ? nil : ((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) }
        return compact.contains("display:none") || compact.contains("visibility:hidden")
    }
}

extension Collection<UInt8> where Index == Int {
    /// Whether these bytes stand somewhere.
    func contains(_ text: StaticString) -> Bool {
        let needle = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard let first = needle.first, count >= needle.count else { return false }
        return (startIndex...endIndex - needle.count).contains {
            self[$0] == first && self[$0..<$0 + needle.count].elementsEqual(needle)
        }
    }
}
