import FoundationEssentials
import GRDB
import Model

/// What was seen, fetched, read and published: one SQLite file.
///
/// Write-ahead log, foreign keys on. `synchronous` is FULL, so that a committed page survives a power cut: one
/// `fsync` a page costs nothing beside the second that politeness waits between two requests to a host. Methods block
/// for the time of one small transaction and may be called from any thread; readers do not wait for a writer.
public final class Ledger: Sendable {
    /// The file.
    public let path: String
    let pool: DatabasePool

    /// "ChSo" in ASCII, in SQLite's header at byte 68: tells a ledger from any other SQLite file.
    static let applicationID = 0x4368_536F

    /// Opens the ledger, creates it with its folder where there is none, and brings an older one up to date.
    ///
    /// - Parameter patience: Seconds to wait for another program that is writing.
    public init(path: String, patience: Double = 10) throws(LedgerError) {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patience)
        configuration.label = "ledger"
        self.path = path
        pool = try Ledger.mapping("Opening", path) {
            try Ledger.makeFolder(of: path)
            try Ledger.refuseForeignFile(path, configuration)
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            let migrator = Schema.migrator
            if try pool.read({ try migrator.hasBeenSuperseded($0) }) {
                throw LedgerError(.newerSchema, "\(path) was written by a newer version of chiso")
            }
            try migrator.migrate(pool)
            return pool
        }
    }

    /// Writes the log back into the file and lets go of it; the ledger cannot be used afterwards.
    public func close() throws(LedgerError) {
        try Ledger.mapping("Closing", path) {
            try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try pool.close()
        }
    }

    /// One transaction: all of it or nothing.
    func write<Value>(_ doing: String, _ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try Ledger.mapping(doing, path) { try pool.write(body) }
    }

    /// A look at one unchanging state of the ledger, whatever is written meanwhile.
    func read<Value>(_ doing: String, _ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try Ledger.mapping(doing, path) { try pool.read(body) }
    }

    /// What SQLite does only outside a transaction.
    func maintain(_ doing: String, _ body: (Database) throws -> Void) throws(LedgerError) {
        try Ledger.mapping(doing, path) { try pool.writeWithoutTransaction(body) }
    }

    func snapshot() throws(LedgerError) -> DatabaseSnapshot {
        try Ledger.mapping("Reading", path) { try pool.makeSnapshot() }
    }

    private static func mapping<Value>(
        _ doing: String, _ path: String, _ body: () throws -> Value
    ) throws(LedgerError) -> Value {
        do {
            return try body()
        } catch let error as LedgerError {
            throw error
        } catch let error as DatabaseError {
            throw LedgerError(error, doing: doing, path: path)
        } catch {
            throw LedgerError(.cannotOpen, "\(doing) failed for \(path): \(error)")
        }
    }

    private static func makeFolder(of path: String) throws {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        try FileManager.default.createDirectory(
            atPath: String(path[..<slash]), withIntermediateDirectories: true)
    }

    /// Looks at an existing file without changing it: it must be empty, or a ledger.
    private static func refuseForeignFile(_ path: String, _ configuration: Configuration) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        var configuration = configuration
        configuration.readonly = true
        let found = try DatabaseQueue(path: path, configuration: configuration).read { db in
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            return tables == 0 || id == applicationID
        }
        if !found { throw LedgerError(.notALedger, "\(path) is a database, but not a ledger of chiso") }
    }
}
