import Model

/// How a column looks in the workbook: as wide as what it holds, folded away when it is for programs.
enum SheetLayout {
    /// In characters of the standard font.
    static func width(of column: TableColumn) -> Double {
        if let width = widths[column.name] { return width }
        switch column.kind {
        case .text: return 26
        case .code: return 16
        case .integer: return 11
        case .decimal: return 14
        case .date: return 12
        case .timestamp: return 17
        case .list: return 22
        case .address: return 40
        }
    }

    /// Text that is read, not looked up: it is wrapped.
    static func isProse(_ column: TableColumn) -> Bool { width(of: column) >= 30 }

    /// Names for programs, and the indicator's name in the other language.
    static func isFolded(_ column: TableColumn, of table: String, _ language: Language) -> Bool {
        if explained.contains(table) { return false }
        if column.name == (language == .vietnamese ? "indicator_name_en" : "indicator_name_vi") { return true }
        return technical.contains(column.name)
    }

    /// In points; Excel's rows end at 409.
    static func height(lines: Int) -> Double { min(15 * Double(lines), 409) }

    static let headerHeight = 32.0
    /// For headers that are whole names of indicators.
    static let tallHeaderHeight = 96.0
    /// A table with more columns in sight is printed on several pages side by side.
    static let mostColumnsOnAPage = 24

    private static let widths: [String: Double] = [
        "quote": 70, "old_quote": 60, "new_quote": 60, "quotes": 70, "title": 36, "lead": 60, "indicator_name_vi": 40,
        "indicator_name_en": 40, "name_vi": 44, "name_en": 44, "note_vi": 60, "note_en": 60, "detail": 30, "url": 16,
        "urls": 16, "home": 36, "place_name": 22, "province_name": 18, "flags": 20, "month": 11, "source_name": 30,
        "source_id": 14, "unit": 13, "kind": 10, "qualifier": 11, "direction": 9, "confidence": 9, "name": 34,
        "aliases": 60, "area": 20,
    ]

    /// Names and codes for programs, and what only a closer look at one number needs.
    private static let technical: Set<String> = [
        "observation_id", "fact_id", "part_of", "place_id", "place_code", "province_code", "place_id_now", "article_id",
        "capture", "text_digest", "supersedes", "catalogue_version", "extractor_version", "quote_start", "quote_end",
        "old_observation_id", "new_observation_id", "observation_ids", "indicator_code", "area", "value_text", "level",
        "period_text", "period_basis", "stock_flow", "published_from", "language",
    ]

    /// The codebook is there to explain names: there they are in sight.
    private static let explained: Set<String> = ["codebook"]
}
