/// Which rules a word may begin; asked once for each word of a text, so that most rules need not be tried.
struct WordRoles: OptionSet, Sendable {
    let rawValue: UInt8

    /// An expression of time.
    static let time = WordRoles(rawValue: 1)
    /// A number in words, or `toàn bộ`.
    static let quantity = WordRoles(rawValue: 2)
    /// A counted noun.
    static let noun = WordRoles(rawValue: 4)

    static let table: WordTable<WordRoles> = {
        var order: [FoldedWord] = []
        var roles: [FoldedWord: WordRoles] = [:]
        let groups = [
            (WordRoles.time, TimeScanner.openers), (.quantity, QuantityScanner.openers),
            (.noun, UnitLexicon.standard.openers),
        ]
        for (role, words) in groups {
            for word in words {
                if roles[word] == nil { order.append(word) }
                roles[word, default: []].insert(role)
            }
        }
        return WordTable(order.map { ($0, roles[$0] ?? []) })
    }()
}
