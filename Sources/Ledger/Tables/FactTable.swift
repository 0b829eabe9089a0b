import FoundationEssentials
import Model

/// `facts`: one fact a row, however many articles tell it.
enum FactTable {
    private static let figures: [TableColumn] = [
        TableColumn(
            "value", .decimal, required: true, vi: "Giá trị", en: "Value",
            noteVI: "Giá trị của số liệu đáng tin nhất: độ tin cậy cao nhất, rồi chính xác, rồi đăng muộn nhất.",
            noteEN: "The value of the best telling: the surest, then an exact one, then the latest."),
        SharedColumns.qualifier,
        TableColumn(
            "observation_id", .code, required: true, vi: "Mã số liệu", en: "Observation",
            noteVI: "Số liệu được chọn làm giá trị.", noteEN: "The observation that the value was taken from."),
        TableColumn(
            "agreement", .code, required: true, vi: "Mức thống nhất", en: "Agreement",
            noteVI: "Chỉ một lần nêu, các lần nêu thống nhất hay mâu thuẫn.",
            noteEN: "Whether it is told once, or its tellings agree or contradict each other."),
        TableColumn(
            "value_min", .decimal, required: true, vi: "Giá trị nhỏ nhất", en: "Lowest value",
            noteVI: "Giá trị nhỏ nhất được nêu.", noteEN: "The lowest value told."),
        TableColumn(
            "value_max", .decimal, required: true, vi: "Giá trị lớn nhất", en: "Highest value",
            noteVI: "Giá trị lớn nhất được nêu.", noteEN: "The highest value told."),
        TableColumn(
            "observations", .integer, required: true, vi: "Số lần nêu", en: "Observations",
            noteVI: "Số lần số liệu được nêu.", noteEN: "How often it is told."),
        TableColumn(
            "articles", .integer, required: true, vi: "Số bài", en: "Articles", noteVI: "Số bài nêu số liệu.",
            noteEN: "How many articles tell it."),
        TableColumn(
            "sources", .integer, required: true, vi: "Số nguồn tin", en: "Sources",
            noteVI: "Số nguồn tin nêu số liệu.", noteEN: "How many sources tell it."),
        firstPublished, lastPublished,
    ]

    static let firstPublished = TableColumn(
        "first_published", .timestamp, vi: "Đăng lần đầu", en: "First published",
        noteVI: "Thời điểm đăng sớm nhất.", noteEN: "When it was told first.")
    static let lastPublished = TableColumn(
        "last_published", .timestamp, vi: "Đăng lần cuối", en: "Last published",
        noteVI: "Thời điểm đăng muộn nhất.", noteEN: "When it was told last.")

    static func table(_ reader: FactReader) -> DatasetTable {
        DatasetTable(
            name: "facts", titleVI: "Sự kiện", titleEN: "Facts",
            noteVI: "Mỗi dòng là một sự kiện, dù được bao nhiêu bài nêu.",
            noteEN: "One fact a row, however many articles tell it.", columns: FactReader.common.columns + figures,
            key: ["fact_id"],
            references: [TableReference("observation_id", to: "observations", "observation_id")],
            content: .rows { sink in
                try reader.forEachFact { try sink($0.common + cells(of: $0)) }
            })
    }

    private static func cells(of fact: ToldFact) -> [Cell] {
        let values = fact.tellings.map(\.value)
        let span = PublicationSpan(fact.tellings)
        return [
            .decimal(fact.chosen.value), .text(fact.chosen.qualifier.rawValue), .text(fact.chosen.observation),
            .text(fact.agreement.rawValue), .decimal(values.min() ?? 0), .decimal(values.max() ?? 0),
            .integer(values.count), .integer(Set(fact.tellings.map(\.article)).count),
            .integer(Set(fact.tellings.map(\.source)).count), span.first, span.last,
        ]
    }
}

/// The earliest and the latest publication of some tellings, as cells.
struct PublicationSpan {
    let first: Cell
    let last: Cell

    init(_ tellings: [Telling]) {
        let times = tellings.compactMap(\.publishedAt)
        first = times.min().map { .timestamp($0) } ?? .empty
        last = times.max().map { .timestamp($0) } ?? .empty
    }
}
