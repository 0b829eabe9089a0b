import Model

/// Turns phrases into the syllables that articles are read in: folded alike, abbreviations written out.
struct PhraseFolding: Sendable {
    private let expansions: [String: [String]]
    private let split: @Sendable (String) -> [String]

    /// `split` cuts a text into folded syllables, without marks.
    init(abbreviations: [Abbreviation], split: @escaping @Sendable (String) -> [String]) {
        self.split = split
        var expansions: [String: [String]] = [:]
        for abbreviation in abbreviations {
            let short = split(abbreviation.short)
            // "KT-XH" is two syllables already; only those that the reader sees as one word are written out.
            if short.count == 1 { expansions[short[0]] = split(abbreviation.full) }
        }
        self.expansions = expansions
    }

    /// The syllables of a phrase.
    func syllables(of phrase: String) -> [String] { split(phrase).flatMap { expanded($0) } }

    /// What a folded syllable stands for; itself where it is no abbreviation.
    func expanded(_ syllable: String) -> [String] { expansions[syllable] ?? [syllable] }
}
