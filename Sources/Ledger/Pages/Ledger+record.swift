import GRDB
import Model

extension Ledger {
    /// Keeps all that came of one visit to a page, in one transaction: the page's state, the capture, and either the
    /// article version with its numbers or the failure. An address that discovery did not name is kept too.
    @discardableResult
    public func record(_ outcome: PageOutcome) throws(LedgerError) -> RecordedChange {
        try record([outcome])[0]
    }

    /// Keeps what came of several visits, in their order and in one transaction: a transaction costs much more than
    /// what it holds.
    public func record(_ outcomes: [PageOutcome]) throws(LedgerError) -> [RecordedChange] {
        let names = outcomes.count == 1 ? "\(outcomes[0].address)" : "\(outcomes.count) pages"
        return try write("Recording \(names)") { db in
            try outcomes.map { try Ledger.keep($0, in: db) }
        }
    }

    private static func keep(_ outcome: PageOutcome, in db: Database) throws -> RecordedChange {
        let page = try pageID(outcome, in: db)
        let capture = try outcome.capture.map { try insert($0, page: page, in: db) }
        try update(page: page, outcome, in: db)
        guard case .article(let record) = outcome.result else { return .none }
        return try ArticleKeeping(db: db, page: page, capture: capture, seen: outcome.checked).keep(record)
    }

    /// Keeps where the archive holds a response that is no page: a feed, a sitemap, a listing, a robots.txt.
    public func record(_ capture: CaptureRecord) throws(LedgerError) {
        _ = try write("Recording a capture") { try Ledger.insert(capture, page: nil, in: $0) }
    }

    /// The record of the archive that ends last among those committed: what follows it in its file, and later files,
    /// were written by a run that was killed. Files are compared by name, which must grow with time.
    public func archiveEnd() throws(LedgerError) -> ArchiveLocation? {
        try read("Reading the end of the archive") { db in
            try Row.fetchOne(
                db, sql: "SELECT file, offset, length FROM captures ORDER BY file DESC, offset DESC LIMIT 1"
            ).map(Ledger.location)
        }
    }

    private static func pageID(_ outcome: PageOutcome, in db: Database) throws -> Int64 {
        let select = try db.cachedStatement(
            sql: "SELECT id FROM pages WHERE source = ? AND address = ?")
        let arguments: StatementArguments = [outcome.source.rawValue, outcome.address.text]
        if let id = try Int64.fetchOne(select, arguments: arguments) { return id }
        let candidate = Candidate(
            address: outcome.address, source: outcome.source, route: .address, foundAt: outcome.address)
        _ = try insert(candidate, at: outcome.checked, in: db)
        return db.lastInsertedRowID
    }

    private static func insert(_ capture: CaptureRecord, page: Int64?, in db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO captures (page, kind, address, file, offset, length, digest, status, fetched)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (file, offset) DO UPDATE SET
                    page = excluded.page, kind = excluded.kind, address = excluded.address, length = excluded.length,
                    digest = excluded.digest, status = excluded.status, fetched = excluded.fetched
                RETURNING id
                """)
        let id = try Int64.fetchOne(
            statement,
            arguments: [
                page, capture.kind.rawValue, capture.address.text, capture.location.file, capture.location.offset,
                capture.location.length, capture.digest, capture.status, capture.fetched.seconds,
            ])
        guard let id else { throw LedgerError(.corrupt, "SQLite gave no number for a new capture") }
        return id
    }

    private static func update(page: Int64, _ outcome: PageOutcome, in db: Database) throws {
        let verdict = PageVerdict(outcome.result)
        let validators = verdict.isReadable ? outcome.validators : Validators()
        try db.cachedStatement(
            sql: """
                UPDATE pages SET
                    state = coalesce(?1, CASE
                        WHEN EXISTS (SELECT 1 FROM articles WHERE page = ?12) THEN 'article'
                        ELSE 'not_an_article' END),
                    status = ?2, checked = ?3, next_check = ?4, problem = ?5, detail = ?6,
                    failures = CASE ?7 WHEN 1 THEN failures + 1 ELSE 0 END,
                    etag = CASE ?8 WHEN 1 THEN ?9 ELSE coalesce(?9, etag) END,
                    last_modified = CASE ?8 WHEN 1 THEN ?10 ELSE coalesce(?10, last_modified) END,
                    payload_digest = coalesce(?11, payload_digest),
                    payload_address = coalesce(?13, payload_address),
                    payload_fetched = coalesce(?14, payload_fetched)
                WHERE id = ?12
                """
        ).execute(arguments: [
            verdict.standing?.rawValue, outcome.status, outcome.checked.seconds, outcome.nextCheck?.seconds,
            verdict.problem, verdict.detail, verdict.isFailure, verdict.isNewContent, validators.etag,
            validators.lastModified, validators.payloadDigest, page, validators.original?.address.text,
            validators.original?.fetched.seconds,
        ])
    }
}

/// An outcome as the page's columns tell it.
private struct PageVerdict {
    /// Nil where the page is what it was before.
    var standing: PageStanding?
    var problem: String?
    var detail: String?
    var isFailure = false
    /// The server gave a page, or said that it still has the one we know: its validators count.
    var isReadable = false
    /// The server gave a page: all it did not send is gone.
    var isNewContent = false

    init(_ result: PageOutcome.Result) {
        switch result {
        case .unchanged:
            isReadable = true
        case .article:
            standing = .article
            isReadable = true
            isNewContent = true
        case .notAnArticle(let kind, let detail):
            standing = .notAnArticle
            problem = kind
            self.detail = detail
            isReadable = true
            isNewContent = true
        case .failed(let kind, let detail, let isTransient):
            standing = .failed
            problem = isTransient ? "\(kind) (transient)" : kind
            self.detail = detail
            isFailure = true
        case .gone:
            standing = .gone
        case .disallowed(let rule):
            standing = .disallowed
            problem = "robots"
            detail = rule
        }
    }
}
