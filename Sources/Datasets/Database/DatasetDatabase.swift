import Digest
import FoundationEssentials
import GRDB
import GRDBSQLite
import Model

/// The datasets as one SQLite file: a table each, with indices, views and full-text search, as Datasette likes it.
///
/// Confined to the thread that writes the export.
final class DatasetDatabase {
    static let name = "chiso.sqlite"

    private var file: PendingFile
    private let queue: DatabaseQueue
    private var tables: [DatasetTable] = []
    private var rows = 0

    init(folder: String) throws {
        file = try PendingFile(folder: folder, name: DatasetDatabase.name)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        // One transaction from the first table to the last index.
        configuration.allowsUnsafeTransactions = true
        configuration.label = "dataset"
        queue = try DatabaseQueue(path: file.temporaryPath, configuration: configuration)
        // The file is synced and moved as a whole: a journal would guard nothing.
        try queue.writeWithoutTransaction { db in
            for pragma in ["page_size = 8192", "journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"] {
                try db.execute(sql: "PRAGMA \(pragma)")
            }
            try db.execute(sql: "BEGIN")
        }
    }

    /// Makes a table, whose rows follow one by one.
    func begin(_ table: DatasetTable) throws -> DatasetInsertion {
        tables.append(table)
        return try queue.writeWithoutTransaction { db in
            try db.execute(sql: DatabaseSchema.creation(of: table))
            return try DatasetInsertion(db, table)
        }
    }

    func insert(_ row: TableRow, by insertion: DatasetInsertion) throws {
        try queue.writeWithoutTransaction { _ in try insertion.insert(row) }
        rows += 1
    }

    /// Adds indices, views and search, and waits until all is on the disk.
    func finish() throws -> DatasetFile {
        try queue.writeWithoutTransaction { db in
            for sql in DatabaseSchema.finish(tables) { try db.execute(sql: sql) }
            try db.execute(sql: "COMMIT")
            try db.execute(sql: "PRAGMA optimize")
        }
        try queue.close()
        try file.sync()
        var digest = RunningDigest()
        var size: Int64 = 0
        try file.read {
            digest.update($0)
            size += Int64($0.count)
        }
        return DatasetFile(name: DatasetDatabase.name, rows: rows, size: size, digest: digest.finish())
    }

    func moveIntoPlace() throws(DatasetError) { try file.moveIntoPlace() }
}

/// Inserts rows into one table; numbers become numbers by the columns' affinity, where SQLite can hold them.
final class DatasetInsertion {
    private let statement: Statement
    private let handle: SQLiteStatement
    private let connection: SQLiteConnection?
    /// Where an item a line becomes `a|b`, as in CSV.
    private let lists: Set<Int>

    init(_ db: Database, _ table: DatasetTable) throws {
        let places = table.columns.map { _ in "?" }.joined(separator: ", ")
        statement = try db.makeStatement(sql: "INSERT INTO \(DatabaseSchema.quoted(table.name)) VALUES (\(places))")
        handle = statement.sqliteStatement
        connection = db.sqliteConnection
        lists = Set(table.columns.indices.filter { table.columns[$0].kind == .list })
    }

    func insert(_ row: TableRow) throws {
        for column in 0..<row.count {
            let result =
                lists.contains(column)
                ? bind(row.text(column).replacing("\n", with: "|"), at: column) : bind(row[column], at: column)
            guard result == SQLITE_OK else { throw failure(result) }
        }
        let result = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard result == SQLITE_DONE else { throw failure(result) }
    }

    /// No copy: the bytes live until the row's step is done.
    private func bind(_ bytes: TableRow.Bytes, at column: Int) -> Int32 {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return sqlite3_bind_null(handle, Int32(column + 1)) }
        return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            sqlite3_bind_text(handle, Int32(column + 1), $0, Int32(bytes.count), nil)
        }
    }

    private func bind(_ text: String, at column: Int) -> Int32 {
        guard !text.isEmpty else { return sqlite3_bind_null(handle, Int32(column + 1)) }
        // -1: SQLite copies the text.
        return sqlite3_bind_text(
            handle, Int32(column + 1), text, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code), message: connection.map { String(cString: sqlite3_errmsg($0)) })
    }
}
