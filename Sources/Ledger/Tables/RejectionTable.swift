import Model

/// `rejections`: numbers that are not published, and why.
enum RejectionTable {
    private static let selected = [
        SelectedColumn(SharedColumns.articleID, "articles.article_id"),
        SelectedColumn(SharedColumns.sourceID, "articles.source"),
        SelectedColumn(SharedColumns.url, "articles.url"),
        SelectedColumn(SharedColumns.title, "articles.title"),
        SelectedColumn(SharedColumns.publishedAt, "articles.published_at"),
        SelectedColumn(
            TableColumn(
                "value_text", .text, required: true, vi: "Nguyên văn", en: "As printed", noteVI: "Con số như bài viết.",
                noteEN: "The number as the article has it."), "rejections.value_text"),
        SelectedColumn(
            TableColumn(
                "reason", .code, required: true, vi: "Lý do loại", en: "Reason",
                noteVI: "Vì sao con số không được công bố.", noteEN: "Why the number is not published."),
            "rejections.reason"),
        SelectedColumn(
            TableColumn(
                "detail", .text, vi: "Chi tiết", en: "Detail", noteVI: "Dấu hiệu dẫn đến lý do loại.",
                noteEN: "What led to the reason."), "rejections.detail"),
        SelectedColumn(SharedColumns.quote, "rejections.quote"),
        SelectedColumn(SharedColumns.quoteStart, "rejections.quote_start"),
        SelectedColumn(SharedColumns.quoteEnd, "rejections.quote_end"),
        SelectedColumn(SharedColumns.extractorVersion, "articles.extractor_version"),
    ]

    static func table(_ selection: Selection) -> DatasetTable {
        let clause =
            selection.clause(onSeconds: "articles.published")
            + selection.clause(on: [SharedColumns.sourceID.name: "articles.source"])
        return DatasetTable(
            name: "rejections", titleVI: "Số liệu bị loại", titleEN: "Rejections",
            noteVI: "Mỗi dòng là một con số không được công bố, kèm lý do.",
            noteEN: "A number that is not published a row, with the reason.", columns: selected.columns, key: [],
            references: [TableReference("article_id", to: "articles", "article_id")],
            content: .query(
                TableQuery(
                    sql: """
                        SELECT \(selected.list)
                        FROM articles \(StoredNumber.join("rejections"))
                        WHERE articles.is_published = 1\(clause.sql)
                        ORDER BY \(ArticleTable.order), rejections.id
                        """, arguments: clause.arguments)))
    }
}
