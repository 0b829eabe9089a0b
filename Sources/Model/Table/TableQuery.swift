/// SQL over the ledger. Decimals, days (`2024-05-16`) and times (`2024-05-16T15:31:00+07:00`) come as the text that is
/// published, lists as lines of a text; null and the empty text are an empty cell.
public struct TableQuery: Hashable, Sendable {
    public enum Argument: Hashable, Sendable {
        case text(String)
        case integer(Int64)
    }

    public let sql: String
    public let arguments: [Argument]

    public init(sql: String, arguments: [Argument] = []) {
        self.sql = sql
        self.arguments = arguments
    }
}
