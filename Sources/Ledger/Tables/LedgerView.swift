import FoundationEssentials
import GRDB
import GRDBSQLite
import Model

/// One unchanging state of the ledger, for as long as it is held and whatever is written meanwhile: all tables of an
/// export speak of the same moment.
public final class LedgerView: Sendable {
    private let snapshot: DatabaseSnapshot
    private let path: String

    init(snapshot: DatabaseSnapshot, path: String) {
        self.snapshot = snapshot
        self.path = path
    }

    /// Lends the rows of a table one at a time, so that memory stays flat; hands on what `body` throws.
    public func forEachRow(of table: DatasetTable, _ body: (TableRow) throws -> Void) throws {
        switch table.content {
        case .rows(let rows):
            var scratch = RowScratch()
            try rows { cells in try scratch.lend(cells, to: body) }
        case .query(let query):
            try read("Reading \(table.name)") { db in
                let statement = try db.makeStatement(sql: query.sql)
                try statement.setArguments(query.statementArguments)
                try LedgerView.step(statement, db, body)
            }
        }
    }

    /// Hands on the results of a query one at a time.
    func forEachResult(_ query: TableQuery, doing: String, _ body: (Row) throws -> Void) throws {
        try read(doing) { db in
            let rows = try Row.fetchCursor(db, sql: query.sql, arguments: query.statementArguments)
            while let row = try rows.next() { try body(row) }
        }
    }

    private func read(_ doing: String, _ body: (Database) throws -> Void) throws {
        do {
            try snapshot.read(body)
        } catch let error as DatabaseError {
            throw LedgerError(error, doing: doing, path: path)
        }
    }

    /// Steps by hand: SQLite's own bytes are lent, no text is made of them on the way to a file.
    private static func step(_ statement: Statement, _ db: Database, _ body: (TableRow) throws -> Void) throws {
        let handle = statement.sqliteStatement
        let width = Int(sqlite3_column_count(handle))
        defer { sqlite3_reset(handle) }
        try withUnsafeTemporaryAllocation(of: TableRow.Bytes.self, capacity: width) { cells in
            cells.initialize(repeating: TableRow.Bytes(start: nil, count: 0))
            let row = TableRow(lending: UnsafeBufferPointer(cells))
            while true {
                switch sqlite3_step(handle) {
                case SQLITE_ROW:
                    for column in 0..<width {
                        let text = sqlite3_column_text(handle, Int32(column))
                        cells[column] = TableRow.Bytes(
                            start: text, count: Int(sqlite3_column_bytes(handle, Int32(column))))
                    }
                    try body(row)
                case SQLITE_DONE: return
                case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastMessage)
                }
            }
        }
    }
}

extension Database {
    /// What SQLite says of the last error on this connection.
    fileprivate var lastMessage: String? {
        sqliteConnection.map { String(cString: sqlite3_errmsg($0)) }
    }
}

extension Ledger {
    /// The ledger as it is at this moment.
    public func view() throws(LedgerError) -> LedgerView {
        LedgerView(snapshot: try snapshot(), path: path)
    }
}

/// Reads one column of a result as a cell.
enum StoredCell {
    static func read(_ row: Row, _ index: Int, _ kind: ColumnKind) throws -> Cell {
        if kind == .integer { return (row[index] as Int?).map { .integer($0) } ?? .empty }
        guard let text = row[index] as String?, !text.isEmpty else { return .empty }
        let cell: Cell? =
            switch kind {
            case .text, .code, .address, .integer: .text(text)
            case .decimal: Decimal(string: text).map { .decimal($0) }
            case .date: CivilDate(iso: text).map { .date($0) }
            case .timestamp: Timestamp(iso: text).map { .timestamp($0) }
            case .list: .list(text.split(separator: "\n").map(String.init))
            }
        guard let cell else {
            throw LedgerError(.corrupt, "a row holds '\(text.prefix(60))' where a \(kind.rawValue) belongs")
        }
        return cell
    }
}

extension TableQuery {
    var statementArguments: StatementArguments {
        StatementArguments(
            arguments.map { argument -> (any DatabaseValueConvertible)? in
                switch argument {
                case .text(let text): text
                case .integer(let number): number
                }
            })
    }
}
