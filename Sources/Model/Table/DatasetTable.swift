/// One table of the datasets as a value: what it is called, what its columns hold, and where its rows come from. It
/// knows nothing of files; every format is made of this alone.
public struct DatasetTable: Sendable {
    /// Where the rows come from, in published order: the same ledger gives the same rows in the same order.
    public enum Content: Sendable {
        /// One result column for each column of the table.
        case query(TableQuery)
        /// Rows that are worked out; hands each to the function that it is given, and hands on what that throws.
        case rows(@Sendable (_ sink: ([Cell]) throws -> Void) throws -> Void)
    }

    /// The stem of its files, the name of its sheet and of its table in SQLite.
    public let name: String
    public let titleVI: String
    public let titleEN: String
    /// What one row is, in a sentence.
    public let noteVI: String
    public let noteEN: String
    public let columns: [TableColumn]
    /// The columns that tell one row from all others; empty where nothing does.
    public let key: [String]
    /// Columns whose cells name a row of another table.
    public let references: [TableReference]
    public let content: Content

    public init(
        name: String, titleVI: String, titleEN: String, noteVI: String, noteEN: String, columns: [TableColumn],
        key: [String], references: [TableReference] = [], content: Content
    ) {
        self.name = name
        self.titleVI = titleVI
        self.titleEN = titleEN
        self.noteVI = noteVI
        self.noteEN = noteEN
        self.columns = columns
        self.key = key
        self.references = references
        self.content = content
    }

    public func title(_ language: Language) -> String { language == .vietnamese ? titleVI : titleEN }
    public func note(_ language: Language) -> String { language == .vietnamese ? noteVI : noteEN }
}

/// A column whose cells, where they are not empty, stand in the column `target` of the table `table`.
public struct TableReference: Hashable, Sendable {
    public let column: String
    public let table: String
    public let target: String

    public init(_ column: String, to table: String, _ target: String) {
        self.column = column
        self.table = table
        self.target = target
    }
}
