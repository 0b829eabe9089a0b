import Datasets
import Ledger
import Model

/// What an export writes, and in which forms.
public struct ExportOptions: Sendable {
    public var formats = DatasetFormat.allCases
    /// Of headings in the workbook and in files for Excel.
    public var language = Language.vietnamese
    public var selection = Selection.all
    /// The tables that are written; nil for all.
    public var tables: Set<String>?
    /// Whether the pivot-ready table is also written as files of its own; the workbook has it always.
    public var isWide = false

    public init() {}

    /// The tables that may be chosen.
    public static let tableNames = [
        "observations", "facts", "articles", "conflicts", "changes", "sources", "coverage", "rejections", "runs",
        "codebook",
    ]
}

extension DatasetFormat {
    /// `csv,xlsx` as formats; nil when a name is not known, or none is given.
    public static func list(_ text: String) -> [DatasetFormat]? {
        let names = text.split(separator: ",").map(String.init)
        let known = names.compactMap(DatasetFormat.init(rawValue:))
        guard !known.isEmpty, known.count == names.count else { return nil }
        return DatasetFormat.allCases.filter(known.contains)
    }
}

extension Selection {
    /// Adds `column=value`, where several values are separated by commas. The short names `province`, `place`, `source`
    /// and `indicator` stand for their columns, and a province may be named `P25` or `25`.
    public mutating func add(condition text: String) throws(SelectionError) {
        guard let equals = text.firstIndex(of: "=") else {
            throw SelectionError("`\(text)`: write column=value, as in province=P25")
        }
        let name = String(text[..<equals])
        let values = text[text.index(after: equals)...].split(separator: ",").map(String.init)
        guard !values.isEmpty else { throw SelectionError("`\(text)`: the value is missing") }
        if name == "indicator" { return indicators += values }
        let column = Selection.shortNames[name] ?? name
        guard Selection.columns.contains(column) else {
            let known = (Array(Selection.shortNames.keys) + ["indicator"]).sorted() + Selection.columns
            throw SelectionError("there is no column `\(name)`; known are \(known.joined(separator: ", "))")
        }
        let isProvince = column == "province_code"
        conditions.append(
            Condition(
                column: column, values: values.map { isProvince && $0.hasPrefix("P") ? String($0.dropFirst()) : $0 })
        )
    }

    private static let shortNames = ["province": "province_code", "place": "place_id", "source": "source_id"]
}

/// A condition that cannot be understood.
public struct SelectionError: Error, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
