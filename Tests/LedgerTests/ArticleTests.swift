import Ledger
import Model
import TestSupport
import Testing

@Suite struct ArticleTests {
    let file = LedgerFile()
    let ledger: Ledger
    init() throws { ledger = try file.open() }

    @Test func rowsComeBackAsTheyWereGiven() throws {
        var record = article("a", text: "có 98.5 và -7 hồ sơ")
        #expect(try ledger.record(visit("a", record)) == .newArticle)
        record.row.observations = 2
        record.row.rejections = 1
        #expect(try ledger.articles() == [record.row])
        #expect(try ledger.observations() == record.observations)
        #expect(try ledger.rejections() == record.rejections)
        #expect(try ledger.article(record.row.articleID) == record)
        #expect(try ledger.article(ArticleID("A0")) == nil)
    }

    @Test func sameTextAgainChangesNothing() throws {
        try ledger.record(visit("a", article("a", text: "có 5 hồ sơ")))
        let change = try ledger.record(visit("a", article("a", text: "có 5 hồ sơ", capture: "sha256:d"), seconds: 9))
        #expect(change == .none)
        #expect(try ledger.articles().map(\.capture) == ["sha256:c"])
    }

    @Test func sameTextReadAnewReplacesTheReading() throws {
        try ledger.record(visit("a", article("a", text: "có 5 hồ sơ")))
        var record = article("a", text: "có 5 hồ sơ", capture: "sha256:d")
        record.observations[0].catalogueVersion = "2"
        #expect(try ledger.record(visit("a", record, seconds: 9)) == .reread)
        #expect(try ledger.observations() == record.observations)
        #expect(try ledger.articles().map(\.version) == [1])
    }

    @Test func changedTextIsANewVersionAndTheOldOneStays() throws {
        let first = article("a", text: "có 5 hồ sơ")
        let second = article("a", text: "có 6 hồ sơ")
        try ledger.record(visit("a", first))
        #expect(try ledger.record(visit("a", second, seconds: 9)) == .newVersion)
        let row = try #require(try ledger.articles().first)
        #expect(row.version == 2)
        #expect(row.supersedes == first.row.articleID)
        #expect(try ledger.observations() == second.observations)
        #expect(try ledger.article(first.row.articleID)?.observations == first.observations)
        #expect(try ledger.article(first.row.articleID)?.text == "có 5 hồ sơ")
        #expect(try ledger.versions(of: address("a")).map(\.version) == [1, 2])
    }

    @Test func textThatComesBackIsAThirdVersion() throws {
        for (time, text) in ["một 1", "hai 2", "một 1"].enumerated() {
            try ledger.record(visit("a", article("a", text: text), seconds: Int64(time)))
        }
        let row = try #require(try ledger.articles().first)
        #expect(row.version == 3)
        #expect(row.supersedes == article("a", text: "hai 2").row.articleID)
        #expect(try ledger.articles().count == 1)
    }

    @Test func goneArticleStaysInTheDatasets() throws {
        try ledger.record(visit("a", article("a", text: "có 5 hồ sơ")))
        try ledger.record(
            PageOutcome(source: SourceID("bao"), address: address("a"), checked: at(5), result: .gone, status: 404))
        #expect(try ledger.observations().count == 1)
    }

    @Test func sameTextAtTwoAddressesIsOneArticle() throws {
        try ledger.record(visit("b", article("b", text: "có 5 hồ sơ")))
        #expect(try ledger.record(visit("a", article("a", text: "có 5 hồ sơ"))) == .alias)
        #expect(try ledger.articles().map(\.url) == [address("a")])
        #expect(try ledger.articles().map(\.aliases) == [[address("b")]])
        #expect(try ledger.observations().count == 1)
    }

    @Test func ownAddressOfAPageWinsOverTheSmallest() throws {
        try ledger.record(visit("a-print", article("a-print", text: "có 5 hồ sơ", canonical: "z")))
        try ledger.record(visit("z", article("z", text: "có 5 hồ sơ")))
        #expect(try ledger.articles().map(\.url) == [address("z")])
        #expect(try ledger.articles().map(\.aliases) == [[address("a-print")]])
    }

    @Test func sameOwnAddressAndTitleIsOneArticleThoughTheTextDiffers() throws {
        try ledger.record(visit("z?print", article("z?print", text: "in: 5", canonical: "z")))
        try ledger.record(visit("z", article("z", text: "có 5 hồ sơ")))
        #expect(try ledger.articles().map(\.textDigest) == ["sha256:có 5 hồ sơ"])
    }

    @Test func frontPageNamedAsOwnAddressDoesNotJoinArticles() throws {
        try ledger.record(visit("a", article("a", text: "có 5", title: "Một", canonical: "")))
        try ledger.record(visit("b", article("b", text: "có 6", title: "Hai", canonical: "")))
        #expect(try ledger.articles().count == 2)
    }

    @Test func sameTextInTwoSourcesIsTwoArticles() throws {
        try ledger.record(visit("a", article("a", text: "có 5 hồ sơ")))
        try ledger.record(visit("b", article("b", text: "có 5 hồ sơ", source: "khac")))
        #expect(try ledger.articles().count == 2)
    }

    @Test func aliasesStayTogetherWhenOneChangesFirst() throws {
        for path in ["a", "b"] { try ledger.record(visit(path, article(path, text: "có 5"))) }
        try ledger.record(visit("b", article("b", text: "có 6"), seconds: 5))
        #expect(try ledger.articles().map(\.textDigest) == ["sha256:có 6"])
        try ledger.record(visit("a", article("a", text: "có 6"), seconds: 6))
        #expect(try ledger.articles().map(\.url) == [address("a")])
        #expect(try ledger.articles().map(\.version) == [2])
    }

    @Test func rowsAreOrderedBySourceTimeArticleAndPlace() throws {
        try ledger.record(visit("c", article("c", text: "3 và 4", source: "b", published: 1)))
        try ledger.record(visit("b", article("b", text: "2", source: "a", published: 9)))
        try ledger.record(visit("a", article("a", text: "1", source: "a", published: 2)))
        #expect(try ledger.observations().map(\.value) == [1, 2, 3, 4])
    }

    /// Pages that share texts, own addresses and titles in every way, fetched in a dozen orders.
    @Test func orderOfFetchingHasNoInfluence() throws {
        var visits: [PageOutcome] = []
        for number in 0..<24 {
            let canonical = number.isMultiple(of: 5) ? "p\(number / 2)" : nil
            visits.append(
                visit(
                    "p\(number)",
                    article(
                        "p\(number)", text: "có \(number % 9) hồ sơ", title: "Tin \(number % 4)", canonical: canonical,
                        source: number < 18 ? "bao" : "khac", published: Int64(number % 3))))
        }
        let expected = try datasets(after: visits)
        #expect(expected.articles.count < 24)
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<12 {
            let found = try datasets(after: visits.shuffled(using: &generator))
            #expect(found.articles == expected.articles)
            #expect(found.observations == expected.observations)
            #expect(found.rejections == expected.rejections)
        }
    }

    private func datasets(
        after visits: [PageOutcome]
    ) throws -> (articles: [ArticleRow], observations: [ObservationRow], rejections: [RejectionRow]) {
        let file = LedgerFile()
        let ledger = try file.open()
        for visit in visits { try ledger.record(visit) }
        return (try ledger.articles(), try ledger.observations(), try ledger.rejections())
    }
}
