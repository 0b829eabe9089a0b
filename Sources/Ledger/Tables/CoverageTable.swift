import GRDB
import Model

/// `coverage`: how much was read of each source in each month, so that absence is not taken for zero.
///
/// A page belongs to the month in which its article was published, else to the one that a feed or sitemap told, else
/// to the one in which it was found; months are those of Vietnam. A source has a row for each month from its first
/// page to its last successful run.
enum CoverageTable {
    private static let columns: [TableColumn] = [
        SharedColumns.sourceID,
        TableColumn(
            "month", .code, required: true, vi: "Tháng", en: "Month", noteVI: "Tháng đăng bài, 2024-05.",
            noteEN: "The month of publication, 2024-05."),
        TableColumn(
            "seen", .integer, required: true, vi: "Số trang thấy", en: "Seen",
            noteVI: "Số địa chỉ đã biết.", noteEN: "Addresses that became known."),
        TableColumn(
            "fetched", .integer, required: true, vi: "Số trang tải được", en: "Fetched",
            noteVI: "Số trang đã tải được.", noteEN: "Pages that were had."),
        TableColumn(
            "extracted", .integer, required: true, vi: "Số trang đọc được bài", en: "Extracted",
            noteVI: "Số trang có bài đọc được.", noteEN: "Pages that an article was read from."),
        TableColumn(
            "articles", .integer, required: true, vi: "Số bài", en: "Articles",
            noteVI: "Số bài khác nhau, các địa chỉ của một bài tính một lần.",
            noteEN: "Different articles: all addresses of one are counted once."),
        TableColumn(
            "with_numbers", .integer, required: true, vi: "Số bài có số liệu", en: "With numbers",
            noteVI: "Số bài có ít nhất một số liệu công bố.", noteEN: "Articles with at least one observation."),
        TableColumn(
            "observations", .integer, required: true, vi: "Số số liệu", en: "Observations",
            noteVI: "Số số liệu công bố.", noteEN: "Published numbers."),
        TableColumn(
            "rejections", .integer, required: true, vi: "Số con số bị loại", en: "Rejections",
            noteVI: "Số con số không được công bố.", noteEN: "Numbers that are not published."),
        TableColumn(
            "failed", .integer, required: true, vi: "Số trang lỗi", en: "Failed",
            noteVI: "Số trang không tải được hoặc đã bị gỡ.", noteEN: "Pages that could not be had, or are gone."),
        TableColumn(
            "refused", .integer, required: true, vi: "Số trang không được phép", en: "Refused",
            noteVI: "Số trang mà robots.txt không cho tải.", noteEN: "Pages that robots.txt does not let us fetch."),
        TableColumn(
            "waiting", .integer, required: true, vi: "Số trang đang chờ", en: "Waiting",
            noteVI: "Số trang chưa tải.", noteEN: "Pages that were not asked for yet."),
        TableColumn(
            "silent_days", .integer, required: true, vi: "Số ngày im lặng", en: "Silent days",
            noteVI: "Số ngày không thấy bài nào, tính từ bài đầu tiên đến lần chạy thành công gần nhất.",
            noteEN: "Days without an article, from the source's first one to its last successful run."),
    ]

    static func table(_ view: LedgerView, _ selection: Selection) -> DatasetTable {
        DatasetTable(
            name: "coverage", titleVI: "Độ bao phủ", titleEN: "Coverage",
            noteVI: "Mỗi dòng là một tháng của một nguồn tin: đã thấy, đã tải và đã đọc được bao nhiêu.",
            noteEN: "A month of a source a row: how much was seen, fetched and read.", columns: columns,
            key: ["source_id", "month"], references: [TableReference("source_id", to: "sources", "source_id")],
            content: .rows { sink in
                for source in try read(view, selection) {
                    for row in source.rows() where row.isWithin(selection) { try sink(row.cells) }
                }
            })
    }

    private static func read(_ view: LedgerView, _ selection: Selection) throws -> [SourceCoverage] {
        let clause = selection.clause(on: [SharedColumns.sourceID.name: "pages.source"])
        let query = TableQuery(sql: counts.replacing("/*selected*/", with: clause.sql), arguments: clause.arguments)
        var sources: [SourceCoverage] = []
        try view.forEachResult(query, doing: "Reading coverage") { row in
            var reader = RowReader(row)
            let source = try reader.text()
            let lastSuccess = reader.optionalTime()
            let month = try CoverageMonth(&reader)
            if sources.last?.source != source {
                sources.append(SourceCoverage(source: source, lastSuccess: lastSuccess?.vietnamDate))
            }
            sources[sources.count - 1].months.append(month)
        }
        return sources
    }

    /// One row for each month that a source has pages of, by source and month.
    private static let counts = """
        WITH visited AS (
            SELECT pages.source AS source, pages.state AS state, articles.id AS article, articles.is_published AS shown,
                articles.observations AS observations, articles.rejections AS rejections,
                date(articles.published + 25200, 'unixepoch') AS day,
                date(coalesce(articles.published, pages.announced_published, pages.discovered) + 25200, 'unixepoch')
                    AS counted_on
            FROM pages LEFT JOIN articles ON articles.page = pages.id AND articles.is_newest = 1
            WHERE 1/*selected*/
        )
        SELECT source, sources.last_success_at, substr(counted_on, 1, 7) AS month,
            count(*), sum(state IN ('article', 'not_an_article')), count(article), sum(coalesce(shown, 0)),
            sum(coalesce(shown, 0) AND observations > 0), sum(iif(shown, observations, 0)),
            sum(iif(shown, rejections, 0)), sum(state IN ('failed', 'gone')), sum(state = 'disallowed'),
            sum(state = 'new'), count(DISTINCT iif(shown, day, NULL)), min(iif(shown, day, NULL)),
            max(iif(shown, day, NULL))
        FROM visited LEFT JOIN sources ON sources.id = visited.source
        WHERE counted_on IS NOT NULL
        GROUP BY source, month ORDER BY source, month
        """
}
