extension Scene {
    /// The mentions that begin in a span, by index.
    func mentions(in span: Range<Int>) -> Range<Int> {
        let first = Scene.first(mentions.count) { mentions[$0].range.lowerBound >= span.lowerBound }
        let end = Scene.first(mentions.count) { mentions[$0].range.lowerBound >= span.upperBound }
        return first..<end
    }

    /// The numbers that begin in a span, by index.
    func offsets(in span: Range<Int>) -> Range<Int> {
        Scene.first(offsets, notBefore: span.lowerBound)..<Scene.first(offsets, notBefore: span.upperBound)
    }

    /// The first word that begins at an offset or behind it.
    func firstWord(from offset: Int) -> Int { Scene.first(words.count) { words[$0].start >= offset } }

    /// The clause that holds an offset.
    func clause(of offset: Int) -> Range<Int> {
        TextSpans.span(reading.spans.clauses, holding: offset, end: reading.length)
    }

    static func first(_ values: [Int], notBefore value: Int) -> Int { first(values.count) { values[$0] >= value } }

    /// The first index for which a condition holds that holds for all behind it.
    private static func first(_ count: Int, where condition: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
