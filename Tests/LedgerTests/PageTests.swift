import Ledger
import Model
import Testing

@Suite struct PageTests {
    let file = LedgerFile()
    let ledger: Ledger
    let source = SourceID("bao")
    init() throws { ledger = try file.open() }

    private func paths(due seconds: Int64, limit: Int = 10) throws -> [String] {
        try ledger.pagesDue(source: source, at: at(seconds), limit: limit).map { String($0.address.text.dropFirst(23)) }
    }

    private func outcome(
        _ path: String, _ result: PageOutcome.Result, seconds: Int64, next: Int64?, etag: String? = nil
    ) -> PageOutcome {
        PageOutcome(
            source: source, address: address(path), checked: at(seconds), result: result,
            validators: Validators(etag: etag), nextCheck: next.map { at($0) })
    }

    @Test func candidatesAreNewOnceAndKeepWhatWasTold() throws {
        let candidates = [candidate("a"), candidate("b"), candidate("a")]
        let first = try ledger.remember(candidates: candidates, at: at(0))
        let second = try ledger.remember(candidates: candidates, at: at(9))
        #expect([first.new, first.known, second.new, second.known] == [2, 1, 0, 3])
        let state = try #require(try ledger.pagesDue(source: source, at: at(0), limit: 1).first)
        #expect(state.candidate == candidate("a"))
        #expect(state.standing == .new)
        #expect(state.discovered == at(0))
    }

    @Test func newPagesComeBeforeThoseDueAgain() throws {
        _ = try ledger.remember(candidates: [candidate("old"), candidate("late")], at: at(0))
        try ledger.record(visit("old", article("old", text: "một"), seconds: 10))
        try ledger.record(
            outcome("late", .failed(kind: "timeout", detail: "", isTransient: true), seconds: 5, next: 50))
        _ = try ledger.remember(candidates: [candidate("new")], at: at(100))
        #expect(try paths(due: 20) == [])
        #expect(try paths(due: 100) == ["new", "late"])
        #expect(try paths(due: 100_000) == ["new", "late", "old"])
        #expect(try paths(due: 100_000, limit: 1) == ["new"])
    }

    @Test func otherSourcesPagesAreNotDue() throws {
        _ = try ledger.remember(candidates: [candidate("a", source: "khac")], at: at(0))
        #expect(try paths(due: 10) == [])
    }

    @Test func laterChangeInTheSitemapMakesAPageDue() throws {
        _ = try ledger.remember(candidates: [candidate("a", modified: at(1))], at: at(2))
        try ledger.record(visit("a", article("a", text: "một"), seconds: 10))
        _ = try ledger.remember(candidates: [candidate("a", modified: at(5))], at: at(20))
        #expect(try paths(due: 20) == [])
        _ = try ledger.remember(candidates: [candidate("a", modified: at(15))], at: at(30))
        #expect(try paths(due: 30) == ["a"])
    }

    @Test func aSitemapThatVouchesForAnArticlePutsOffTheNextLook() throws {
        try ledger.record(visit("a", article("a", text: "một")))
        try ledger.record(outcome("a", .unchanged, seconds: 10, next: 20))
        func tell(_ modified: Int64, isExact: Bool) throws {
            var told = candidate("a", modified: at(modified))
            told.isModifiedExact = isExact
            _ = try ledger.remember(candidates: [told], at: at(20), unchangedUntil: at(50))
        }
        try tell(5, isExact: false)
        #expect(try paths(due: 20) == ["a"])
        try tell(6, isExact: true)
        #expect(try paths(due: 20) == [])
        #expect(try paths(due: 50) == ["a"])
        try tell(15, isExact: true)
        #expect(try paths(due: 20) == ["a"])
    }

    @Test func failuresAreCountedUntilOneVisitSucceeds() throws {
        let failure = PageOutcome.Result.failed(kind: "timeout", detail: "30 s", isTransient: true)
        try ledger.record(outcome("a", failure, seconds: 1, next: 2))
        try ledger.record(outcome("a", failure, seconds: 2, next: 4))
        #expect(try ledger.page(address("a"), source: source)?.failures == 2)
        #expect(try ledger.page(address("a"), source: source)?.standing == .failed)
        try ledger.record(outcome("a", .notAnArticle(kind: "listing", detail: ""), seconds: 4, next: nil))
        #expect(try ledger.page(address("a"), source: source)?.failures == 0)
        #expect(try ledger.page(address("a"), source: source)?.nextCheck == nil)
    }

    @Test func failureKeepsTheValidatorsAndUnchangedBringsThePageBack() throws {
        try ledger.record(visit("a", article("a", text: "một")))
        try ledger.record(outcome("a", .gone, seconds: 5, next: 6, etag: "\"error page\""))
        #expect(try ledger.page(address("a"), source: source)?.standing == .gone)
        #expect(try ledger.page(address("a"), source: source)?.validators.etag == "\"1\"")
        try ledger.record(outcome("a", .unchanged, seconds: 6, next: 9))
        let state = try #require(try ledger.page(address("a"), source: source))
        #expect(state.standing == .article)
        #expect(state.validators == Validators(etag: "\"1\"", payloadDigest: "sha256:c"))
        #expect(try ledger.articles().count == 1)
    }

    @Test func disallowedPageIsNotAskedForAgainBeforeItsTime() throws {
        _ = try ledger.remember(candidates: [candidate("a")], at: at(0))
        try ledger.record(outcome("a", .disallowed(rule: "Disallow: /a"), seconds: 1, next: 99))
        #expect(try paths(due: 98) == [])
        #expect(try paths(due: 99) == ["a"])
    }

    @Test func endOfTheArchiveIsThatOfTheLastCommittedRecord() throws {
        func capture(_ file: String, _ offset: Int64) -> CaptureRecord {
            CaptureRecord(
                address: address("a"), location: ArchiveLocation(file: file, offset: offset, length: 10),
                digest: "sha256:c", status: 200, fetched: at(0))
        }
        #expect(try ledger.archiveEnd() == nil)
        try ledger.record(visit("a", article("a", text: "một"), capture: capture("2.warc.gz", 0)))
        try ledger.record(capture("1.warc.gz", 70))
        try ledger.record(capture("2.warc.gz", 10))
        #expect(try ledger.archiveEnd() == ArchiveLocation(file: "2.warc.gz", offset: 10, length: 10))
        try ledger.record(capture("2.warc.gz", 10))
        let id = try #require(try ledger.articles().first).articleID
        #expect(try ledger.captureLocation(of: id) == ArchiveLocation(file: "2.warc.gz", offset: 0, length: 10))
    }

    @Test func hostsRobotsAndValidatorsAreRemembered() throws {
        let robots = StoredRobots(host: "h", status: 200, body: [0, 255, 10], fetched: at(0), expires: at(9))
        #expect(try ledger.robots(host: "h") == nil)
        try ledger.store(robots)
        #expect(try ledger.robots(host: "h") == robots)
        let host = HostState(host: "h", notBefore: at(5), failures: 2)
        try ledger.store(host)
        #expect(try ledger.host("h") == host)
        let validators = Validators(etag: "W/\"1\"", lastModified: "x", payloadDigest: "y")
        #expect(try ledger.directory(address("rss"), source: source) == nil)
        try ledger.store(validators, of: address("rss"), source: source, at: at(1))
        let state = try #require(try ledger.directory(address("rss"), source: source))
        #expect(state.validators == validators && state.checked == at(1))
        #expect(try ledger.directory(address("rss"), source: source, reading: "otherwise") == nil)
    }
}
