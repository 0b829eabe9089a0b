/// Finds the word that a misspelt one probably means.
public enum Spelling {
    /// The nearest of the known words, when at most a third of its letters would have to change.
    public static func nearest(to word: String, among known: [String]) -> String? {
        let scored = known.map { (word: $0, distance: distance(word, $0)) }
        guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance * 3 <= max(best.word.count, 3) ? best.word : nil
    }

    /// Levenshtein's distance: the fewest letters to insert, delete or replace.
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (letter == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }
}
