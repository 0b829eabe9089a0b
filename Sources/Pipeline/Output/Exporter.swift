import Datasets
import Ledger
import Model

/// Which forms an export writes.
public struct ExportFormats: Sendable, Hashable {
    let formats: [DatasetFormat]

    /// Nil when a name is not known, or none is given.
    public init?(names: [String]) {
        let known = names.compactMap { DatasetFormat(rawValue: $0) }
        guard !known.isEmpty, known.count == names.count else { return nil }
        formats = known
    }

    private init(_ formats: [DatasetFormat]) { self.formats = formats }

    /// CSV and JSON.
    public static let all = ExportFormats(DatasetFormat.allCases)
}

/// Writes the datasets out of the ledger.
struct Exporter {
    private let ledger: Ledger
    private let folder: DatasetFolder
    private let formats: [DatasetFormat]

    init(ledger: Ledger, folder: String, formats: ExportFormats) {
        self.ledger = ledger
        self.folder = DatasetFolder(folder)
        self.formats = formats.formats
    }

    /// Every dataset, each file replaced whole; the files with their rows.
    func writeAll() throws -> [RunSummary.DatasetFile] {
        var files = try folder.write(
            name: "observations", formats: formats, columns: ObservationRow.columns,
            rows: ledger.forEachObservationRow)
        files += try folder.write(
            name: "articles", formats: formats, columns: ArticleRow.columns, rows: ledger.forEachArticleRow)
        // Rejections are for looking into, not for loading: a table is enough.
        if formats.contains(.csv) {
            files += try folder.write(
                name: "rejections", formats: [.csv], columns: RejectionRow.columns, rows: ledger.forEachRejectionRow)
        }
        return files.map { RunSummary.DatasetFile(name: $0.name, rows: $0.rows) }
    }

    /// What the run did, for machines: `run.json`.
    func write(_ summary: RunSummary) throws {
        try folder.write(name: "run.json", bytes: Array((summary.json + "\n").utf8))
    }
}
