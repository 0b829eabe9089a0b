import CXLSXWriter
import Digest
import FoundationEssentials
import Model

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The datasets as one Excel workbook, a sheet a table, written row by row in constant memory.
///
/// Holds libxlsxwriter's handle; confined to the thread that writes the export.
final class Workbook {
    static let name = "chiso.xlsx"

    let language: Language
    let styles: SheetStyles
    private var file: PendingFile
    private var handle: UnsafeMutablePointer<lxw_workbook>?
    private let front: Sheet
    private let links = LinkBudget()
    private var sheets: [Sheet] = []
    private var rows = 0
    private var contents: [SheetContents] = []

    /// What the first sheet tells of a table.
    struct SheetContents {
        let title: String
        let note: String
        let rows: Int
    }

    init(folder: String, language: Language) throws(DatasetError) {
        file = try PendingFile(folder: folder, name: Workbook.name)
        guard let handle = chiso_workbook(file.temporaryPath, folder) else {
            throw DatasetError(.inputOutput, file: file.path, context: "Creating the workbook failed:")
        }
        self.handle = handle
        self.language = language
        // Always the same instant: the same rows make the same bytes.
        _ = chiso_describe(handle, FrontPage.title(language), "chiso", 1_704_067_200)
        styles = SheetStyles(handle)
        front = try Workbook.add(to: handle, named: FrontPage.sheetName(language), links, path: file.path)
    }

    deinit { if let handle { _ = workbook_close(handle) } }

    /// A sheet for a table; columns as wide as what they hold.
    func beginTable(_ table: DatasetTable) throws(DatasetError) -> TableSheet {
        TableSheet(table: table, workbook: self, sheet: try addSheet(named: table.title(language)))
    }

    func endTable(_ sheet: TableSheet) {
        rows += sheet.rows
        contents.append(
            SheetContents(title: sheet.table.title(language), note: sheet.table.note(language), rows: sheet.rows))
    }

    func addSheet(named name: String) throws(DatasetError) -> Sheet {
        guard let handle else { throw DatasetError(.inputOutput, file: file.path, context: "The workbook is closed:") }
        let sheet = try Workbook.add(to: handle, named: name, links, path: file.path)
        sheets.append(sheet)
        return sheet
    }

    /// Packs the sheets, and waits until all is on the disk.
    func finish() throws(DatasetError) -> DatasetFile {
        FrontPage(language: language, contents: contents).write(to: front, styles)
        try checkRoom()
        let closed = handle.map { workbook_close($0) } ?? LXW_NO_ERROR
        handle = nil
        guard closed == LXW_NO_ERROR else {
            let number = errno
            guard number == 0 else { throw DatasetError(errno: number, doing: "Packing the workbook", file: file.path) }
            let reason = String(cString: lxw_strerror(closed))
            throw DatasetError(.inputOutput, file: file.path, context: "Packing the workbook failed (\(reason)):")
        }
        try file.sync()
        var digest = RunningDigest()
        var size: Int64 = 0
        try file.read {
            digest.update($0)
            size += Int64($0.count)
        }
        return DatasetFile(name: Workbook.name, rows: rows, size: size, digest: digest.finish())
    }

    func moveIntoPlace() throws(DatasetError) { try file.moveIntoPlace() }

    /// libxlsxwriter does not tell of rows that the disk refused, so it is asked sheet by sheet; and packing needs room
    /// for the largest sheet once more, and for the workbook, which is smaller than its sheets.
    private func checkRoom() throws(DatasetError) {
        let sizes = (sheets + [front]).map(\.size)
        guard sizes.allSatisfy({ $0 >= 0 }) else {
            throw DatasetError(errno: ENOSPC, doing: "Writing the sheets", file: file.path)
        }
        var volume = statvfs()
        guard statvfs(file.temporaryPath, &volume) == 0 else { return }
        let free = Int(volume.f_bavail) * Int(volume.f_frsize)
        let needed = (sizes.max() ?? 0) + sizes.reduce(0, +)
        guard free > needed else {
            throw DatasetError(
                .diskFull, file: file.path,
                context: "Packing needs \(needed / 1_048_576 + 1) MB of room, \(free / 1_048_576) MB are there:")
        }
    }

    private static func add(
        to handle: UnsafeMutablePointer<lxw_workbook>, named name: String, _ links: LinkBudget, path: String
    ) throws(DatasetError) -> Sheet {
        guard let sheet = workbook_add_worksheet(handle, name) else {
            throw DatasetError(.inputOutput, file: path, context: "Making the sheet \(name) failed:")
        }
        chiso_buffer_sheet(sheet)
        return Sheet(handle: sheet, links: links)
    }
}
