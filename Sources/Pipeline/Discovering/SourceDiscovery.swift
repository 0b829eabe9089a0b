import Configuration
import Discovery
import Ledger
import Model
import Transport
import WebArchive

/// Finds the addresses of articles of one source: its feeds, then its sitemaps, then its listings.
struct SourceDiscovery: Sendable {
    let source: SourceConfiguration
    let fetcher: PageFetcher
    let access: PageFetcher.Access
    private let memory: DirectoryMemory?
    private let filter: CandidateFilter

    /// Without a memory everything is read, whether it has changed or not.
    init(
        source: SourceConfiguration, fetcher: PageFetcher, access: PageFetcher.Access, memory: DirectoryMemory? = nil
    ) throws(DiscoveryError) {
        self.source = source
        self.fetcher = fetcher
        self.access = access
        self.memory = memory
        filter = try CandidateFilter(hosts: source.hosts, include: source.include, exclude: source.exclude)
    }

    /// What was found, each address once, and what could not be read.
    struct Findings: Sendable {
        var candidates: [Candidate] = []
        var troubles: [String] = []
        /// What was read; to be kept after the candidates.
        var directories: [ReadDirectory] = []
        private var known: Set<WebAddress> = []

        mutating func add(_ candidate: Candidate) {
            if known.insert(candidate.address).inserted { candidates.append(candidate) }
        }
    }

    /// Everything that the source announces now.
    func findings() async throws -> Findings {
        var findings = Findings()
        for feed in source.feeds { try await search(feed: feed, into: &findings) }
        for sitemap in source.sitemaps { try await search(sitemap: sitemap, into: &findings) }
        for listing in source.listings { try await search(listing: listing, into: &findings) }
        return findings
    }

    private func search(feed address: WebAddress, into findings: inout Findings) async throws {
        guard let archived = try await changed(address, kind: .feed, into: &findings) else { return }
        let capture = archived.capture
        do {
            let feed = try FeedParser.parse(
                capture.body, base: capture.address, contentType: capture.contentType)
            for entry in feed.entries.compactMap({ ListingEntry($0) }) {
                add(entry, .feed, at: address, into: &findings)
            }
            findings.directories.append(archived.directory(address))
        } catch {
            findings.troubles.append("feed \(address): \(error)")
        }
    }

    private func search(sitemap first: WebAddress, into findings: inout Findings) async throws {
        var walk = SitemapWalk(from: [first])
        while let address = walk.next() {
            guard let archived = try await changed(address, kind: .sitemap, into: &findings) else { continue }
            let capture = archived.capture
            // Files that redirect to one another are read once.
            guard capture.address == address || walk.follow(to: capture.address) else { continue }
            do {
                let entries = try walk.take(capture.body, at: capture.address) { memory?.isKnown($0) ?? false }
                // An index is read each time: what it names may have changed although it has not.
                guard let entries else { continue }
                for entry in entries { add(entry, at: address, into: &findings) }
                findings.directories.append(archived.directory(address))
            } catch {
                findings.troubles.append("sitemap \(address): \(error)")
            }
        }
    }

    /// Walks through the pages of a listing until they end, or what is behind is known or too old.
    private func search(listing: ListingConfiguration, into findings: inout Findings) async throws {
        var walk = ListingWalk(listing, mayStop: try memory?.wasWalked(listing.address) ?? false)
        var last: Timestamp?
        while let page = walk.next() {
            guard
                let archived = try await fetched(
                    page.address, kind: .listing, Validators(), content: page.content, into: &findings)
            else { break }
            last = archived.capture.fetched
            do {
                for entry in try walk.take(archived.capture) {
                    if walk.mayStop, memory?.isKnown(article: source.addressRules.key(of: entry.address)) ?? false {
                        walk.known += 1
                    }
                    add(entry, .listing, at: page.address, into: &findings)
                }
            } catch {
                findings.troubles.append("listing \(page.address): \(error)")
            }
        }
        if let last {
            findings.directories.append(
                ReadDirectory(listing: listing.address, isFinished: walk.isFinished, time: last))
        }
    }

    private func add(_ entry: SitemapEntry, at place: WebAddress, into findings: inout Findings) {
        let clean = source.addressRules.key(of: entry.address)
        guard filter.accepts(clean) else { return }
        findings.add(
            Candidate(
                address: clean, source: source.id, route: .sitemap, foundAt: place, title: entry.title,
                published: entry.published, modified: entry.latestModified, isModifiedExact: entry.isModifiedExact))
    }

    private func add(
        _ entry: ListingEntry, _ route: DiscoveryRoute, at place: WebAddress, into findings: inout Findings
    ) {
        let clean = source.addressRules.key(of: entry.address)
        guard filter.accepts(clean) else { return }
        findings.add(
            Candidate(
                address: clean, source: source.id, route: route, foundAt: place, title: entry.title,
                published: entry.published))
    }

    /// A feed or sitemap that is new or has changed since it was read last; nil when it has not, or could not be had.
    private func changed(
        _ address: WebAddress, kind: CaptureRecord.Kind, into findings: inout Findings
    ) async throws -> ArchivedCapture? {
        let validators = try memory?.validators(of: address) ?? Validators()
        guard let archived = try await fetched(address, kind: kind, validators, into: &findings) else { return nil }
        return archived.digest == validators.payloadDigest ? nil : archived
    }

    private func fetched(
        _ address: WebAddress, kind: CaptureRecord.Kind, _ validators: Validators, content: PostContent? = nil,
        into findings: inout Findings
    ) async throws -> ArchivedCapture? {
        let outcome = try await fetcher.fetch(
            address, kind: kind, access: access, validators: validators, content: content)
        switch outcome {
        case .fetched(let archived):
            try fetcher.exchanger.remember(archived, as: kind)
            return archived
        case .notModified(let archived):
            try fetcher.exchanger.remember(archived, as: kind)
        case .refused(let reason):
            findings.troubles.append("\(kind.rawValue) \(address): \(reason)")
        case .failed(let failure) where failure.isCancellation:
            break
        case .failed(let failure):
            if let response = failure.response { try fetcher.exchanger.remember(response, as: kind) }
            findings.troubles.append("\(kind.rawValue) \(address): \(failure)")
        }
        return nil
    }
}

extension ArchivedCapture {
    fileprivate func directory(_ address: WebAddress) -> ReadDirectory {
        ReadDirectory(address: address, validators: validators, time: capture.fetched)
    }
}
