/// A table for a terminal or a log: columns as wide as their widest cell, numbers to the right.
public struct TextTable: Sendable {
    private let header: [String]
    private let rightAligned: Set<Int>
    private var rows: [[String]] = []

    public init(header: [String], rightAligned: Set<Int>) {
        self.header = header
        self.rightAligned = rightAligned
    }

    public mutating func append(_ row: [String]) { rows.append(row) }

    /// The table with a rule under its header, one line a row.
    public var text: String {
        let widths = header.indices.map { column in
            ([header] + rows).map { $0[column].count }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "──")
        return ([line(header, widths), rule] + rows.map { line($0, widths) }).joined(separator: "\n")
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = zip(cells.indices, cells).map { column, cell in
            let gap = String(repeating: " ", count: max(0, widths[column] - cell.count))
            return rightAligned.contains(column) ? gap + cell : cell + gap
        }
        var text = padded.joined(separator: "  ")
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
