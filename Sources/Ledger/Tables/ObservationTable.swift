import Model

/// `observations`: one published number a row.
enum ObservationTable {
    static let selected: [SelectedColumn] = what + howMuch + whereAndWhen + evidence

    private static let what = [
        SelectedColumn(
            TableColumn(
                "observation_id", .code, required: true, vi: "Mã số liệu", en: "Observation",
                noteVI: "Mã của số liệu, tính từ bài, vị trí và chỉ số.",
                noteEN: "The number's name, made from article, position and indicator."),
            "observations.observation_id"),
        SelectedColumn(SharedColumns.factID, "observations.fact_id"),
        SelectedColumn(SharedColumns.indicatorCode, "observations.indicator_code"),
        SelectedColumn(SharedColumns.indicatorNameVI, "observations.indicator_name_vi"),
        SelectedColumn(SharedColumns.indicatorNameEN, "observations.indicator_name_en"),
        SelectedColumn(SharedColumns.area, "observations.area"),
    ]

    private static let howMuch = [
        SelectedColumn(SharedColumns.value, "observations.value"),
        SelectedColumn(SharedColumns.unit, "observations.unit"),
        SelectedColumn(
            TableColumn(
                "value_text", .text, required: true, vi: "Nguyên văn giá trị", en: "Value as printed",
                noteVI: "Con số như bài viết, chưa kèm đơn vị tính.",
                noteEN: "The number as the article has it, without its unit."),
            "observations.value_text"),
        SelectedColumn(SharedColumns.qualifier, "observations.qualifier"),
        SelectedColumn(SharedColumns.kind, "observations.kind"),
        SelectedColumn(SharedColumns.direction, "observations.direction"),
        SelectedColumn(SharedColumns.denominator, "observations.denominator"),
        SelectedColumn(
            TableColumn(
                "part_of", .code, vi: "Thuộc tổng số", en: "Part of",
                noteVI: "Mã số liệu của tổng số mà con số này là một phần.",
                noteEN: "The observation of the total that this number is a part of."),
            "observations.part_of"),
    ]

    private static let whereAndWhen = [
        SelectedColumn(SharedColumns.level, "observations.place_level"),
        SelectedColumn(SharedColumns.placeID, "observations.place_id"),
        SelectedColumn(SharedColumns.placeCode, "observations.place_code"),
        SelectedColumn(SharedColumns.placeName, "observations.place_name"),
        SelectedColumn(SharedColumns.provinceCode, "observations.province_code"),
        SelectedColumn(SharedColumns.provinceName, "observations.province_name"),
        SelectedColumn(SharedColumns.placeIDNow, "observations.place_id_now"),
        SelectedColumn(SharedColumns.periodStart, "observations.period_start"),
        SelectedColumn(SharedColumns.periodEnd, "observations.period_end"),
        SelectedColumn(
            TableColumn(
                "period_text", .text, vi: "Nguyên văn kỳ số liệu", en: "Period as printed",
                noteVI: "Từ ngữ trong bài cho biết kỳ số liệu.", noteEN: "The words of the text that give the period."),
            "observations.period_text"),
        SelectedColumn(
            TableColumn(
                "period_basis", .code, required: true, vi: "Căn cứ xác định kỳ", en: "Period basis",
                noteVI: "Kỳ số liệu được nêu rõ, suy ra hay không có.",
                noteEN: "Whether the period is stated, worked out or not given."),
            "observations.period_basis"),
        SelectedColumn(SharedColumns.stockFlow, "observations.stock_flow"),
    ]

    private static let evidence = [
        SelectedColumn(SharedColumns.publishedAt, "articles.published_at"),
        SelectedColumn(SharedColumns.sourceID, "articles.source"),
        SelectedColumn(SharedColumns.title, "articles.title"),
        SelectedColumn(SharedColumns.url, "articles.url"),
        SelectedColumn(SharedColumns.quote, "observations.quote"),
        SelectedColumn(SharedColumns.quoteStart, "observations.quote_start"),
        SelectedColumn(SharedColumns.quoteEnd, "observations.quote_end"),
        SelectedColumn(SharedColumns.articleID, "articles.article_id"),
        SelectedColumn(
            TableColumn(
                "capture", .code, required: true, vi: "Bản lưu trang gốc", en: "Capture",
                noteVI: "Mã băm của trang gốc trong kho lưu trữ.",
                noteEN: "The digest of the page's bytes in the archive."),
            "articles.capture_digest"),
        SelectedColumn(
            TableColumn(
                "confidence", .integer, required: true, vi: "Độ tin cậy (%)", en: "Confidence (%)",
                noteVI: "Mức chắc chắn của việc đọc, từ 0 đến 100; không phải độ đúng của tin.",
                noteEN: "How sure the reading is, 0 to 100; not how true the news is."),
            "observations.confidence"),
        SelectedColumn(
            TableColumn(
                "flags", .list, vi: "Lưu ý", en: "Flags",
                noteVI: "Những điều cần biết trước khi dùng số liệu.",
                noteEN: "What an analyst should know before using the number."),
            "observations.flags"),
        SelectedColumn(
            TableColumn(
                "catalogue_version", .code, required: true, vi: "Phiên bản danh mục", en: "Catalogue version",
                noteVI: "Phiên bản và mã băm của danh mục chỉ số và đơn vị hành chính.",
                noteEN: "The version and digest of the catalogue of indicators and the gazetteer."),
            "observations.catalogue_version"),
        SelectedColumn(SharedColumns.extractorVersion, "articles.extractor_version"),
    ]

    static func table(_ selection: Selection) -> DatasetTable {
        let clause =
            selection.clause(onSeconds: "articles.published") + selection.clause(on: selected.expressions)
        return DatasetTable(
            name: "observations", titleVI: "Số liệu", titleEN: "Observations",
            noteVI: "Mỗi dòng là một số liệu kèm câu chứa nó.",
            noteEN: "One number a row, with the sentence that it came from.", columns: selected.columns,
            key: ["observation_id"],
            references: [
                TableReference("article_id", to: "articles", "article_id"),
                TableReference("source_id", to: "sources", "source_id"),
                TableReference("fact_id", to: "facts", "fact_id"),
            ],
            content: .query(
                TableQuery(
                    sql: """
                        SELECT \(selected.list)
                        FROM articles \(StoredNumber.join("observations"))
                        WHERE articles.is_published = 1\(clause.sql)
                        ORDER BY \(ArticleTable.order), observations.id
                        """, arguments: clause.arguments)))
    }
}
