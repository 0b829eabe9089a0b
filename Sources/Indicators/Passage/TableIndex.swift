/// The cells of an article's tables: lines of text whose cells are parted by tab stops.
struct TableIndex: Sendable {
    /// The place of a word in a table.
    struct Position: Sendable {
        /// Words of the head of the column, empty where the table has none.
        let head: Range<Int>
        /// Words of the row's label: its first cell that is not a number.
        let label: Range<Int>
        /// Words of the line above the table.
        let caption: Range<Int>
        /// Words of the cell itself.
        let cell: Range<Int>
        let column: Int
    }

    private var positions: [Int: Position] = [:]

    /// The place of a word, or nil where it stands in no table.
    subscript(word: Int) -> Position? { positions[word] }

    init(words: [Word]) {
        var head: [Range<Int>] = []
        var caption = 0..<0
        for line in TableIndex.lines(of: words) {
            let cells = TableIndex.cells(of: line, in: words)
            guard cells.count > 1 else {
                head = []
                if !line.isEmpty { caption = line }
                continue
            }
            let numeric = cells.dropFirst().contains { $0.contains { words[$0].isNumber } }
            if head.isEmpty || !numeric {
                head = cells
                if !numeric { continue }
            }
            let label = cells.first { cell in cell.contains { words[$0].kind == .syllable } } ?? 0..<0
            for (column, cell) in cells.enumerated() {
                let top = column < head.count && head[column] != cell ? head[column] : 0..<0
                let position = Position(head: top, label: label, caption: caption, cell: cell, column: column)
                for word in cell { positions[word] = position }
            }
        }
    }

    private static func lines(of words: [Word]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in words.indices where words[index].endsLine {
            result.append(start..<index)
            start = index + 1
        }
        result.append(start..<words.count)
        return result
    }

    private static func cells(of line: Range<Int>, in words: [Word]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = line.lowerBound
        for index in line where words[index].kind == .cellEnd {
            result.append(start..<index)
            start = index + 1
        }
        result.append(start..<line.upperBound)
        return result
    }
}
