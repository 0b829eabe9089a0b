/// Phrases of folded words with a value each, found by their first word or by their last.
struct PhraseTable<Value: Sendable>: Sendable {
    /// By which word a phrase is found: those that begin at a place, or those that end before one.
    enum Key: Sendable { case first, last }

    struct Entry: Sendable {
        fileprivate let range: Range<Int>
        let value: Value
        var count: Int { range.count }
    }

    /// The words by which phrases are found.
    let keys: [FoldedWord]
    private let words: [FoldedWord]
    private let entries: [Entry]
    /// The entries of each key word, one behind the other.
    private let groups: WordTable<Range<Int>>

    /// Entries of one key word keep their order, or stand in order of length, the longest first.
    init(_ phrases: [(words: [FoldedWord], value: Value)], by key: Key, longestFirst: Bool = true) {
        var ordered: [(key: FoldedWord, members: [Int])] = []
        var places: [FoldedWord: Int] = [:]
        for (index, phrase) in phrases.enumerated() {
            guard let word = key == .first ? phrase.words.first : phrase.words.last else { continue }
            if let place = places[word] {
                ordered[place].members.append(index)
            } else {
                places[word] = ordered.count
                ordered.append((word, [index]))
            }
        }
        var (words, entries, groups) = ([FoldedWord](), [Entry](), [(FoldedWord, Range<Int>)]())
        for (word, members) in ordered {
            let start = entries.count
            let sorted =
                longestFirst
                ? members.sorted { (-phrases[$0].words.count, $0) < (-phrases[$1].words.count, $1) } : members
            for index in sorted {
                let range = words.count..<words.count + phrases[index].words.count
                words += phrases[index].words
                entries.append(Entry(range: range, value: phrases[index].value))
            }
            groups.append((word, start..<entries.count))
        }
        keys = ordered.map(\.key)
        self.words = words
        self.entries = entries
        self.groups = WordTable(groups)
    }

    /// The first phrase that begins at a token, within its line, for which a condition holds.
    @inline(__always)
    func match(_ text: TokenText, at index: Int, where condition: (Entry) -> Bool = { _ in true }) -> Entry? {
        guard let group = groups[text.word(index)] else { return nil }
        return match(text, group, { _ in index }, where: condition)
    }

    /// The first phrase that ends right before a token, within its line, for which a condition holds.
    @inline(__always)
    func match(_ text: TokenText, before index: Int, where condition: (Entry) -> Bool = { _ in true }) -> Entry? {
        guard index > 0, let group = groups[text.word(index - 1)] else { return nil }
        return match(text, group, { index - $0 }, where: condition)
    }

    private func match(
        _ text: TokenText, _ group: Range<Int>, _ start: (Int) -> Int, where condition: (Entry) -> Bool
    ) -> Entry? {
        for number in group {
            let entry = entries[number]
            let first = start(entry.range.count)
            if stands(entry.range, text, at: first), condition(entry) { return entry }
        }
        return nil
    }

    private func stands(_ range: Range<Int>, _ text: TokenText, at index: Int) -> Bool {
        guard index >= 0, index + range.count <= text.count else { return false }
        for offset in 0..<range.count where text.tokens[index + offset].fold != words[range.lowerBound + offset] {
            return false
        }
        return text.isSameCell(index, index + range.count - 1)
    }
}
