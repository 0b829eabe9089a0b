import GRDB
import Model

/// A source as its configuration describes it, for the datasets.
public struct SourceDescription: Hashable, Sendable {
    public let id: SourceID
    public let name: String
    public let kind: String
    public let home: WebAddress
    public let province: PlaceID?
    /// The day on which somebody saw its addresses work.
    public let verified: CivilDate?

    public init(
        id: SourceID, name: String, kind: String, home: WebAddress, province: PlaceID?, verified: CivilDate?
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.home = home
        self.province = province
        self.verified = verified
    }
}

extension Ledger {
    /// Keeps what the configuration says of sources, so that datasets can be written without it.
    public func describe(sources: [SourceDescription]) throws(LedgerError) {
        try write("Describing sources") { db in
            for source in sources {
                try db.cachedStatement(
                    sql: """
                        INSERT OR REPLACE INTO source_descriptions (id, name, kind, home, province_id, verified)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """
                ).execute(arguments: [
                    source.id.rawValue, source.name, source.kind, source.home.text, source.province?.rawValue,
                    source.verified?.description,
                ])
            }
        }
    }
}

/// `sources`: whose news was read.
enum SourceTable {
    private static let selected = [
        SelectedColumn(SharedColumns.sourceID, "names.id"),
        SelectedColumn(
            TableColumn(
                "source_name", .text, required: true, vi: "Tên nguồn tin", en: "Source name",
                noteVI: "Tên thường gọi của nguồn tin.", noteEN: "The source as people know it."),
            "coalesce(described.name, counted.name, names.id)"),
        SelectedColumn(
            TableColumn(
                "source_kind", .code, vi: "Loại nguồn tin", en: "Kind of source",
                noteVI: "Cơ quan nhà nước hay báo, cấp nào.", noteEN: "What kind of publisher stands behind it."),
            "described.kind"),
        SelectedColumn(
            TableColumn(
                "home", .address, vi: "Trang chủ", en: "Home page", noteVI: "Địa chỉ trang chủ.",
                noteEN: "The address of its front page."), "described.home"),
        SelectedColumn(
            TableColumn(
                "province_id", .code, vi: "Tỉnh của nguồn tin", en: "Its province",
                noteVI: "Tỉnh mà nguồn tin đưa tin; số liệu không nêu địa bàn thuộc về tỉnh này.",
                noteEN: "The province whose news it brings; numbers without a place of their own belong there."),
            "described.province_id"),
        SelectedColumn(
            TableColumn(
                "verified", .date, vi: "Ngày kiểm tra", en: "Verified",
                noteVI: "Ngày có người kiểm tra rằng các địa chỉ hoạt động.",
                noteEN: "The day on which somebody saw its addresses work."), "described.verified"),
        SelectedColumn(
            TableColumn(
                "articles", .integer, required: true, vi: "Số bài", en: "Articles", noteVI: "Số bài đã đọc.",
                noteEN: "Articles that were read."), "coalesce(counted.articles, 0)"),
        SelectedColumn(
            TableColumn(
                "with_numbers", .integer, required: true, vi: "Số bài có số liệu", en: "With numbers",
                noteVI: "Số bài có ít nhất một số liệu công bố.", noteEN: "Articles with at least one observation."),
            "coalesce(counted.with_numbers, 0)"),
        SelectedColumn(
            TableColumn(
                "observations", .integer, required: true, vi: "Số số liệu", en: "Observations",
                noteVI: "Số số liệu công bố.", noteEN: "Published numbers."), "coalesce(counted.observations, 0)"),
        SelectedColumn(
            TableColumn(
                "rejections", .integer, required: true, vi: "Số con số bị loại", en: "Rejections",
                noteVI: "Số con số không được công bố.", noteEN: "Numbers that are not published."),
            "coalesce(counted.rejections, 0)"),
    ]

    static func table(_ selection: Selection) -> DatasetTable {
        let clause = selection.clause(on: [SharedColumns.sourceID.name: "names.id"])
        return DatasetTable(
            name: "sources", titleVI: "Nguồn tin", titleEN: "Sources", noteVI: "Mỗi dòng là một nguồn tin.",
            noteEN: "One source a row.", columns: selected.columns, key: ["source_id"],
            content: .query(
                TableQuery(
                    sql: """
                        WITH counted AS (
                            SELECT source AS id, max(source_name) AS name, count(*) AS articles,
                                sum(observations > 0) AS with_numbers, sum(observations) AS observations,
                                sum(rejections) AS rejections
                            FROM articles WHERE is_published = 1 GROUP BY source
                        )
                        SELECT \(selected.list)
                        FROM (SELECT id FROM source_descriptions UNION SELECT id FROM sources
                            UNION SELECT id FROM counted) AS names
                        LEFT JOIN source_descriptions AS described ON described.id = names.id
                        LEFT JOIN counted ON counted.id = names.id
                        WHERE 1\(clause.sql)
                        ORDER BY names.id
                        """, arguments: clause.arguments)))
    }
}
