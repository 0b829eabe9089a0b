import Model

/// A form of a table that is written row by row as text.
protocol TextForm {
    /// What stands before the first row.
    func begin(_ block: Block)
    func append(_ row: TableRow, isFirst: Bool, to block: Block)
    /// What stands after the last row.
    func end(isEmpty: Bool, _ block: Block)
}
