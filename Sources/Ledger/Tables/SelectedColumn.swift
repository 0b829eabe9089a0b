import Model

/// A column of a table that is read by a query, with the SQL that gives it.
struct SelectedColumn {
    let column: TableColumn
    let sql: String

    init(_ column: TableColumn, _ sql: String) {
        self.column = column
        self.sql = sql
    }
}

extension [SelectedColumn] {
    var columns: [TableColumn] { map(\.column) }
    /// What stands between SELECT and FROM.
    var list: String { map(\.sql).joined(separator: ", ") }
    /// The SQL of each column, by its published name: what a selection may ask about.
    var expressions: [String: String] {
        Dictionary(map { ($0.column.name, $0.sql) }, uniquingKeysWith: { first, _ in first })
    }

    /// The place of a column; the tables of this folder ask only for what they have.
    func index(of name: String) -> Int? { firstIndex { $0.column.name == name } }
}
