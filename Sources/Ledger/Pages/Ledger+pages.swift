import GRDB
import Model

extension Ledger {
    private static let pageColumns = """
        address, source, route, found_at, announced_title, announced_published, announced_published_offset,
        announced_modified, state, etag, last_modified, payload_digest, payload_address, payload_fetched, status,
        discovered, checked, next_check, failures
        """

    /// The pages of a source to ask for now: new ones in the order of their discovery, then those due for another
    /// look, the longest overdue first.
    public func pagesDue(source: SourceID, at time: Timestamp, limit: Int) throws(LedgerError) -> [PageState] {
        try read("Reading the pages due") { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Ledger.pageColumns) FROM pages WHERE source = ? AND next_check <= ?
                    ORDER BY state <> 'new', CASE state WHEN 'new' THEN 0 ELSE next_check END, id LIMIT ?
                    """, arguments: [source.rawValue, time.seconds, limit]
            ).map(Ledger.pageState)
        }
    }

    /// What is known of one page, nil when nothing is.
    public func page(_ address: WebAddress, source: SourceID) throws(LedgerError) -> PageState? {
        try read("Reading a page") { db in
            try Row.fetchOne(
                db, sql: "SELECT \(Ledger.pageColumns) FROM pages WHERE source = ? AND address = ?",
                arguments: [source.rawValue, address.text]
            ).map(Ledger.pageState)
        }
    }

    /// From the columns `etag, last_modified, payload_digest, payload_address, payload_fetched`.
    static func validators(_ reader: inout RowReader) throws -> Validators {
        Validators(
            etag: reader.optionalText(), lastModified: reader.optionalText(), payloadDigest: reader.optionalText(),
            original: try reader.optionalResponse())
    }

    private static func pageState(_ row: Row) throws -> PageState {
        var reader = RowReader(row)
        let address = try reader.address()
        let source: SourceID = try reader.identifier()
        let candidate = Candidate(
            address: address, source: source, route: try reader.term(), foundAt: try reader.address(),
            title: reader.optionalText(), published: reader.optionalLocalTime(), modified: reader.optionalTime())
        return PageState(
            candidate: candidate, standing: try reader.term(),
            validators: try validators(&reader),
            status: reader.optionalInteger(), discovered: try reader.time(), checked: reader.optionalTime(),
            nextCheck: reader.optionalTime(), failures: try reader.integer())
    }
}
