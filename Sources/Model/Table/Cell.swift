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

/// The content of one cell that is worked out.
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
