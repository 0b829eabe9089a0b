extension PlaceFinder {
    /// Marks the mentions that only stand for comparison, address or destination: numbers behind them are not theirs.
    func markAsides(_ mentions: inout [Mention], in text: PlaceText) {
        let brackets = PlaceFinder.brackets(text)
        var open = brackets[...]
        for index in mentions.indices {
            let start = mentions[index].range.lowerBound
            open = open.drop { $0.upperBound <= start }
            mentions[index].bracket = open.first.flatMap { $0.contains(start) ? $0 : nil }
            mentions[index].isAside = isAside(mentions[index], words: text.words)
        }
    }

    private func isAside(_ mention: Mention, words: [PlaceWord]) -> Bool {
        let start = mention.words.lowerBound
        if let bracket = mention.bracket, bracket == mention.range { return true }
        guard start > 0, words[start].gap == .space else { return false }
        if PlaceLexicon.asides.contains(words[start - 1]) || isCircle(mention, words: words) { return true }
        guard start > 1, PlaceLexicon.with.contains(words[start - 1]) else { return false }
        return PlaceLexicon.compared.contains(words[start - 2])
    }

    /// `nhiều nhất trong 102 xã, phường của tỉnh`: the circle of a comparison.
    private func isCircle(_ mention: Mention, words: [PlaceWord]) -> Bool {
        let start = mention.words.lowerBound
        guard PlaceLexicon.belongs.contains(words[start - 1]) else { return false }
        for index in stride(from: start - 1, to: max(0, start - 10), by: -1) {
            if words[index].gap.rawValue >= PlaceWord.Gap.clause.rawValue { return false }
            if words[index].isNumber { return PlaceLexicon.among.contains(words[index - 1]) }
        }
        return false
    }

    /// What stands inside round brackets, the innermost pairs of one line.
    private static func brackets(_ text: PlaceText) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var open: Int?
        var line = 0
        for position in text.marks {
            while line < text.lines.count, text.lines[line] <= position {
                open = nil
                line += 1
            }
            switch text.bytes[position] {
            case 0x28: open = position + 1
            case 0x29:
                if let start = open { result.append(start..<position) }
                open = nil
            default: break
            }
        }
        return result
    }
}
