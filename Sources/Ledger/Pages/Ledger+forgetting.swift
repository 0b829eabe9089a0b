import GRDB

extension Ledger {
    /// Forgets the responses of an archive file that is to be deleted. Articles stay, without a place in the archive; a
    /// page whose content is known from there is archived anew at its next visit.
    public func forget(archiveFile name: String) throws(LedgerError) {
        try write("Forgetting \(name)") { db in
            let gone = "SELECT id FROM captures WHERE file = ?1"
            try db.execute(sql: "UPDATE articles SET capture = NULL WHERE capture IN (\(gone))", arguments: [name])
            for table in ["pages", "directories"] {
                try db.execute(
                    sql: """
                        UPDATE \(table) SET payload_address = NULL, payload_fetched = NULL WHERE (payload_address, payload_fetched)
                            IN (SELECT address, fetched FROM captures WHERE file = ?1)
                        """, arguments: [name])
            }
            try db.execute(sql: "DELETE FROM captures WHERE file = ?1", arguments: [name])
        }
    }
}
