/// The lines of an article, and for the items of a list the line that introduces it and ends with a colon.
struct ListIndex: Sendable {
    private(set) var lines: [Range<Int>] = []
    private var lineOfWord: [Int] = []
    /// The introducing line of each line, or -1.
    private var leadOfLine: [Int] = []

    private static let bullets: Set<String> = ["-", "+", "*", "•", "–", "—", "·"]

    init(words: [Word]) {
        lineOfWord = Array(repeating: 0, count: words.count)
        var start = 0
        for index in words.indices where words[index].endsLine || index == words.count - 1 {
            for word in start...index { lineOfWord[word] = lines.count }
            lines.append(start..<(words[index].endsLine ? index : index + 1))
            start = index + 1
        }
        var lead = -1
        for (number, line) in lines.enumerated() {
            leadOfLine.append(lead)
            guard let first = line.first, let last = line.last else { continue }
            let isItem = ListIndex.bullets.contains(words[first].text) || words[last].text == ";"
            if words[last].text == ":" {
                lead = number
            } else if !isItem, lead != number - 1, !ListIndex.hasColon(line, words) {
                leadOfLine[number] = -1
                lead = -1
            }
        }
    }

    /// "Huyện A: 13 đơn vị" is an item, too.
    private static func hasColon(_ line: Range<Int>, _ words: [Word]) -> Bool {
        line.count < 40 && line.prefix(8).contains { words[$0].text == ":" }
    }

    /// The line that a word stands in, without its end.
    func line(of word: Int) -> Range<Int> { lineOfWord.indices.contains(word) ? lines[lineOfWord[word]] : 0..<0 }

    /// The line that introduces the list that a word stands in, empty where there is none.
    func lead(of word: Int) -> Range<Int> {
        guard lineOfWord.indices.contains(word) else { return 0..<0 }
        let lead = leadOfLine[lineOfWord[word]]
        return lead < 0 ? 0..<0 : lines[lead]
    }
}
