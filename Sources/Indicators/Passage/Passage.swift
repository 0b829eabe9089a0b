import Model

/// An article cut into words and sentences, with its quantities in their places.
struct Passage: Sendable {
    var words: [Word]
    /// Ranges of words; a row of a table is a sentence of its own.
    var sentences: [Range<Int>]
    /// The sentence of each word.
    var sentenceOfWord: [Int]
    /// The word that stands for each quantity, in the order of the text.
    var numberWords: [Int]
    var tables: TableIndex
    /// For each line, by its first word, the line that introduces the list that it is an item of.
    var lists: ListIndex
    /// The title, in words of its own.
    var title: [Word]

    init(words: [Word], title: [Word]) {
        self.words = words
        self.title = title
        sentences = Passage.sentences(of: words)
        sentenceOfWord = Array(repeating: 0, count: words.count)
        for (number, sentence) in sentences.enumerated() {
            for word in sentence { sentenceOfWord[word] = number }
        }
        numberWords = words.indices.filter { words[$0].isNumber }
        tables = TableIndex(words: words)
        lists = ListIndex(words: words)
    }

    /// The sentence that a word stands in.
    func sentence(around word: Int) -> Range<Int> {
        sentenceOfWord.indices.contains(word) ? sentences[sentenceOfWord[word]] : 0..<0
    }

    /// Sentences end at full stops, question and exclamation marks and at line ends, which belong to them.
    private static func sentences(of words: [Word]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in words.indices {
            let word = words[index]
            let ends = word.endsLine || (word.kind == .mark && [".", "!", "?"].contains(word.text))
            if ends {
                result.append(start..<index + 1)
                start = index + 1
            }
        }
        if start < words.count { result.append(start..<words.count) }
        return result
    }
}
