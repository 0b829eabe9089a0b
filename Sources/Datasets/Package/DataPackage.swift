import Model

/// The description of the datasets for programs: `datapackage.json`, Data Package version 2 (datapackage.org), with a
/// Table Schema for each CSV file. Other forms of the same tables are in the manifest alone: programs that check a
/// package would read each of them by rules of their own.
struct DataPackage {
    static let name = "datapackage.json"

    let language: Language
    let tables: [DatasetTable]
    let files: [DatasetFile]
    let sources: [DatasetSource]

    var json: String {
        var json = JSONWriter(.indented)
        json.object { json in
            json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
            json.member("name", "chiso")
            json.member("title", FrontPage.title(language))
            json.member("description", DataPackage.description)
            json.member("version", DatasetSchema.version)
            json.member("keywords", ["cải cách hành chính", "administrative reform", "Vietnam"])
            json.array("licenses") { $0.object { licence(&$0) } }
            json.array("sources") { json in
                for source in sources {
                    json.object { json in
                        json.member("title", source.name)
                        json.member("path", source.home)
                    }
                }
            }
            json.array("resources") { json in
                for table in tables { write(table, to: &json) }
            }
        }
        return json.text
    }

    private static let description = """
        Numbers about administrative reform that Vietnamese newspapers and portals published, each with the sentence \
        and the article it came from. The licence is for the collection; quotes belong to their publishers.
        """

    private func licence(_ json: inout JSONWriter) {
        json.member("name", "CC-BY-4.0")
        json.member("title", "Creative Commons Attribution 4.0")
        json.member("path", "https://creativecommons.org/licenses/by/4.0/")
    }

    private func write(_ table: DatasetTable, to json: inout JSONWriter) {
        guard let file = files.first(where: { $0.name == table.name + DatasetFormat.csv.suffix }) else { return }
        json.object { json in
            json.member("name", table.name)
            json.member("type", "table")
            json.member("path", file.name)
            json.member("title", table.title(language))
            json.member("description", table.note(language))
            json.member("format", "csv")
            json.member("mediatype", "text/csv")
            json.member("encoding", "utf-8")
            json.member("bytes", Int(file.size))
            json.member("hash", "sha256:" + file.digest)
            json.object("schema") { schema(table, &$0) }
        }
    }

    private func schema(_ table: DatasetTable, _ json: inout JSONWriter) {
        json.member("$schema", "https://datapackage.org/profiles/2.0/tableschema.json")
        json.array("fields") { json in
            for column in table.columns { json.object { field(column, of: table, &$0) } }
        }
        if !table.key.isEmpty { json.member("primaryKey", table.key) }
        let references = table.references.filter { reference in tables.contains { $0.name == reference.table } }
        if !references.isEmpty {
            json.array("foreignKeys") { json in
                for reference in references { json.object { write(reference, &$0) } }
            }
        }
    }

    private func field(_ column: TableColumn, of table: DatasetTable, _ json: inout JSONWriter) {
        json.member("name", column.name)
        json.member("type", DataPackage.type(column.kind))
        json.member("title", column.label(language))
        json.member("description", column.note(language))
        let terms = Vocabulary.all.first { $0.column == column.name && column.kind == .code }
        let isUnique = table.key == [column.name]
        guard column.isRequired || terms != nil || isUnique else { return }
        json.object("constraints") { json in
            if column.isRequired { json.member("required", true) }
            if isUnique { json.member("unique", true) }
            if let terms { json.member("enum", terms.terms.map(\.code)) }
        }
    }

    private func write(_ reference: TableReference, _ json: inout JSONWriter) {
        json.member("fields", [reference.column])
        json.object("reference") { json in
            json.member("resource", reference.table)
            json.member("fields", [reference.target])
        }
    }

    private static func type(_ kind: ColumnKind) -> String {
        switch kind {
        case .integer: "integer"
        case .decimal: "number"
        case .date: "date"
        case .timestamp: "datetime"
        case .text, .code, .list, .address: "string"
        }
    }
}

/// A source of the datasets, as the description names it.
public struct DatasetSource: Hashable, Sendable {
    public let name: String
    public let home: String

    public init(name: String, home: String) {
        self.name = name
        self.home = home
    }
}

/// The form of the datasets: their files, tables and columns.
public enum DatasetSchema {
    /// Semantic versioning: the first number rises when a column goes or changes its meaning, the second when one is
    /// added. CHANGELOG.md tells what changed.
    public static let version = "1.0.0"
}
