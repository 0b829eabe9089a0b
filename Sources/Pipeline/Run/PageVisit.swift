import ArticleExtraction
import Configuration
import Ledger
import Model

/// Makes of what came from a page's address what the ledger keeps of the visit. Pure: the time is given.
struct PageVisit {
    let source: SourceConfiguration
    let page: PageState
    let reader: PageReader
    let defaults: Defaults
    let now: Timestamp

    func outcome(of result: PageFetcher.Outcome) -> PageOutcome {
        var outcome = PageOutcome(source: source.id, address: page.address, checked: now, result: .unchanged)
        outcome.nextCheck = nextCheck
        switch result {
        case .notModified(let archived):
            outcome.status = archived.capture.status
            outcome.capture = archived.record(as: .page)
        case .fetched(let archived):
            outcome.status = archived.capture.status
            outcome.capture = archived.record(as: .page)
            outcome.validators = archived.validators
            if archived.digest != page.validators.payloadDigest { read(archived, into: &outcome) }
        case .refused(let reason):
            outcome.result = .disallowed(rule: reason)
            outcome.nextCheck = later(by: PageVisit.robotsLifetime)
        case .failed(let failure):
            outcome.status = failure.status
            outcome.capture = failure.response?.record(as: .page)
            if outcome.status == 404 || outcome.status == 410 {
                outcome.result = .gone
                outcome.nextCheck = nil
            } else {
                outcome.result = .failed(kind: failure.kind, detail: failure.detail, isTransient: failure.isTransient)
                outcome.nextCheck = failure.isTransient ? failure.notBefore ?? now : nil
            }
        }
        return outcome
    }

    /// The article on a page, unless the page is a block that only looks like one.
    private func read(_ archived: ArchivedCapture, into outcome: inout PageOutcome) {
        outcome.result = reading(of: archived)
        let found: SoftBlock?
        if case .article(let record) = outcome.result {
            found = SoftBlock(
                of: archived.capture, requested: page.address, articleTitle: record.row.title, text: record.text)
        } else {
            found = SoftBlock(of: archived.capture, requested: page.address)
        }
        guard let block = found else { return }
        outcome.result = .failed(
            kind: block.kind.rawValue, detail: block.sign, isTransient: block.kind.isTransient)
        outcome.nextCheck = block.kind.isTransient ? now : nil
    }

    private func reading(of archived: ArchivedCapture) -> PageOutcome.Result {
        do {
            return .article(
                try reader.record(
                    of: archived, source: source, announced: page.candidate.published))
        } catch {
            return .notAnArticle(kind: error.kind.rawValue, detail: error.detail)
        }
    }

    /// A known page is asked for again after a while, as long as it is young.
    private var nextCheck: Timestamp? {
        let age = now.seconds - page.discovered.seconds
        return age <= defaults.recheck.within.components.seconds
            ? later(by: defaults.recheck.after.components.seconds) : nil
    }

    private func later(by seconds: Int64) -> Timestamp {
        Timestamp(seconds: now.seconds + seconds, offsetMinutes: now.offsetMinutes)
    }

    /// What robots.txt forbids today it may allow tomorrow (RFC 9309, section 2.4).
    private static let robotsLifetime: Int64 = 86_400
}
