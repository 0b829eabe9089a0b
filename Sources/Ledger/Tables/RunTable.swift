import Model

/// `runs`: when the pipeline ran, and what came of it.
enum RunTable {
    private static let selected = [
        SelectedColumn(
            TableColumn(
                "run_id", .integer, required: true, vi: "Lần chạy", en: "Run", noteVI: "Số thứ tự của lần chạy.",
                noteEN: "The number of the run."), "runs.id"),
        SelectedColumn(
            TableColumn(
                "pipeline", .code, required: true, vi: "Quy trình", en: "Pipeline", noteVI: "Tên tệp quy trình.",
                noteEN: "The pipeline that ran."), "runs.pipeline"),
        SelectedColumn(
            TableColumn(
                "program_version", .code, required: true, vi: "Phiên bản chương trình", en: "Program version",
                noteVI: "Phiên bản của chiso.", noteEN: "The version of chiso."), "runs.version"),
        SelectedColumn(
            TableColumn(
                "started", .timestamp, required: true, vi: "Bắt đầu", en: "Started", noteVI: "Lúc bắt đầu.",
                noteEN: "When it began."), time("runs.started")),
        SelectedColumn(
            TableColumn(
                "finished", .timestamp, vi: "Kết thúc", en: "Finished",
                noteVI: "Lúc kết thúc; trống nếu bị ngắt giữa chừng.", noteEN: "When it ended; empty if it was killed."),
            time("runs.finished")),
        SelectedColumn(
            TableColumn(
                "exit_code", .integer, vi: "Mã kết thúc", en: "Exit code",
                noteVI: "0 tốt, 1 hỏng, 3 hỏng một phần.", noteEN: "0 good, 1 failed, 3 partly failed."),
            "runs.exit_code"),
        sum("pages", vi: "Số trang tải", en: "Pages", noteVI: "Số trang đã hỏi.", noteEN: "Pages that were asked for."),
        sum(
            "new_articles", vi: "Số bài mới", en: "New articles", noteVI: "Số bài mới đọc được.",
            noteEN: "Articles read for the first time."),
        sum(
            "changed_articles", vi: "Số bài thay đổi", en: "Changed articles", noteVI: "Số bài đã sửa hoặc đọc lại.",
            noteEN: "Articles that changed or were read anew."),
        sum(
            "observations", vi: "Số số liệu", en: "Observations", noteVI: "Số số liệu trong các bài ấy.",
            noteEN: "Published numbers of those articles."),
        sum(
            "rejections", vi: "Số con số bị loại", en: "Rejections", noteVI: "Số con số không được công bố.",
            noteEN: "Numbers of those articles that are not published."),
        sum(
            "failed", vi: "Số trang lỗi", en: "Failed", noteVI: "Số trang không tải được.",
            noteEN: "Pages that could not be had."),
    ]

    static let table = DatasetTable(
        name: "runs", titleVI: "Các lần chạy", titleEN: "Runs", noteVI: "Mỗi dòng là một lần chạy chương trình.",
        noteEN: "One run of the program a row.", columns: selected.columns, key: ["run_id"],
        content: .query(
            TableQuery(
                sql: """
                    SELECT \(selected.list)
                    FROM runs LEFT JOIN run_sources ON run_sources.run = runs.id
                    GROUP BY runs.id ORDER BY runs.id
                    """)))

    private static func sum(_ name: String, vi: String, en: String, noteVI: String, noteEN: String) -> SelectedColumn {
        SelectedColumn(
            TableColumn(name, .integer, required: true, vi: vi, en: en, noteVI: noteVI, noteEN: noteEN),
            "coalesce(sum(run_sources.\(name)), 0)")
    }

    /// Seconds as a clock in Vietnam shows them.
    private static func time(_ column: String) -> String {
        "strftime('%Y-%m-%dT%H:%M:%S+07:00', \(column) + 25200, 'unixepoch')"
    }
}
