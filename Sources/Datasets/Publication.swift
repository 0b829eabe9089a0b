import Digest
import Model

/// One export: tables go in one after the other, files come out all together.
///
/// Confined to one thread; rows are streamed, so that memory does not grow with them.
public final class Publication {
    private let folder: DatasetFolder
    private let settings: Settings
    private let workbook: Workbook?
    private let database: DatasetDatabase?
    private var texts: [TextFile] = []
    private var tables: [DatasetTable] = []
    private var files: [DatasetFile] = []

    /// What is wanted.
    public struct Settings: Sendable {
        public var formats: [DatasetFormat]
        /// Of headings in files for people.
        public var language: Language
        /// Name and version, for the manifest.
        public var program: String

        public init(formats: [DatasetFormat], language: Language, program: String) {
            self.formats = formats
            self.language = language
            self.program = program
        }
    }

    public init(_ folder: DatasetFolder, _ settings: Settings) throws {
        self.folder = folder
        self.settings = settings
        try folder.make()
        workbook =
            settings.formats.contains(.xlsx)
            ? try Workbook(folder: folder.path, language: settings.language) : nil
        database = settings.formats.contains(.sqlite) ? try DatasetDatabase(folder: folder.path) : nil
    }

    /// Writes a table in each of the forms; what `rows` throws is handed on, and no file changes.
    ///
    /// - Parameters:
    ///   - isCollected: Whether it has a place in the workbook and the database too.
    ///   - rows: Hands every row, in order, to the function that it is given.
    public func write(
        _ table: DatasetTable, isCollected: Bool = true, forms: Set<DatasetFormat> = Set(DatasetFormat.allCases),
        rows: (_ sink: (TableRow) throws -> Void) throws -> Void
    ) throws {
        tables.append(table)
        let first = texts.count
        for format in settings.formats where format.isFileOfOneTable && forms.contains(format) {
            let form = Publication.form(format, table.columns, settings.language)
            texts.append(try TextFile(name: table.name + format.suffix, form: form, folder: folder.path))
        }
        let sheet = isCollected && forms.contains(.xlsx) ? try workbook?.beginTable(table) : nil
        let insertion = isCollected && forms.contains(.sqlite) ? try database?.begin(table) : nil
        try rows { row in
            for index in first..<texts.count { try texts[index].append(row) }
            try sheet?.append(row)
            if let insertion { try database?.insert(row, by: insertion) }
        }
        if let sheet {
            sheet.finish()
            workbook?.endTable(sheet)
        }
        for index in first..<texts.count { files.append(try texts[index].finish()) }
    }

    /// Finishes what collects all tables, adds description and manifest, and moves everything into place.
    ///
    /// - Parameter sources: What the description names as sources.
    public func finish(sources: [DatasetSource]) throws -> [DatasetFile] {
        if let workbook { files.append(try workbook.finish()) }
        if let database { files.append(try database.finish()) }
        var described: Whole?
        if settings.formats.contains(.csv) {
            let package = DataPackage(language: settings.language, tables: tables, files: files, sources: sources)
            let whole = try whole(DataPackage.name, package.json)
            files.append(whole.file)
            described = consume whole
        }
        var manifest = try whole(Manifest.name, Manifest(program: settings.program, files: files).json)
        for text in texts { try text.moveIntoPlace() }
        try workbook?.moveIntoPlace()
        try database?.moveIntoPlace()
        try described?.pending.moveIntoPlace()
        try manifest.pending.moveIntoPlace()
        try folder.sync()
        return files + [manifest.file]
    }

    /// A file that is small enough to be made at once.
    private struct Whole: ~Copyable {
        var pending: PendingFile
        let file: DatasetFile
    }

    private func whole(_ name: String, _ text: String) throws(DatasetError) -> Whole {
        let bytes = Array((text + "\n").utf8)
        let pending = try PendingFile(folder: folder.path, name: name)
        try pending.write(all: bytes)
        try pending.sync()
        let digest = Digest.sha256(bytes)
        return Whole(
            pending: pending, file: DatasetFile(name: name, rows: nil, size: Int64(bytes.count), digest: digest))
    }

    private static func form(_ format: DatasetFormat, _ columns: [TableColumn], _ language: Language) -> any TextForm {
        switch format {
        case .json: JSONForm(columns, .array)
        case .jsonl: JSONForm(columns, .lines)
        case .excelVI: CSVForm(columns, .vietnameseExcel(language))
        case .csv, .xlsx, .sqlite: CSVForm(columns, .interchange)
        }
    }
}
