/// Tables whose first column only counts the rows: headed TT, STT or a number sign.
struct RowNumbers: Sendable {
    /// Ranges of tokens, in order.
    private var tables: [Range<Int>] = []

    init(text: TokenText) {
        var index = 0
        while index < text.count {
            guard text.isLineStart(index), text.word(index).isAny("tt", "stt", "#"), index + 1 < text.count,
                text.tokens[index + 1].gap == .tab
            else {
                index += 1
                continue
            }
            let end = RowNumbers.end(of: index, text)
            tables.append(index..<end)
            index = end
        }
    }

    /// The table goes on as long as its lines have tab stops.
    private static func end(of start: Int, _ text: TokenText) -> Int {
        var line = start
        while line < text.count {
            var next = line + 1
            var hasTab = false
            while next < text.count, text.tokens[next].gap != .lineBreak {
                if text.tokens[next].gap == .tab { hasTab = true }
                next += 1
            }
            if !hasTab { return line }
            line = next
        }
        return line
    }

    /// Whether a token stands in such a table.
    func numbersRows(at index: Int) -> Bool {
        var low = 0
        var high = tables.count
        while low < high {
            let middle = (low + high) / 2
            if tables[middle].upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low < tables.count && tables[low].contains(index)
    }
}
