import GRDB
import Model

/// `wide`: places and periods down, indicators across; made for a pivot table or a chart.
///
/// A cell is the best telling (`Telling.isBetter`) of what one indicator reached at one place in one period, in one
/// unit. Changes, targets and forecasts, parts of totals, and numbers without place or time are left out: they would
/// stand in the same column as what they must not be mixed with.
enum WideTable {
    private static let placed: [SelectedColumn] = [
        SelectedColumn(SharedColumns.provinceCode, "observations.province_code"),
        SelectedColumn(SharedColumns.provinceName, "observations.province_name"),
        SelectedColumn(SharedColumns.level, "observations.place_level"),
        SelectedColumn(SharedColumns.placeID, "observations.place_id"),
        SelectedColumn(SharedColumns.placeCode, "observations.place_code"),
        SelectedColumn(SharedColumns.placeName, "observations.place_name"),
        SelectedColumn(SharedColumns.placeIDNow, "observations.place_id_now"),
        SelectedColumn(SharedColumns.periodStart, "observations.period_start"),
        SelectedColumn(SharedColumns.periodEnd, "observations.period_end"),
    ]

    /// Rows are told apart by these.
    private static let key = [
        SharedColumns.placeID, SharedColumns.placeName, SharedColumns.periodStart, SharedColumns.periodEnd,
    ]
    .map(\.name)

    static func table(_ view: LedgerView, _ selection: Selection) throws -> DatasetTable {
        let wide = WideReader(view: view, clause: clause(selection))
        let measures = try wide.measures()
        return DatasetTable(
            name: "wide", titleVI: "Bảng rộng", titleEN: "Wide table",
            noteVI:
                "Mỗi dòng là một địa bàn trong một kỳ, mỗi cột là một chỉ số; giá trị đáng tin nhất của kết quả đạt được.",
            noteEN: "A place in a period a row, an indicator a column; the best telling of what was reached.",
            columns: placed.columns + measures.map(\.column), key: key,
            content: .rows { sink in try wide.rows(of: placed, measures, sink) })
    }

    private static func clause(_ selection: Selection) -> Selection.Clause {
        var clause =
            selection.clause(onSeconds: "articles.published")
            + selection.clause(on: ObservationTable.selected.expressions)
        clause.add("observations.kind = 'level' AND observations.direction IS NULL", [])
        clause.add("observations.part_of IS NULL AND observations.place_id IS NOT NULL", [])
        clause.add("observations.period_end IS NOT NULL AND observations.indicator_code IS NOT NULL", [])
        return clause
    }
}

/// One column of the wide table: an indicator in one unit.
struct WideMeasure: Hashable {
    let indicator: String
    let unit: String
    let nameVI: String
    let nameEN: String

    var column: TableColumn {
        TableColumn(
            "\(indicator)[\(unit)]", .decimal, vi: "\(nameVI) (\(Vocabulary.vietnamese(unit: unit)))",
            en: "\(nameEN) (\(unit.replacing("_", with: " ")))", noteVI: "Chỉ số \(indicator).",
            noteEN: "The indicator \(indicator).")
    }
}

/// Reads the wide table place by place: only the tellings of one place and period are in memory at a time.
struct WideReader {
    let view: LedgerView
    let clause: Selection.Clause

    private var source: String {
        """
        FROM observations CROSS JOIN articles ON articles.id = \(StoredNumber.article(of: "observations"))
        WHERE articles.is_published = 1\(clause.sql)
        """
    }

    /// The columns, by code and unit.
    func measures() throws -> [WideMeasure] {
        var measures: [WideMeasure] = []
        let sql = """
            SELECT indicator_code, unit, max(indicator_name_vi), max(indicator_name_en) \(source)
            GROUP BY indicator_code, unit ORDER BY indicator_code, unit
            """
        try view.forEachResult(TableQuery(sql: sql, arguments: clause.arguments), doing: "Reading wide") { row in
            var reader = RowReader(row)
            measures.append(
                WideMeasure(
                    indicator: try reader.text(), unit: try reader.text(), nameVI: try reader.text(),
                    nameEN: try reader.text()))
        }
        return measures
    }

    func rows(of placed: [SelectedColumn], _ measures: [WideMeasure], _ sink: ([Cell]) throws -> Void) throws {
        let places = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ("\($1.indicator)\n\($1.unit)", $0) })
        var common: [Cell] = []
        var best = [Telling?](repeating: nil, count: measures.count)
        func finish() throws {
            guard !common.isEmpty else { return }
            try sink(common + best.map { $0.map { .decimal($0.value) } ?? .empty })
            best = [Telling?](repeating: nil, count: measures.count)
        }
        try view.forEachResult(query(placed), doing: "Reading wide") { row in
            let cells = try placed.indices.map { try StoredCell.read(row, $0, placed[$0].column.kind) }
            if cells != common {
                try finish()
                common = cells
            }
            var reader = RowReader(row, from: placed.count)
            let name = "\(try reader.text())\n\(try reader.text())"
            let telling = try Telling(&reader)
            guard let index = places[name] else { return }
            if best[index].map({ Telling.isBetter(telling, $0) }) ?? true { best[index] = telling }
        }
        try finish()
    }

    private func query(_ placed: [SelectedColumn]) -> TableQuery {
        TableQuery(
            sql: """
                SELECT \(placed.list), observations.indicator_code, observations.unit, \(Telling.columnList) \(source)
                ORDER BY \((1...placed.count).map(String.init).joined(separator: ", "))
                """, arguments: clause.arguments)
    }
}
