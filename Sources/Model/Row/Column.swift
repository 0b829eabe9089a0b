import FoundationEssentials

/// What one column of a dataset holds; writers choose their form of it, a codebook and a table schema name it.
public enum ColumnKind: String, Sendable, CaseIterable {
    /// Words for people.
    case text
    /// A name for machines: an identifier, a statistical code with its zeros, a term of a fixed vocabulary.
    case code
    case integer
    case decimal
    /// A day, ISO 8601.
    case date
    /// An instant with its offset, ISO 8601.
    case timestamp
    /// Several codes, addresses or names: an array in JSON, joined by `|` in a table.
    case list
    case address
}

/// The content of one cell.
public enum Cell: Hashable, Sendable {
    case empty
    /// Text, code or address: anything that is written as it is.
    case text(String)
    case integer(Int)
    case decimal(Decimal)
    case date(CivilDate)
    case timestamp(Timestamp)
    case list([String])
}

/// One column of a dataset: its names and how a row fills it.
public struct Column<Row>: Sendable {
    /// The name in CSV headers and JSON keys: lower case, English, stable from release to release.
    public let name: String
    /// The heading that a Vietnamese analyst reads.
    public let labelVI: String
    public let labelEN: String
    public let kind: ColumnKind
    public let cell: @Sendable (Row) -> Cell

    public init(
        _ name: String, _ kind: ColumnKind, vi labelVI: String, en labelEN: String,
        cell: @escaping @Sendable (Row) -> Cell
    ) {
        self.name = name
        self.labelVI = labelVI
        self.labelEN = labelEN
        self.kind = kind
        self.cell = cell
    }
}

/// A row of a published dataset. Nothing in it may depend on the clock, the run or the archive's offsets: the same
/// captures and the same configuration give the same rows.
public protocol DatasetRow: Hashable, Sendable {
    /// The columns in published order: the one place that names them.
    static var columns: [Column<Self>] { get }
}

extension Cell {
    /// Text, or an empty cell where there is none.
    static func text(orEmpty text: String?) -> Cell { text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
    /// The text of an identifier.
    static func code(_ identifier: (some Identifier)?) -> Cell { .text(orEmpty: identifier?.rawValue) }
    /// The term of a vocabulary.
    static func term<Term: RawRepresentable<String>>(_ term: Term?) -> Cell { .text(orEmpty: term?.rawValue) }
    static func decimal(orEmpty value: Decimal?) -> Cell { value.map { .decimal($0) } ?? .empty }
    static func date(orEmpty date: CivilDate?) -> Cell { date.map { .date($0) } ?? .empty }
    static func timestamp(orEmpty time: Timestamp?) -> Cell { time.map { .timestamp($0) } ?? .empty }
    static func list(orEmpty values: [String]) -> Cell { values.isEmpty ? .empty : .list(values) }
}
