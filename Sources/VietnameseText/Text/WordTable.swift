/// What is known of some words: a table of open addresses, made once and asked for nearly every word of a text.
struct WordTable<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
    /// A power of two of them; an empty word marks a free place.
    private var words: [FoldedWord]
    private var values: [Value?]
    private var filter: WordFilter

    init(dictionaryLiteral elements: (FoldedWord, Value)...) { self.init(elements) }

    /// Of a word that occurs twice the first value counts.
    init(_ pairs: [(FoldedWord, Value)]) {
        var size = 8
        while size < pairs.count * 3 { size *= 2 }
        words = Array(repeating: "", count: size)
        values = Array(repeating: nil, count: size)
        filter = WordFilter()
        for (word, value) in pairs where !word.isEmpty {
            let place = place(of: word)
            guard words[place].isEmpty else { continue }
            words[place] = word
            values[place] = value
            filter.insert(word.mixed)
        }
    }

    /// Where a word stands, or the free place where it would.
    @inline(__always)
    private func place(of word: FoldedWord) -> Int {
        let mask = words.count - 1
        var place = Int(truncatingIfNeeded: word.mixed) & mask
        while words[place] != word, !words[place].isEmpty { place = (place + 1) & mask }
        return place
    }

    @inline(__always)
    subscript(word: FoldedWord) -> Value? { filter.mayContain(word.mixed) ? values[place(of: word)] : nil }
}

/// Two thousand bits that rule out most of the hashes that are not in a small set, in one look at a cache line or two.
public struct WordFilter: Sendable {
    @usableFromInline var bits: [UInt64] = Array(repeating: 0, count: 32)

    public init() {}

    public mutating func insert(_ hash: UInt64) { bits[Int(hash >> 59)] |= 1 << (hash >> 48 & 63) }

    @inlinable @inline(__always)
    public func mayContain(_ hash: UInt64) -> Bool { bits[Int(hash >> 59)] & 1 << (hash >> 48 & 63) != 0 }
}

/// A fixed set of words.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private let table: WordTable<Bool>

    init(arrayLiteral elements: FoldedWord...) { self.init(elements) }

    init(_ words: [FoldedWord]) { table = WordTable(words.map { ($0, true) }) }

    @inline(__always)
    func contains(_ word: FoldedWord) -> Bool { table[word] != nil }
}
