/// A phrase of the catalogue that stands in a passage.
struct PhraseHit: Sendable {
    let entry: PhraseBook.Entry
    /// The words it covers, marks and a number inside included.
    let words: Range<Int>
}

/// Finds the phrases of the catalogue in a passage; marks between words do not part a phrase.
struct PhraseScanner {
    let book: PhraseBook
    let words: [Word]

    /// Words that may stand with the number inside a phrase: "tiếp nhận hơn 98.450 hồ sơ".
    private static let approximations: Set<String> = [
        "hơn", "trên", "gần", "khoảng", "ngót", "chừng", "dưới", "xấp", "xỉ", "được", "tổng", "số", "tới", "đến",
        "thêm",
        "tất", "cả", "nghìn", "ngàn", "triệu", "tỉ", "lượt", "ít", "nhất", "tối", "thiểu",
    ]

    /// All phrases inside a sentence that leave numbers out.
    func hits(in sentence: Range<Int>) -> [PhraseHit] {
        var result: [PhraseHit] = []
        for start in sentence where words[start].symbol >= 0 {
            var node: Int32 = 0
            var index = start
            while index < sentence.upperBound {
                if words[index].kind == .mark, index > start {
                    index += 1
                    continue
                }
                guard let next = book.next(node, words[index].symbol) else { break }
                node = next
                index += 1
                for entry in book.entries(at: node) { result.append(PhraseHit(entry: entry, words: start..<index)) }
            }
        }
        return result
    }

    /// The phrases that begin before a number and end behind it.
    func hits(around number: Int, in sentence: Range<Int>) -> [PhraseHit] {
        var result: [PhraseHit] = []
        for start in max(sentence.lowerBound, number - 12)..<max(sentence.lowerBound, number)
        where words[start].symbol >= 0 {
            guard var node = walk(from: start, to: number) else { continue }
            var index = number + 1
            while index < sentence.upperBound {
                if let next = book.next(node, words[index].symbol) {
                    node = next
                    index += 1
                    for entry in book.entries(at: node) { result.append(PhraseHit(entry: entry, words: start..<index)) }
                } else if words[index].kind == .mark || isApproximation(index) {
                    index += 1
                } else {
                    break
                }
            }
        }
        return result
    }

    /// The node that the words from `start` up to a number lead to; approximation words may follow them.
    private func walk(from start: Int, to number: Int) -> Int32? {
        var node: Int32 = 0
        var skipping = false
        for index in start..<number {
            if !skipping, let next = book.next(node, words[index].symbol) {
                node = next
            } else if index > start, words[index].kind == .mark {
                continue
            } else if index > start, isApproximation(index) {
                skipping = true
            } else {
                return nil
            }
        }
        return node
    }

    private func isApproximation(_ index: Int) -> Bool {
        words[index].kind == .syllable && PhraseScanner.approximations.contains(words[index].text)
    }
}
