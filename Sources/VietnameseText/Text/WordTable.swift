/// What is known of some words: a table of open addresses, made once and asked for nearly every word of a text.
struct WordTable<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
    /// A power of two of them; an empty word marks a free place.
    private var words: [FoldedWord]
    private var values: [Value?]

    init(dictionaryLiteral elements: (FoldedWord, Value)...) { self.init(elements) }

    /// Of a word that occurs twice the first value counts.
    init(_ pairs: [(FoldedWord, Value)]) {
        var size = 8
        while size < pairs.count * 3 { size *= 2 }
        words = Array(repeating: "", count: size)
        values = Array(repeating: nil, count: size)
        for (word, value) in pairs where !word.isEmpty {
            let place = place(of: word)
            guard words[place].isEmpty else { continue }
            words[place] = word
            values[place] = value
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
    subscript(word: FoldedWord) -> Value? { values[place(of: word)] }
}

/// A fixed set of words.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private let table: WordTable<Bool>

    init(arrayLiteral elements: FoldedWord...) { self.init(elements) }

    init(_ words: [FoldedWord]) { table = WordTable(words.map { ($0, true) }) }

    @inline(__always)
    func contains(_ word: FoldedWord) -> Bool { table[word] != nil }
}
