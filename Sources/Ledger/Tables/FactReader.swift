import FoundationEssentials
import GRDB
import Model

/// Reads facts one after the other with their tellings, in the order of indicator, place, period and name, which the
/// index `observations_as_facts` has: only the tellings of one fact are in memory at a time.
struct FactReader {
    let view: LedgerView
    let selection: Selection

    /// What all tellings of a fact have in common.
    static let common: [SelectedColumn] = [
        SelectedColumn(SharedColumns.factID, "observations.fact_id"),
        SelectedColumn(SharedColumns.indicatorCode, "observations.indicator_code"),
        SelectedColumn(SharedColumns.indicatorNameVI, "observations.indicator_name_vi"),
        SelectedColumn(SharedColumns.indicatorNameEN, "observations.indicator_name_en"),
        SelectedColumn(SharedColumns.area, "observations.area"),
        SelectedColumn(SharedColumns.unit, "observations.unit"),
        SelectedColumn(SharedColumns.kind, "observations.kind"),
        SelectedColumn(SharedColumns.direction, "observations.direction"),
        SelectedColumn(SharedColumns.denominator, "observations.denominator"),
        SelectedColumn(SharedColumns.level, "observations.place_level"),
        SelectedColumn(SharedColumns.placeID, "observations.place_id"),
        SelectedColumn(SharedColumns.placeCode, "observations.place_code"),
        SelectedColumn(SharedColumns.placeName, "observations.place_name"),
        SelectedColumn(SharedColumns.provinceCode, "observations.province_code"),
        SelectedColumn(SharedColumns.provinceName, "observations.province_name"),
        SelectedColumn(SharedColumns.placeIDNow, "observations.place_id_now"),
        SelectedColumn(SharedColumns.periodStart, "observations.period_start"),
        SelectedColumn(SharedColumns.periodEnd, "observations.period_end"),
        SelectedColumn(SharedColumns.stockFlow, "observations.stock_flow"),
    ]

    private static let order = [
        "observations.indicator_code", "observations.place_id", "observations.period_start", "observations.period_end",
        "observations.fact_id",
    ]

    /// Every fact that one of the selected observations tells.
    func forEachFact(_ body: (ToldFact) throws -> Void) throws {
        var common: [Cell] = []
        var tellings: [Telling] = []
        func finish() throws {
            if let fact = ToldFact(common: common, tellings: tellings) { try body(fact) }
            tellings.removeAll(keepingCapacity: true)
        }
        try view.forEachResult(query, doing: "Reading facts") { row in
            let width = FactReader.common.count
            if tellings.isEmpty || row[0] as String? != FactReader.name(common) {
                try finish()
                common = try FactReader.common.indices.map {
                    try StoredCell.read(row, $0, FactReader.common[$0].column.kind)
                }
            }
            var reader = RowReader(row, from: width)
            tellings.append(try Telling(&reader))
        }
        try finish()
    }

    private static func name(_ common: [Cell]) -> String? {
        if case .text(let name)? = common.first { name } else { nil }
    }

    var query: TableQuery {
        let clause =
            selection.clause(onSeconds: "articles.published")
            + selection.clause(on: ObservationTable.selected.expressions)
        let list = FactReader.common.list + ", " + Telling.columnList
        return TableQuery(
            sql: """
                SELECT \(list)
                FROM observations INDEXED BY observations_as_facts
                CROSS JOIN articles ON articles.id = \(StoredNumber.article(of: "observations"))
                WHERE observations.fact_id IS NOT NULL AND articles.is_published = 1\(clause.sql)
                ORDER BY \(FactReader.order.joined(separator: ", "))
                """, arguments: clause.arguments)
    }
}

extension Telling {
    /// What `init(_:)` reads.
    static let columnList = """
        observations.observation_id, observations.value, observations.qualifier, observations.confidence,
        articles.published, articles.published_offset, articles.source, articles.article_id, articles.url,
        observations.quote, observations.value_start
        """

    init(_ reader: inout RowReader) throws {
        observation = try reader.text()
        value = try reader.decimal()
        qualifier = try reader.term()
        confidence = try reader.integer()
        publishedAt = reader.optionalLocalTime()
        source = try reader.text()
        article = try reader.text()
        url = try reader.text()
        quote = try reader.text()
        position = try reader.integer()
    }
}
