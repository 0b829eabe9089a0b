/// Phrases of folded words with a value each; finds the longest that begins at a place.
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let rest: [String]
        let value: Value
    }

    /// By first word, longest first.
    private var entries: [String: [Entry]] = [:]

    mutating func add(_ words: [String], _ value: Value) {
        guard let first = words.first else { return }
        var list = entries[first, default: []]
        let entry = Entry(rest: Array(words.dropFirst()), value: value)
        list.insert(entry, at: list.firstIndex { $0.rest.count < entry.rest.count } ?? list.count)
        entries[first] = list
    }

    /// The longest phrase at a token, within its line.
    func longest(_ text: TokenText, at index: Int) -> (value: Value, count: Int)? {
        guard let list = entries[text.word(index)] else { return nil }
        for entry in list {
            if entry.rest.isEmpty { return (entry.value, 1) }
            if text.has(entry.rest, at: index + 1), text.isSameCell(index, index + 1) {
                return (entry.value, entry.rest.count + 1)
            }
        }
        return nil
    }
}
