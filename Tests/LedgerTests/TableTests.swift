import Ledger
import Model
import Testing

/// The tables of the datasets out of a small ledger.
@Suite struct TableTests {
    let file = LedgerFile()
    let ledger: Ledger
    init() throws { ledger = try file.open() }

    private func article(_ path: String, _ text: String, source: String = "bao", published: Int64 = 0) -> ArticleRecord
    {
        var record = LedgerTests.article(path, text: text, source: source, published: published)
        for index in record.observations.indices { record.observations[index].factID = FactID("F1") }
        return record
    }

    @Test func namesAndHeadingsAreUniqueWithinATable() throws {
        for table in try ledger.view().tables() {
            #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
            #expect(Set(table.columns.map(\.labelVI)).count == table.columns.count, "\(table.name)")
            #expect(Set(table.columns.map(\.labelEN)).count == table.columns.count, "\(table.name)")
            #expect(Set(table.key).isSubset(of: table.columns.map(\.name)), "\(table.name)")
        }
    }

    @Test func observationsHaveTheColumnsOfTheDesignInOrder() throws {
        let names = """
            observation_id, fact_id, indicator_code, indicator_name_vi, indicator_name_en, area, value, unit, \
            value_text, qualifier, kind, direction, denominator, part_of, level, place_id, place_code, place_name, \
            province_code, province_name, place_id_now, period_start, period_end, period_text, period_basis, \
            stock_flow, published_at, source_id, title, url, quote, quote_start, quote_end, article_id, capture, \
            confidence, flags, catalogue_version, extractor_version
            """
        let table = try #require(try ledger.view().tables().first)
        #expect(table.columns.map(\.name).joined(separator: ", ") == names)
    }

    @Test func factsThatAreToldTwiceAgreeOrContradict() throws {
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        #expect(try ledger.rows(of: "facts").map { $0["agreement"] } == ["single"])
        try ledger.record(visit("b", article("b", "đạt 5 việc", published: 60)))
        #expect(try ledger.rows(of: "facts").map { $0["agreement"] } == ["agree"])
        #expect(try ledger.rows(of: "conflicts").isEmpty)
        try ledger.record(visit("c", article("c", "nay 6 việc", published: 90)))
        let fact = try #require(try ledger.rows(of: "facts").first)
        #expect(fact["agreement"] == "conflict")
        #expect([fact["value"], fact["value_min"], fact["value_max"], fact["articles"]] == ["6", "5", "6", "3"])
        let conflicts = try ledger.rows(of: "conflicts")
        #expect(conflicts.map { $0["value"] } == ["6", "5"])
        #expect(conflicts.map { $0["observations"] } == ["1", "2"])
    }

    @Test func coverageCountsWhatWasSeenMonthByMonth() throws {
        _ = try ledger.remember(candidates: [candidate("a"), candidate("b")], at: at(0))
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        let rows = try ledger.rows(of: "coverage")
        #expect(rows.map { $0["month"] } == ["2024-05"])
        let row = try #require(rows.first)
        #expect(
            [row["seen"], row["fetched"], row["extracted"], row["with_numbers"], row["waiting"]] == [
                "2", "1", "1", "1", "1",
            ])
    }

    @Test func wideTableHasAPlaceAndPeriodARow() throws {
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        try ledger.record(visit("b", article("b", "nay 6 việc", published: 90)))
        let rows = try ledger.rows(of: "wide")
        #expect(rows.count == 1)
        #expect(rows.first?["place_id"] == "D247")
        #expect(rows.first?["dossiers.early_rate[percent]"] == "6", "the later telling stands for the fact")
    }

    @Test(arguments: [
        ("province_code", "26", 2), ("province_code", "01", 0), ("source_id", "bao", 1),
        ("flags", "ambiguous_place", 2),
        ("flags", "ambiguous", 0), ("unit", "percent", 2),
    ])
    func conditionsChoose(_ column: String, _ value: String, _ count: Int) throws {
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        try ledger.record(visit("b", article("b", "nay 6 việc", source: "khac")))
        var selection = Selection.all
        selection.conditions = [Selection.Condition(column: column, values: [value])]
        #expect(try ledger.rows(of: "observations", selection).count == count)
        #expect(try ledger.rows(of: "articles", selection).count == count)
        #expect(try ledger.rows(of: "facts", selection).count == min(count, 1))
    }

    @Test func daysAndPatternsOfIndicatorsChoose() throws {
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        try ledger.record(visit("b", article("b", "nay 6 việc", published: 86_400)))
        var selection = Selection.all
        selection.since = CivilDate(year: 2024, month: 5, day: 17)
        #expect(try ledger.rows(of: "observations", selection).map { $0["value"] } == ["6"])
        selection = .all
        selection.until = CivilDate(year: 2024, month: 5, day: 16)
        #expect(try ledger.rows(of: "observations", selection).map { $0["value"] } == ["5"])
        selection = .all
        selection.indicators = ["dossiers.*"]
        #expect(try ledger.rows(of: "observations", selection).count == 2)
        selection.indicators = ["dossiers", "[d]ossiers.*"]
        #expect(try ledger.rows(of: "observations", selection).isEmpty)
    }

    @Test func aViewStaysAsItWasWhileOthersWrite() throws {
        try ledger.record(visit("a", article("a", "có 5 hồ sơ")))
        let view = try ledger.view()
        try ledger.record(visit("b", article("b", "nay 6 việc")))
        let table = try #require(view.tables().first)
        var rows = 0
        try view.forEachRow(of: table) { _ in rows += 1 }
        #expect(rows == 1)
    }
}
