import Configuration
import Digest
import Discovery
import Ledger
import Model

/// What earlier runs know of a source's feeds and sitemaps, so that what has not changed is neither transferred nor
/// read again.
struct DirectoryMemory: Sendable {
    private let ledger: Ledger
    private let source: SourceID
    /// How addresses are picked: with other rules an unchanged feed may yield others.
    private let reading: String

    init(ledger: Ledger, source: SourceConfiguration) {
        self.ledger = ledger
        self.source = source.id
        let addresses = source.addressRules
        let rules = [
            source.hosts, source.include, source.exclude, addresses.keptQuery ?? ["*"], addresses.droppedQuery,
            addresses.mirrors, addresses.usesHTTPS ? ["https"] : [],
        ].map { $0.joined(separator: "\n") }
        reading = String(Digest.hexadecimal(Digest.sha256(rules.joined(separator: "\n\n").utf8)).prefix(16))
    }

    func validators(of address: WebAddress) throws(LedgerError) -> Validators {
        try ledger.directory(address, source: source, reading: reading)?.validators ?? Validators()
    }

    /// Whether a file that a sitemap index names was read after its last change.
    func isKnown(_ entry: SitemapEntry) -> Bool {
        // A ledger that cannot be read is told of by the next step that needs it.
        guard let modified = entry.latestModified,
            let state = try? ledger.directory(entry.address, source: source, reading: reading)
        else { return false }
        return state.checked > modified
    }

    /// Whether an article is known already.
    func isKnown(article address: WebAddress) -> Bool {
        // As above: the next step that needs the ledger tells.
        (try? ledger.page(address, source: source)) != nil
    }

    /// Whether a listing was walked to its end when it was walked last.
    func wasWalked(_ address: WebAddress) throws(LedgerError) -> Bool {
        try ledger.directory(address, source: source, reading: reading)?.validators.payloadDigest
            == ReadDirectory.finished
    }

    /// Keeps what was read, once its candidates are kept: a run that is killed in between reads it again.
    func keep(_ directories: [ReadDirectory]) throws(LedgerError) {
        for directory in directories {
            try ledger.store(
                directory.validators, of: directory.address, source: source,
                reading: reading, at: directory.time)
        }
    }
}

/// A feed or sitemap that was read to its end, or a listing that was walked.
struct ReadDirectory: Sendable {
    let address: WebAddress
    let validators: Validators
    /// When it was fetched.
    let time: Timestamp

    init(address: WebAddress, validators: Validators, time: Timestamp) {
        self.address = address
        self.validators = validators
        self.time = time
    }

    /// A listing; the next walk may stop at what is known only when this one broke off nowhere.
    init(listing address: WebAddress, isFinished: Bool, time: Timestamp) {
        self.init(
            address: address, validators: Validators(payloadDigest: isFinished ? ReadDirectory.finished : nil),
            time: time)
    }

    /// Stands in the place of a digest: a listing has many pages.
    static let finished = "finished"
}
