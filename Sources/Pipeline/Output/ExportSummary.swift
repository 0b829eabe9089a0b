import Datasets
import Model

/// What an export wrote.
public struct ExportSummary: Sendable {
    public let files: [DatasetFile]

    init(files: [DatasetFile]) { self.files = files }

    /// `observations (187 rows), facts (163), … as csv, json; chiso.xlsx, manifest.json`.
    public var text: String {
        var tables: [(name: String, rows: Int)] = []
        var suffixes: [String] = []
        var others: [String] = []
        for file in files {
            guard let format = ExportSummary.textFormats.first(where: { file.name.hasSuffix($0.suffix) }),
                let rows = file.rows
            else {
                others.append(file.name)
                continue
            }
            let name = String(file.name.dropLast(format.suffix.count))
            if tables.last?.name != name { tables.append((name, rows)) }
            if !suffixes.contains(format.rawValue) { suffixes.append(format.rawValue) }
        }
        let listed = tables.enumerated().map { $0 == 0 ? "\($1.name) (\($1.rows) rows)" : "\($1.name) (\($1.rows))" }
        let asText = listed.isEmpty ? [] : ["\(listed.joined(separator: ", ")) as \(suffixes.joined(separator: ", "))"]
        return (asText + others).joined(separator: "; ")
    }

    func write(to json: inout JSONWriter) {
        json.array("files") { json in
            for file in files {
                json.object { json in
                    json.member("name", file.name)
                    json.member("rows", file.rows)
                    json.member("bytes", Int(file.size))
                    json.member("sha256", file.digest)
                }
            }
        }
    }

    /// The longest suffix first: `.excel-vi.csv` ends in `.csv` too.
    private static let textFormats: [DatasetFormat] = [.excelVI, .csv, .jsonl, .json]
}
