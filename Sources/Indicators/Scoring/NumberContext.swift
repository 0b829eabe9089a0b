/// The words around one number, cut where other numbers and clauses begin.
struct NumberContext {
    let passage: Passage
    /// The word that stands for the number.
    let word: Int
    let sentence: Range<Int>
    /// Words before the number, nearest first, up to the number before it; `leftNear` of them are of the same clause.
    let left: [Int]
    let leftNear: Int
    /// Words behind the number up to the next one, likewise.
    let right: [Int]
    let rightNear: Int
    let position: TableIndex.Position?

    private static let reach = 16
    private static let parting: Set<String> = [",", "(", ")", ";", ":"]

    init(passage: Passage, word: Int) {
        self.passage = passage
        self.word = word
        sentence = passage.sentence(around: word)
        position = passage.tables[word]
        if let position {
            (left, leftNear) = NumberContext.cellContext(position, word: word)
            right = Array(word + 1..<max(position.cell.upperBound, word + 1))
            rightNear = right.count
            return
        }
        let words = passage.words
        var before: [Int] = []
        var index = word - 1
        while index >= sentence.lowerBound, !words[index].isNumber, words[index].text != ";",
            before.count < NumberContext.reach
        {
            before.append(index)
            index -= 1
        }
        var after: [Int] = []
        index = word + 1
        while index < sentence.upperBound, !words[index].isNumber, words[index].text != ";",
            after.count < NumberContext.reach
        {
            after.append(index)
            index += 1
        }
        left = before
        right = after
        leftNear = NumberContext.near(before, words)
        rightNear = NumberContext.near(after, words)
    }

    /// How many of the words come before the first mark that parts clauses.
    private static func near(_ indices: [Int], _ words: [Word]) -> Int {
        indices.firstIndex { words[$0].kind == .mark && parting.contains(words[$0].text) } ?? indices.count
    }

    /// In a table the head of the column speaks first, then the label of the row, then the caption.
    private static func cellContext(_ position: TableIndex.Position, word: Int) -> (words: [Int], near: Int) {
        let head = position.head.reversed() + position.cell.prefix { $0 < word }.reversed()
        let label = position.label.contains(word) ? [] : Array(position.label.reversed())
        return (Array(head) + label + position.caption.reversed().prefix(reach), head.count)
    }

    /// The sentence before, where there is one in the same article.
    var previousSentence: Range<Int> {
        let number = passage.sentenceOfWord[word]
        return number > 0 ? passage.sentences[number - 1] : 0..<0
    }
}
