import FoundationEssentials
import GRDB
import Model

/// What servers told us and the next run should know.
extension Ledger {
    /// The robots.txt of a host as last fetched, expired or not; nil when it never was.
    public func robots(host: String) throws(LedgerError) -> StoredRobots? {
        try read("Reading robots.txt") { db in
            try Row.fetchOne(
                db, sql: "SELECT status, fetched, expires, body FROM robots WHERE host = ?", arguments: [host]
            ).map { row in
                var reader = RowReader(row)
                return StoredRobots(
                    host: host, status: try reader.integer(), body: [UInt8](row["body"] as Data),
                    fetched: try reader.time(), expires: try reader.time())
            }
        }
    }

    /// Keeps a host's robots.txt in place of the former one.
    public func store(_ robots: StoredRobots) throws(LedgerError) {
        try write("Keeping robots.txt") { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO robots (host, status, body, fetched, expires) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    robots.host, robots.status, Data(robots.body), robots.fetched.seconds, robots.expires.seconds,
                ])
        }
    }

    /// What earlier runs learned of a host; nil when there is nothing to heed.
    public func host(_ name: String) throws(LedgerError) -> HostState? {
        try read("Reading a host") { db in
            try Row.fetchOne(db, sql: "SELECT not_before, failures FROM hosts WHERE name = ?", arguments: [name])
                .map { row in
                    var reader = RowReader(row)
                    return HostState(host: name, notBefore: try reader.time(), failures: try reader.integer())
                }
        }
    }

    /// Keeps what the next run must heed.
    public func store(_ host: HostState) throws(LedgerError) {
        try write("Keeping a host") { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO hosts (name, not_before, failures) VALUES (?, ?, ?)",
                arguments: [host.host, host.notBefore.seconds, host.failures])
        }
    }

    /// What is known of a feed, sitemap or listing; nil when it was never read. `reading` tells apart ways to read one.
    public func directory(
        _ address: WebAddress, source: SourceID, reading: String = ""
    ) throws(LedgerError) -> DirectoryState? {
        try read("Reading a directory") { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT etag, last_modified, payload_digest, payload_address, payload_fetched, checked FROM directories
                    WHERE source = ? AND address = ?
                    """, arguments: [source.rawValue, Ledger.name(address, reading)]
            ).map { row in
                var reader = RowReader(row)
                return DirectoryState(validators: try Ledger.validators(&reader), checked: try reader.time())
            }
        }
    }

    /// No address has a fragment.
    private static func name(_ address: WebAddress, _ reading: String) -> String {
        reading.isEmpty ? address.text : "\(address.text)#\(reading)"
    }

    /// Keeps the validators of a feed, sitemap or listing. Call it after its candidates are kept: a run that is killed
    /// in between then reads the feed again instead of missing what it named.
    public func store(
        _ validators: Validators, of address: WebAddress, source: SourceID, reading: String = "", at time: Timestamp
    ) throws(LedgerError) {
        try write("Keeping validators") { db in
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO directories (
                        source, address, etag, last_modified, payload_digest, payload_address, payload_fetched, checked)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    source.rawValue, Ledger.name(address, reading), validators.etag, validators.lastModified,
                    validators.payloadDigest, validators.original?.address.text,
                    validators.original?.fetched.seconds, time.seconds,
                ])
        }
    }
}
