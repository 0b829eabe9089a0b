import Indicators
import Model

/// `codebook`: what each column, code and indicator means, in both languages.
struct Codebook {
    let tables: [DatasetTable]
    let catalogue: Catalogue

    var table: DatasetTable {
        let rows = columnRows + termRows + indicatorRows
        return DatasetTable(
            name: "codebook", titleVI: "Danh mục", titleEN: "Codebook",
            noteVI: "Mỗi dòng giải thích một cột, một mã hay một chỉ số.",
            noteEN: "A column, a code or an indicator a row, with its meaning.", columns: Codebook.columns, key: [],
            content: .rows { sink in for row in rows { try sink(row) } })
    }

    private static let columns: [TableColumn] = [
        TableColumn(
            "entry", .code, required: true, vi: "Loại mục", en: "Entry",
            noteVI: "Dòng này giải thích cột (column), mã (code) hay chỉ số (indicator).",
            noteEN: "Whether the row explains a column, a code or an indicator."),
        TableColumn(
            "within", .code, vi: "Thuộc", en: "Within", noteVI: "Bảng của cột, hay cột của mã.",
            noteEN: "The table of a column, or the column of a code."),
        TableColumn(
            "name", .code, required: true, vi: "Tên hoặc mã", en: "Name", noteVI: "Tên cột, mã hay mã chỉ số.",
            noteEN: "The column's name, the code, or the indicator's code."),
        TableColumn(
            "name_vi", .text, required: true, vi: "Tên tiếng Việt", en: "Vietnamese name", noteVI: "Tên tiếng Việt.",
            noteEN: "The name in Vietnamese."),
        TableColumn(
            "name_en", .text, required: true, vi: "Tên tiếng Anh", en: "English name", noteVI: "Tên tiếng Anh.",
            noteEN: "The name in English."),
        TableColumn(
            "note_vi", .text, vi: "Giải thích", en: "Meaning (Vietnamese)", noteVI: "Giải thích bằng tiếng Việt.",
            noteEN: "The meaning in Vietnamese."),
        TableColumn(
            "note_en", .text, vi: "Giải thích (tiếng Anh)", en: "Meaning", noteVI: "Giải thích bằng tiếng Anh.",
            noteEN: "The meaning in English."),
        TableColumn(
            "type", .code, vi: "Kiểu giá trị", en: "Type", noteVI: "Kiểu của cột hay của chỉ số.",
            noteEN: "The type of the column or of the indicator's values."),
        TableColumn(
            "unit", .text, vi: "Đơn vị tính", en: "Unit", noteVI: "Đơn vị tính của chỉ số.",
            noteEN: "The indicator's unit."),
        TableColumn(
            "area", .code, vi: "Lĩnh vực", en: "Area", noteVI: "Lĩnh vực của chỉ số.", noteEN: "The indicator's area."),
        TableColumn(
            "minimum", .decimal, vi: "Nhỏ nhất hợp lý", en: "Plausible minimum",
            noteVI: "Giá trị nhỏ hơn bị đánh dấu.", noteEN: "A smaller value is flagged."),
        TableColumn(
            "maximum", .decimal, vi: "Lớn nhất hợp lý", en: "Plausible maximum",
            noteVI: "Giá trị lớn hơn bị đánh dấu.", noteEN: "A larger value is flagged."),
        TableColumn(
            "better", .code, vi: "Chiều tốt", en: "Better", noteVI: "Cao hơn hay thấp hơn là tốt hơn.",
            noteEN: "Whether higher or lower is better."),
        TableColumn(
            "par_index", .integer, vi: "Lĩnh vực PAR INDEX", en: "PAR INDEX domain",
            noteVI: "Lĩnh vực 1 đến 8 của chỉ số cải cách hành chính cấp tỉnh.",
            noteEN: "The domain, 1 to 8, of the provincial PAR INDEX."),
        TableColumn(
            "aliases", .list, vi: "Cách viết khác", en: "Other names", noteVI: "Những cách báo chí gọi chỉ số.",
            noteEN: "How newspapers name the indicator."),
    ]

    private var columnRows: [[Cell]] {
        tables.flatMap { table in
            table.columns.map { column in
                Codebook.row(
                    "column", within: table.name, column.name, (column.labelVI, column.labelEN),
                    (column.noteVI, column.noteEN), type: column.kind.rawValue)
            }
        }
    }

    private var termRows: [[Cell]] {
        Vocabulary.all.flatMap { vocabulary in
            vocabulary.terms.map {
                Codebook.row(
                    "code", within: vocabulary.column, $0.code, ($0.vietnamese, $0.english), ("", ""), type: "")
            }
        }
    }

    private var indicatorRows: [[Cell]] {
        catalogue.indicators.map { indicator in
            Array(
                Codebook.row(
                    "indicator", within: "", indicator.code.rawValue, (indicator.nameVietnamese, indicator.nameEnglish),
                    (indicator.note ?? "", ""), type: indicator.valueType.rawValue
                ).prefix(8)) + [
                    .text(indicator.unit), .text(indicator.area.rawValue), .decimal(indicator.bounds.lowerBound),
                    .decimal(indicator.bounds.upperBound), .text(indicator.better.rawValue),
                    indicator.parIndexDomain.map { .integer($0) } ?? .empty, .list(indicator.aliases),
                ]
        }
    }

    private static func row(
        _ entry: String, within: String, _ name: String, _ names: (String, String), _ notes: (String, String),
        type: String
    ) -> [Cell] {
        [
            .text(entry), .text(within), .text(name), .text(names.0), .text(names.1), .text(notes.0), .text(notes.1),
            .text(type), .empty, .empty, .empty, .empty, .empty, .empty, .empty,
        ]
    }
}
