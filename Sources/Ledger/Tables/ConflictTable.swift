import FoundationEssentials
import Model

/// `conflicts`: facts whose tellings contradict each other, one value a row with all its evidence.
enum ConflictTable {
    private static let figures: [TableColumn] = [
        TableColumn(
            "rank", .integer, required: true, vi: "Thứ tự", en: "Rank",
            noteVI: "1 là giá trị được dùng trong bảng facts.", noteEN: "1 is the value that `facts` shows."),
        SharedColumns.value, SharedColumns.qualifier,
        TableColumn(
            "observations", .integer, required: true, vi: "Số lần nêu", en: "Observations",
            noteVI: "Số lần giá trị này được nêu.", noteEN: "How often this value is told."),
        TableColumn(
            "sources", .list, required: true, vi: "Các nguồn tin", en: "Sources",
            noteVI: "Những nguồn tin nêu giá trị này.", noteEN: "The sources that tell this value."),
        FactTable.firstPublished, FactTable.lastPublished,
        TableColumn(
            "observation_ids", .list, required: true, vi: "Các mã số liệu", en: "Observations' names",
            noteVI: "Những số liệu nêu giá trị này, theo thời điểm đăng.",
            noteEN: "The observations that tell this value, by time of publication."),
        TableColumn(
            "urls", .list, required: true, vi: "Các địa chỉ bài", en: "Addresses",
            noteVI: "Địa chỉ bài của từng số liệu.", noteEN: "The article's address for each observation."),
        TableColumn(
            "quotes", .list, required: true, vi: "Các câu trích dẫn", en: "Quotes",
            noteVI: "Câu trích dẫn của từng số liệu.", noteEN: "The quote for each observation."),
    ]

    static func table(_ reader: FactReader) -> DatasetTable {
        DatasetTable(
            name: "conflicts", titleVI: "Mâu thuẫn", titleEN: "Conflicts",
            noteVI: "Mỗi dòng là một giá trị của một sự kiện có các giá trị mâu thuẫn, kèm bằng chứng.",
            noteEN: "One value a row of each fact whose tellings contradict each other, with its evidence.",
            columns: FactReader.common.columns + figures, key: ["fact_id", "rank"],
            references: [TableReference("fact_id", to: "facts", "fact_id")],
            content: .rows { sink in
                try reader.forEachFact { fact in
                    guard fact.agreement == .conflict else { return }
                    for (index, tellings) in groups(of: fact).enumerated() {
                        try sink(fact.common + cells(of: tellings, rank: index + 1))
                    }
                }
            })
    }

    /// The tellings of each value, the best value first.
    private static func groups(of fact: ToldFact) -> [[Telling]] {
        var rest = fact.tellings
        var groups: [[Telling]] = []
        while let best = rest.min(by: Telling.isBetter) {
            groups.append(rest.filter { $0.value == best.value && $0.qualifier == best.qualifier })
            rest.removeAll { $0.value == best.value && $0.qualifier == best.qualifier }
        }
        return groups
    }

    private static func cells(of tellings: [Telling], rank: Int) -> [Cell] {
        let span = PublicationSpan(tellings)
        return [
            .integer(rank), .decimal(tellings[0].value), .text(tellings[0].qualifier.rawValue),
            .integer(tellings.count), .list(Set(tellings.map(\.source)).sorted()), span.first, span.last,
            .list(tellings.map(\.observation)), .list(tellings.map(\.url)), .list(tellings.map(\.quote)),
        ]
    }
}
