/// The forms that datasets are written in.
public enum DatasetFormat: String, Sendable, CaseIterable {
    /// `observations.csv`: for programs.
    case csv
    /// `observations.excel-vi.csv`: for a double click in a Vietnamese Excel.
    case excelVI = "excel-vi"
    /// `observations.json`: an array.
    case json
    /// `observations.jsonl`: an object a line.
    case jsonl
    /// `chiso.xlsx`: one workbook for people.
    case xlsx
    /// `chiso.sqlite`: one database for queries, search and Datasette.
    case sqlite

    /// What the name of a file ends in.
    public var suffix: String {
        switch self {
        case .excelVI: ".excel-vi.csv"
        case .csv, .json, .jsonl, .xlsx, .sqlite: ".\(rawValue)"
        }
    }

    /// Whether every table is a file of its own.
    public var isFileOfOneTable: Bool { self != .xlsx && self != .sqlite }
}
