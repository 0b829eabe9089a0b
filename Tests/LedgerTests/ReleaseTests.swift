import Ledger
import Model
import Testing

/// What `changes` tells between one release and the next.
@Suite struct ReleaseTests {
    let file = LedgerFile()
    let ledger: Ledger
    init() throws { ledger = try file.open() }

    private func release() throws {
        try ledger.prepareRelease()
        try ledger.finishRelease()
    }

    private func told() throws -> [String] {
        try ledger.rows(of: "changes").map { row in
            [row["change"], row["cause"], row["old_value"], row["new_value"]].map { $0 ?? "" }.joined(separator: " ")
        }
    }

    /// An article whose numbers are facts of their own, named by their place in the text.
    private func article(_ path: String, _ text: String, capture: String = "sha256:c") -> ArticleRecord {
        var record = LedgerTests.article(path, text: text, capture: capture)
        for index in record.observations.indices { record.observations[index].factID = FactID("F-\(path)-\(index)") }
        return record
    }

    @Test func theFirstReleaseIsWhereCountingBegins() throws {
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        try release()
        #expect(try told().isEmpty)
    }

    @Test func aNewArticleAddsItsNumbers() throws {
        try release()
        try ledger.record(visit("a", article("a", "có 5 và 7 hồ sơ")))
        try release()
        #expect(try told() == ["added new_article  5", "added new_article  7"])
        #expect(try ledger.rows(of: "changes").first?["new_quote"] == "câu")
    }

    @Test func aChangedArticleCorrectsAddsAndWithdraws() throws {
        try ledger.record(visit("a", article("a", "có 5 và 7 hồ sơ")))
        try release()
        try ledger.record(visit("a", article("a", "có 6 hồ sơ"), seconds: 9))
        try release()
        #expect(try told() == ["corrected new_version 5 6", "withdrawn new_version 7 "])
    }

    @Test func anotherReadingOfTheSameTextSaysSo() throws {
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        try release()
        var record = article("a", "có 5 hồ sơ")
        record.observations[0].value = 50
        record.observations[0].catalogueVersion = "2"
        try ledger.record(visit("a", record, seconds: 9))
        try release()
        #expect(try told() == ["corrected reread 5 50"])
        #expect(try ledger.observations().map(\.value) == [50])
    }

    @Test func aReadingThatTellsTheSameChangesNothing() throws {
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        try release()
        var record = article("a", "có 5 hồ sơ")
        record.observations[0].catalogueVersion = "2"
        try ledger.record(visit("a", record, seconds: 9))
        try release()
        #expect(try told().isEmpty)
    }

    @Test func withoutNewsTheLastReleaseGoesOnBeingTold() throws {
        try release()
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        try release()
        let before = try ledger.rows(of: "changes")
        try release()
        #expect(try ledger.rows(of: "changes") == before)
        #expect(before.count == 1)
    }

    @Test func aReleaseThatWasCutOffIsToldByTheNextRun() throws {
        try release()
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        try ledger.prepareRelease()
        let cutOff = try told()
        try ledger.record(visit("b", article("b", "có 8 văn bản")))
        try release()
        #expect(cutOff == ["added new_article  5"])
        #expect(try told() == ["added new_article  5", "added new_article  8"])
    }

    @Test func anArticleThatTurnsOutToBeADuplicateIsWithdrawnAsSuch() throws {
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        try ledger.record(visit("b", article("b", "có 5 và 7 hồ sơ")))
        try release()
        try ledger.record(visit("b", article("b", "có 5 hồ sơ"), seconds: 9))
        try release()
        #expect(try ledger.articles().count == 1)
        #expect(try told().allSatisfy { $0.hasPrefix("withdrawn duplicate") })
        #expect(try told().count == 2)
    }
}
