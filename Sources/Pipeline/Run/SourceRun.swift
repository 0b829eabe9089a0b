import ArticleExtraction
import Configuration
import Discovery
import Ledger
import Logging
import Model
import Transport

/// One source's share of a run: find what is new, then fetch, archive, read and record it, page by page.
struct SourceRun: Sendable {
    let source: SourceConfiguration
    let fetcher: PageFetcher
    let access: PageFetcher.Access
    let reader: PageReader
    let ledger: Ledger
    /// Records visits in the ledger, those of all sources together.
    let record: GroupCommit<PageOutcome, RecordedChange>
    let defaults: Defaults
    let clock: WallClock
    let progress: ProgressCounter
    let logger: Logger

    /// What came of the source; only a broken ledger or archive is thrown, for without them the whole run must end.
    func run() async throws -> RunSummary.Source {
        var summary = RunSummary.Source(id: source.id)
        await progress.change { $0.sources += 1 }
        let memory = DirectoryMemory(ledger: ledger, source: source)
        let findings = try await SourceDiscovery(source: source, fetcher: fetcher, access: access, memory: memory)
            .findings()
        summary.troubles = findings.troubles
        summary.result.candidates = findings.candidates.count
        for trouble in findings.troubles { logger.warning("\(source.id): \(trouble)") }
        summary.result.newCandidates = try remember(findings, memory)
        let due = try ledger.pagesDue(source: source.id, at: clock.now(), limit: defaults.limits.pagesPerSource)
        await progress.change { $0.known += due.count }
        try await visit(due, into: &summary)
        await progress.change { $0.sources -= 1 }
        summary.result.succeeded = !summary.hasFailed
        summary.result.trouble = summary.troubles.first ?? (summary.hasFailed ? summary.failures.first : nil)
        return summary
    }

    /// Keeps what discovery found; how many pages are new.
    private func remember(_ findings: SourceDiscovery.Findings, _ memory: DirectoryMemory) throws -> Int {
        let now = clock.now()
        let later = Timestamp(
            seconds: now.seconds + defaults.recheck.after.components.seconds, offsetMinutes: now.offsetMinutes)
        let counts = try ledger.remember(candidates: findings.candidates, at: now, unchangedUntil: later)
        try memory.keep(findings.directories)
        return counts.new
    }

    /// What came of a visit.
    private struct Visit: Sendable {
        let result: PageOutcome.Result
        let change: RecordedChange
    }

    /// Visits pages in their order: while one is archived, read and recorded, the next is fetched already. They are
    /// counted in their order too.
    private func visit(_ pages: [PageState], into summary: inout RunSummary.Source) async throws {
        try await withThrowingTaskGroup(of: (Int, Visit?).self) { group in
            var finished: [Int: Visit?] = [:]
            var counted = 0
            for (index, page) in pages.enumerated() {
                if index >= access.policy.concurrency + 1, let (done, visit) = try await group.next() {
                    finished[done] = .some(visit)
                    await count(&counted, &finished, pages, into: &summary)
                }
                if Task.isCancelled { break }
                group.addTask { (index, try await visit(page)) }
            }
            while let (done, visit) = try await group.next() {
                finished[done] = .some(visit)
                await count(&counted, &finished, pages, into: &summary)
            }
        }
    }

    /// Counts the visits that are over, up to the first that is not.
    private func count(
        _ counted: inout Int, _ finished: inout [Int: Visit?], _ pages: [PageState],
        into summary: inout RunSummary.Source
    ) async {
        while let visit = finished.removeValue(forKey: counted) {
            let address = pages[counted].address
            counted += 1
            guard let visit else { continue }
            let before = summary.result.newArticles
            count(visit.result, visit.change, address, into: &summary)
            let new = summary.result.newArticles - before
            await progress.change { state in
                state.done += 1
                state.articles += new
            }
        }
    }

    /// One page from its address to the ledger, in one transaction; nil when the run was told to stop before.
    private func visit(_ page: PageState) async throws -> Visit? {
        let result = try await fetcher.fetch(page.address, access: access, validators: page.validators)
        if case .failed(let failure) = result, failure.isCancellation { return nil }
        let outcome = PageVisit(source: source, page: page, reader: reader, defaults: defaults, now: clock.now())
            .outcome(of: result)
        return Visit(result: outcome.result, change: try await record(outcome))
    }

    private func count(
        _ result: PageOutcome.Result, _ change: RecordedChange, _ address: WebAddress,
        into summary: inout RunSummary.Source
    ) {
        summary.result.pages += 1
        switch result {
        case .unchanged:
            summary.result.unchanged += 1
        case .article(let record):
            switch change {
            case .newArticle:
                summary.result.newArticles += 1
                summary.result.countParts(of: record.row)
            case .newVersion, .reread: summary.result.changedArticles += 1
            case .alias, .none: summary.result.unchanged += 1
            }
            if change == .newArticle || change == .newVersion || change == .reread {
                summary.result.observations += record.observations.count
                summary.result.rejections += record.rejections.count
            }
        case .notAnArticle(let kind, let detail):
            summary.result.notArticles += 1
            logger.notice("\(address): no article, \(kind): \(detail)")
        case .gone:
            summary.failedByKind["gone", default: 0] += 1
            fail(address, "not found", into: &summary)
        case .disallowed(let rule):
            summary.result.refused += 1
            summary.refusals.append("\(address): not asked for, \(rule)")
            logger.notice("\(address): \(rule)")
        case .failed(PageFailure.deferred, let detail, _):
            summary.result.deferred += 1
            if !summary.deferrals.contains(detail) {
                summary.deferrals.append(detail)
                logger.notice("\(address) and perhaps more: put off, \(detail)")
            }
        case .failed(let kind, let detail, _):
            summary.failedByKind[kind, default: 0] += 1
            fail(address, "\(kind): \(detail)", into: &summary)
        }
    }

    private func fail(_ address: WebAddress, _ reason: String, into summary: inout RunSummary.Source) {
        summary.result.failed += 1
        summary.failures.append("\(address): \(reason)")
        logger.warning("\(address): \(reason)")
    }
}
