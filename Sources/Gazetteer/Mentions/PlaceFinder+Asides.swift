extension PlaceFinder {
    /// Marks the mentions that only stand for comparison, address or destination: numbers behind them are not theirs.
    func markAsides(_ mentions: inout [Mention], bytes: [UInt8], words: [PlaceWord]) {
        let brackets = PlaceFinder.brackets(bytes)
        for index in mentions.indices {
            let range = mentions[index].range
            mentions[index].bracket = brackets.last { $0.contains(range.lowerBound) }
            mentions[index].isAside = isAside(mentions[index], words: words)
        }
    }

    private func isAside(_ mention: Mention, words: [PlaceWord]) -> Bool {
        let start = mention.words.lowerBound
        if let bracket = mention.bracket, bracket == mention.range { return true }
        guard start > 0, words[start].gap == .space else { return false }
        if PlaceLexicon.asides.contains(words[start - 1]) { return true }
        guard start > 1, PlaceLexicon.with.contains(words[start - 1]) else { return false }
        return PlaceLexicon.compared.contains(words[start - 2])
    }

    /// What stands inside round brackets, the innermost pairs of one line.
    private static func brackets(_ bytes: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var open: Int?
        for (position, byte) in bytes.enumerated() {
            switch byte {
            case 0x28: open = position + 1
            case 0x29:
                if let start = open { result.append(start..<position) }
                open = nil
            case 0x0A: open = nil
            default: break
            }
        }
        return result
    }
}
