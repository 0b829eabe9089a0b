/// One row on its way from the ledger to files: the text of its cells in UTF-8, in the order of the table's columns.
///
/// A cell that is empty has no bytes. Numbers are decimal digits with a point, days `2024-05-16`, times
/// `2024-05-16T15:31:00+07:00`, lists one item a line. The row is lent: its bytes are gone when the function that was
/// given it returns, so that millions of rows pass without a copy.
public struct TableRow {
    public typealias Bytes = UnsafeBufferPointer<UInt8>

    private let cells: UnsafeBufferPointer<Bytes>

    public init(lending cells: UnsafeBufferPointer<Bytes>) { self.cells = cells }

    public var count: Int { cells.count }
    public subscript(column: Int) -> Bytes { cells[column] }
    /// How many bytes all cells have.
    public var size: Int { cells.reduce(0) { $0 + $1.count } }
    /// A copy of a cell's text.
    public func text(_ column: Int) -> String { String(decoding: cells[column], as: UTF8.self) }
}

/// Writes cells that are worked out as the text that a `TableRow` lends; keeps its memory from row to row.
public struct RowScratch {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    public init() {}

    /// Hands the row to `body`, and hands on what that throws.
    public mutating func lend(_ cells: [Cell], to body: (TableRow) throws -> Void) rethrows {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        for cell in cells {
            append(cell)
            ends.append(bytes.count)
        }
        try bytes.withUnsafeBufferPointer { bytes in
            try withUnsafeTemporaryAllocation(of: TableRow.Bytes.self, capacity: ends.count) { row in
                var start = 0
                for (index, end) in ends.enumerated() {
                    row.initializeElement(at: index, to: TableRow.Bytes(rebasing: bytes[start..<end]))
                    start = end
                }
                try body(TableRow(lending: UnsafeBufferPointer(row)))
            }
        }
    }

    private mutating func append(_ cell: Cell) {
        switch cell {
        case .empty: break
        case .text(let text): bytes.append(contentsOf: text.utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .decimal(let number): if number.isFinite { bytes.append(contentsOf: number.description.utf8) }
        case .date(let date): bytes.append(contentsOf: date.description.utf8)
        case .timestamp(let time): bytes.append(contentsOf: time.description.utf8)
        case .list(let items): append(items)
        }
    }

    /// A line an item; a line break inside an item is a space.
    private mutating func append(_ items: [String]) {
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(0x0A) }
            bytes.append(contentsOf: item.utf8.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
        }
    }
}
