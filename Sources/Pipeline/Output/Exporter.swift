import Datasets
import Indicators
import Ledger
import Model

/// Writes the datasets out of the ledger.
struct Exporter {
    let ledger: Ledger
    let folder: String
    let options: ExportOptions
    /// What the codebook explains.
    let catalogue: Catalogue
    var progress: any WorkProgress = NoProgress()

    /// Every dataset, all files replaced together.
    func writeAll() throws -> ExportSummary {
        let settings = Publication.Settings(
            formats: options.formats, language: options.language, program: "chiso \(Version.current)")
        let publication = try Publication(DatasetFolder(folder), settings)
        let view = try ledger.view()
        var sources: [DatasetSource] = []
        let tables = view.tables(options.selection).filter { isWanted($0.name) }
        for table in tables {
            // Runs tell of the program: with them in the workbook or the database, each run would change those.
            try publication.write(table, isCollected: table.name != "runs") { sink in
                var rows = 0
                try view.forEachRow(of: table) { row in
                    rows += 1
                    if rows.isMultiple(of: 1_024) { progress.update(rows, of: nil, "rows of \(table.name)") }
                    if table.name == "sources" { sources += Exporter.source(row, table) }
                    try sink(row)
                }
            }
            if table.name == "facts" { try writeWide(publication, view) }
        }
        if isWanted("codebook") {
            let codebook = Codebook(tables: tables, catalogue: catalogue).table
            try publication.write(codebook) { try view.forEachRow(of: codebook, $0) }
        }
        defer { progress.finish() }
        return ExportSummary(files: try publication.finish(sources: sources))
    }

    private func isWanted(_ table: String) -> Bool { options.tables?.contains(table) ?? true }

    private func writeWide(_ publication: Publication, _ view: LedgerView) throws {
        let wide = try view.wideTable(options.selection)
        let forms = options.isWide ? Set(DatasetFormat.allCases) : [.xlsx]
        guard !forms.isDisjoint(with: options.formats) else { return }
        try publication.write(wide, forms: forms) { try view.forEachRow(of: wide, $0) }
    }

    /// What the run did, for machines: `run.json`.
    func write(_ summary: RunSummary) throws {
        try DatasetFolder(folder).write(name: "run.json", bytes: Array((summary.json + "\n").utf8))
    }

    private static func source(_ row: TableRow, _ table: DatasetTable) -> [DatasetSource] {
        guard let name = table.columns.firstIndex(where: { $0.name == "source_name" }),
            let home = table.columns.firstIndex(where: { $0.kind == .address }), !row[home].isEmpty
        else { return [] }
        return [DatasetSource(name: row.text(name), home: row.text(home))]
    }
}
