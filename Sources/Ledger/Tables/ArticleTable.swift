import Model

/// `articles`: the newest version of every article, with or without numbers.
enum ArticleTable {
    /// The published order, which the index `articles_as_published` has; the row id tells SQLite that nothing is left
    /// to sort.
    static let order = "articles.source, articles.published, articles.article_id, articles.id"

    static let selected: [SelectedColumn] = identity + content + figures

    private static let identity = [
        SelectedColumn(SharedColumns.articleID, "articles.article_id"),
        SelectedColumn(
            TableColumn(
                "version", .integer, required: true, vi: "Phiên bản", en: "Version",
                noteVI: "1 là văn bản đầu tiên thấy ở địa chỉ này, 2 là lần sửa đầu tiên.",
                noteEN: "1 for the text first seen at this address, 2 for its first change, and so on."),
            "articles.version"),
        SelectedColumn(
            TableColumn(
                "supersedes", .code, vi: "Thay cho bản", en: "Supersedes",
                noteVI: "Mã bài của bản trước.", noteEN: "The version that this one replaced."),
            "articles.supersedes"),
        SelectedColumn(SharedColumns.sourceID, "articles.source"),
        SelectedColumn(
            TableColumn(
                "source_name", .text, vi: "Tên nguồn tin", en: "Source name",
                noteVI: "Tên thường gọi của nguồn tin.", noteEN: "The source as people know it."),
            "articles.source_name"),
        SelectedColumn(SharedColumns.url, "articles.url"),
        SelectedColumn(
            TableColumn(
                "aliases", .list, vi: "Địa chỉ khác", en: "Other addresses",
                noteVI: "Những địa chỉ khác của cùng bài.", noteEN: "Other addresses of the same article."),
            "articles.aliases"),
    ]

    private static let content = [
        SelectedColumn(SharedColumns.title, "articles.title"),
        SelectedColumn(
            TableColumn(
                "author", .list, vi: "Tác giả", en: "Author", noteVI: "Tác giả ghi trong bài.",
                noteEN: "The authors that the page names."),
            "articles.authors"),
        SelectedColumn(SharedColumns.publishedAt, "articles.published_at"),
        SelectedColumn(
            TableColumn(
                "published_from", .code, vi: "Nguồn thời điểm đăng", en: "Published read from",
                noteVI: "Phần của trang cho biết thời điểm đăng.", noteEN: "Where the time of publication was read."),
            "articles.published_from"),
        SelectedColumn(
            TableColumn(
                "modified_at", .timestamp, vi: "Thời điểm sửa", en: "Modified",
                noteVI: "Thời điểm sửa bài do trang công bố.", noteEN: "When the article changed, as the page tells it."
            ),
            "articles.modified_at"),
        SelectedColumn(
            TableColumn(
                "section", .text, vi: "Chuyên mục", en: "Section", noteVI: "Chuyên mục của trang.",
                noteEN: "The section of the site."), "articles.section"),
        SelectedColumn(
            TableColumn(
                "language", .code, vi: "Ngôn ngữ", en: "Language", noteVI: "Mã ngôn ngữ do trang công bố.",
                noteEN: "The language that the page declares."), "articles.language"),
        SelectedColumn(
            TableColumn(
                "lead", .text, vi: "Sapô", en: "Lead", noteVI: "Đoạn mở đầu của bài.",
                noteEN: "The opening paragraph."), "articles.lead"),
    ]

    private static let figures = [
        SelectedColumn(
            TableColumn(
                "words", .integer, required: true, vi: "Số từ", en: "Words",
                noteVI: "Số từ của văn bản, tách theo khoảng trắng.",
                noteEN: "Words of the text, by white space."), "articles.words"),
        SelectedColumn(
            TableColumn(
                "observations", .integer, required: true, vi: "Số liệu công bố", en: "Observations",
                noteVI: "Số số liệu của bài được công bố.", noteEN: "How many of its numbers are published."),
            "articles.observations"),
        SelectedColumn(
            TableColumn(
                "rejections", .integer, required: true, vi: "Số liệu bị loại", en: "Rejections",
                noteVI: "Số con số của bài không được công bố.", noteEN: "How many of its numbers are not."),
            "articles.rejections"),
        SelectedColumn(
            TableColumn(
                "capture", .code, required: true, vi: "Bản lưu trang gốc", en: "Capture",
                noteVI: "Mã băm của trang gốc trong kho lưu trữ.",
                noteEN: "The digest of the page's bytes in the archive."), "articles.capture_digest"),
        SelectedColumn(
            TableColumn(
                "text_digest", .code, required: true, vi: "Mã băm văn bản", en: "Text digest",
                noteVI: "Mã băm của văn bản đã tách khỏi trang.", noteEN: "The digest of the article's text."),
            "articles.text_digest"),
        SelectedColumn(SharedColumns.extractorVersion, "articles.extractor_version"),
    ]

    static func table(_ selection: Selection) -> DatasetTable {
        let clause =
            selection.clause(onSeconds: "articles.published")
            + selection.clause(on: [SharedColumns.sourceID.name: "articles.source"]) + numbers(selection)
        return DatasetTable(
            name: "articles", titleVI: "Bài viết", titleEN: "Articles",
            noteVI: "Mỗi dòng là bản mới nhất của một bài, có hay không có số liệu.",
            noteEN: "The newest version of an article a row, with or without numbers.", columns: selected.columns,
            key: ["article_id"], references: [TableReference("source_id", to: "sources", "source_id")],
            content: .query(
                TableQuery(
                    sql: """
                        SELECT \(selected.list) FROM articles WHERE articles.is_published = 1\(clause.sql)
                        ORDER BY \(order)
                        """, arguments: clause.arguments)))
    }

    /// Where numbers are chosen, an article needs one of them.
    private static func numbers(_ selection: Selection) -> Selection.Clause {
        guard selection.choosesNumbers else { return Selection.Clause() }
        let chosen = selection.clause(on: ObservationTable.selected.expressions)
        return Selection.Clause(
            sql: """
                 AND EXISTS (SELECT 1 FROM observations
                 WHERE \(StoredNumber.condition("observations"))\(chosen.sql))
                """, arguments: chosen.arguments)
    }
}
