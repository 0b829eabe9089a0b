import Model

/// What the numbers before say for the next: the tail of a list measures what its head measured.
struct Continuation {
    /// The last number that became an observation.
    private var previous: (answer: Answer, word: Int, unit: Unit)?
    /// The last one of each dimension.
    private var previousOfUnit: [Unit: (answer: Answer, word: Int)] = [:]

    mutating func note(_ answer: Answer, word: Int, unit: Unit) {
        guard answer != .rejected else { return }
        previous = (answer, word, unit)
        previousOfUnit[unit] = (answer, word)
    }

    /// How each answer follows from the numbers before, as features.
    func features(for word: Int, unit: Unit, passage: Passage) -> [(answer: Answer, relation: String, words: String)] {
        var result: [(Answer, String, String)] = []
        if let previous {
            let relation = "pv\(previous.unit == unit ? "=" : "#")\(distance(previous.word, word, passage))"
            result.append((previous.answer, relation, between(previous.word, word, passage)))
        }
        if let same = previousOfUnit[unit], same.word != previous?.word {
            result.append((same.answer, "pu\(distance(same.word, word, passage))", "-"))
        }
        return result
    }

    private func distance(_ from: Int, _ to: Int, _ passage: Passage) -> String {
        let (first, second) = (passage.sentenceOfWord[from], passage.sentenceOfWord[to])
        if passage.tables[to] != nil {
            return passage.tables[from].map { $0.column == passage.tables[to]?.column ? "column" : "table" } ?? "far"
        }
        if first == second { return to - from <= 4 ? "near" : to - from <= 12 ? "clause" : "sentence" }
        return second - first == 1 && !passage.words[from..<to].contains { $0.endsLine } ? "next" : "far"
    }

    /// The words between two numbers where they are few.
    private func between(_ from: Int, _ to: Int, _ passage: Passage) -> String {
        guard to - from <= 4 else { return "-" }
        return passage.words[from + 1..<to].map(\.text).joined(separator: "_")
    }
}
