import Ledger
import Model
import Testing

@Suite struct StatusTests {
    let file = LedgerFile()
    let ledger: Ledger
    init() throws { ledger = try file.open() }

    private func run(at seconds: Int64, _ change: (inout SourceResult) -> Void) throws {
        let id = try ledger.begin(run: RunStart(pipeline: "reform", version: "1", started: at(seconds)))
        var result = SourceResult(source: SourceID("bao"))
        change(&result)
        try ledger.finish(
            run: id, RunFinish(finished: at(seconds + 5), exitCode: result.succeeded ? 0 : 3, sources: [result]))
    }

    @Test func emptyLedgerHasNothingToTell() throws {
        #expect(try ledger.status().runs.isEmpty)
        #expect(try ledger.status().sources.isEmpty)
    }

    @Test func runsComeNewestFirstAndAKilledOneHasNoEnd() throws {
        try run(at: 0) {
            $0.pages = 7
            $0.newArticles = 3
            $0.observations = 12
        }
        _ = try ledger.begin(run: RunStart(pipeline: "reform", version: "1", started: at(50)))
        let runs = try ledger.status().runs
        #expect(runs.map(\.started) == [at(50), at(0)])
        #expect(runs.map(\.finished) == [nil, at(5)])
        #expect(runs.map(\.pages) == [0, 7])
        #expect(runs.map(\.observations) == [0, 12])
        #expect(try ledger.status(runs: 1).runs.count == 1)
    }

    @Test func lastSuccessAndLastArticleOutliveAFailedRun() throws {
        try run(at: 0) { $0.newArticles = 1 }
        try run(at: 100) {
            $0.succeeded = false
            $0.trouble = "feed answers 500"
        }
        let source = try #require(try ledger.status().sources.first)
        #expect(source.lastRun == at(105))
        #expect(source.lastSuccess == at(5))
        #expect(source.lastNewArticle == at(5))
        #expect(source.trouble == "feed answers 500")
    }

    @Test func articlesNumbersAndWaitingPagesAreCounted() throws {
        _ = try ledger.remember(candidates: [candidate("a"), candidate("b"), candidate("c")], at: at(0))
        try ledger.record(visit("a", article("a", text: "có 5 và 6 hồ sơ")))
        try ledger.record(visit("b", article("b", text: "không có gì")))
        let source = try #require(try ledger.status().sources.first)
        #expect((source.articles, source.observations, source.waiting) == (2, 2, 1))
        #expect(source.observationsPerArticle == 1)
    }
}
