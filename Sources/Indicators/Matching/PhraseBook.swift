import Model

/// The phrases of the catalogue as one tree over syllables, compiled once.
///
/// Phrases are folded as the words of an article are, so that matching is a walk along equal symbols.
struct PhraseBook: Sendable {
    /// What a phrase means for an indicator.
    enum Role: Sendable {
        case alias, contextAny, contextNone
        /// Names one outcome index and no other; `indicator` is the number of the index.
        case indexName
    }

    /// A phrase that ends at a node of the tree.
    struct Entry: Sendable {
        let indicator: Int
        let role: Role
        /// Syllables of the phrase.
        let length: Int
    }

    private var symbols: [String: Int32] = [:]
    private var edges: [UInt64: Int32] = [:]
    private var entries: [[Entry]] = [[]]

    /// The aliases by the symbols that stand in them, for phrases that the text paraphrases.
    private(set) var overlap = AliasOverlap()

    /// The outcome index that an indicator is of, by number, or -1.
    let indexOfIndicator: [Int]
    let valueTypes: [ValueType]
    /// For each indicator, the others whose code differs in its last part only: of one index, of one subject.
    let kin: [[Int]]
    /// The words of each indicator's unit.
    let unitSyllables: [[String]]

    init(indicators: [Indicator], folding: PhraseFolding) {
        let indexes = OutcomeIndexes(indicators: indicators)
        indexOfIndicator = indexes.indexOfIndicator
        valueTypes = indicators.map(\.valueType)
        kin = PhraseBook.kin(of: indicators)
        unitSyllables = indicators.map { folding.syllables(of: $0.unit) }
        for (index, indicator) in indicators.enumerated() {
            for phrase in indicator.aliases {
                let symbols = add(folding.syllables(of: phrase), role: .alias, indicator: index)
                overlap.add(symbols, indicator: index)
            }
            for phrase in indicator.contextAny {
                add(folding.syllables(of: phrase), role: .contextAny, indicator: index)
            }
            for phrase in indicator.contextNone {
                add(folding.syllables(of: phrase), role: .contextNone, indicator: index)
            }
        }
        overlap.finish(symbolCount: symbols.count)
        for (phrase, index) in indexes.names { add(folding.syllables(of: phrase), role: .indexName, indicator: index) }
    }

    private static func kin(of indicators: [Indicator]) -> [[Int]] {
        let families = indicators.map { indicator in
            let code = indicator.code.rawValue
            return code.lastIndex(of: ".").map { code[..<$0] } ?? code[...]
        }
        let members = Dictionary(grouping: families.indices) { families[$0] }
        return families.indices.map { index in members[families[index], default: []].filter { $0 != index } }
    }

    /// The symbol of a syllable, or -1 where no phrase has it.
    func symbol(of syllable: String) -> Int32 { symbols[syllable] ?? -1 }

    /// The node behind an edge, or nil.
    func next(_ node: Int32, _ symbol: Int32) -> Int32? {
        symbol < 0 ? nil : edges[PhraseBook.key(node, symbol)]
    }

    /// The phrases that end at a node.
    func entries(at node: Int32) -> [Entry] { entries[Int(node)] }

    @discardableResult
    private mutating func add(_ syllables: [String], role: Role, indicator: Int) -> [Int32] {
        guard !syllables.isEmpty else { return [] }
        var node: Int32 = 0
        var path: [Int32] = []
        for syllable in syllables {
            let symbol = symbols[syllable] ?? Int32(symbols.count)
            symbols[syllable] = symbol
            path.append(symbol)
            let key = PhraseBook.key(node, symbol)
            if let known = edges[key] {
                node = known
            } else {
                let fresh = Int32(entries.count)
                entries.append([])
                edges[key] = fresh
                node = fresh
            }
        }
        entries[Int(node)].append(Entry(indicator: indicator, role: role, length: syllables.count))
        return path
    }

    private static func key(_ node: Int32, _ symbol: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
    }
}
