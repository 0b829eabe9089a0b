import Model

/// `changes`: what the last release added, corrected and withdrew.
enum ChangeTable {
    private static let selected: [SelectedColumn] = what + fact + values + evidence

    private static let what = [
        SelectedColumn(
            TableColumn(
                "release", .integer, required: true, vi: "Lần công bố", en: "Release",
                noteVI: "Số thứ tự của lần công bố.", noteEN: "The number of the release."), "changes.release"),
        SelectedColumn(
            TableColumn(
                "change", .code, required: true, vi: "Thay đổi", en: "Change",
                noteVI: "Thêm mới, sửa lại hay rút bỏ.", noteEN: "Whether a number was added, corrected or withdrawn."),
            "changes.change"),
        SelectedColumn(
            TableColumn(
                "cause", .code, required: true, vi: "Nguyên nhân", en: "Cause",
                noteVI: "Bài mới, bài được sửa, đọc lại theo quy tắc mới hay bài trùng.",
                noteEN: "A new article, a changed one, another reading of the same text, or a duplicate."),
            "changes.cause"),
    ]

    private static let fact = [
        SelectedColumn(SharedColumns.factID, "changes.fact_id"),
        SelectedColumn(SharedColumns.indicatorCode, "changes.indicator_code"),
        SelectedColumn(SharedColumns.indicatorNameVI, "changes.indicator_name_vi"),
        SelectedColumn(SharedColumns.indicatorNameEN, "changes.indicator_name_en"),
        SelectedColumn(SharedColumns.unit, "changes.unit"),
        SelectedColumn(SharedColumns.kind, "changes.kind"),
        SelectedColumn(SharedColumns.placeID, "changes.place_id"),
        SelectedColumn(SharedColumns.placeName, "changes.place_name"),
        SelectedColumn(SharedColumns.provinceCode, "changes.province_code"),
        SelectedColumn(SharedColumns.provinceName, "changes.province_name"),
        SelectedColumn(SharedColumns.periodStart, "changes.period_start"),
        SelectedColumn(SharedColumns.periodEnd, "changes.period_end"),
    ]

    private static let values = [
        SelectedColumn(
            TableColumn(
                "old_value", .decimal, vi: "Giá trị cũ", en: "Old value",
                noteVI: "Giá trị ở lần công bố trước.", noteEN: "The value of the release before."),
            "changes.old_value"),
        SelectedColumn(
            TableColumn(
                "new_value", .decimal, vi: "Giá trị mới", en: "New value",
                noteVI: "Giá trị ở lần công bố này.", noteEN: "The value of this release."), "changes.new_value"),
        SelectedColumn(
            TableColumn(
                "old_qualifier", .code, vi: "Mức độ chính xác cũ", en: "Old qualifier",
                noteVI: "Mức độ chính xác ở lần công bố trước.", noteEN: "The qualifier of the release before."),
            "changes.old_qualifier"),
        SelectedColumn(
            TableColumn(
                "new_qualifier", .code, vi: "Mức độ chính xác mới", en: "New qualifier",
                noteVI: "Mức độ chính xác ở lần công bố này.", noteEN: "The qualifier of this release."),
            "changes.new_qualifier"),
    ]

    private static let evidence = [
        SelectedColumn(
            TableColumn(
                "old_quote", .text, vi: "Câu trích dẫn cũ", en: "Old quote",
                noteVI: "Câu chứa giá trị cũ.", noteEN: "The sentence of the old value."), "changes.old_quote"),
        SelectedColumn(
            TableColumn(
                "new_quote", .text, vi: "Câu trích dẫn mới", en: "New quote",
                noteVI: "Câu chứa giá trị mới.", noteEN: "The sentence of the new value."), "changes.new_quote"),
        SelectedColumn(SharedColumns.sourceID, "changes.source"),
        SelectedColumn(SharedColumns.url, "changes.url"),
        SelectedColumn(SharedColumns.title, "changes.title"),
        SelectedColumn(SharedColumns.publishedAt, "changes.published_at"),
        SelectedColumn(
            TableColumn(
                "old_observation_id", .code, vi: "Mã số liệu cũ", en: "Old observation",
                noteVI: "Mã số liệu ở lần công bố trước.", noteEN: "The observation of the release before."),
            "changes.old_observation_id"),
        SelectedColumn(
            TableColumn(
                "new_observation_id", .code, vi: "Mã số liệu mới", en: "New observation",
                noteVI: "Mã số liệu ở lần công bố này.", noteEN: "The observation of this release."),
            "changes.new_observation_id"),
    ]

    static func table(_ selection: Selection) -> DatasetTable {
        let clause = selection.clause(on: selected.expressions)
        return DatasetTable(
            name: "changes", titleVI: "Thay đổi", titleEN: "Changes",
            noteVI: "Mỗi dòng là một số liệu được thêm, sửa hoặc rút kể từ lần công bố trước.",
            noteEN: "A number a row that was added, corrected or withdrawn since the release before.",
            columns: selected.columns, key: [],
            references: [TableReference("source_id", to: "sources", "source_id")],
            content: .query(
                TableQuery(
                    sql: """
                        SELECT \(selected.list) FROM changes
                        WHERE changes.release = (SELECT max(release) FROM changes)\(clause.sql)
                        ORDER BY changes.source, changes.published_at, changes.url, changes.ordinal
                        """, arguments: clause.arguments)))
    }
}
