import CXLSXWriter
import Model

/// The sheets of one table: a header that stays in sight, filters, colours for what wants a second look. A table that
/// is longer than a sheet goes on in the next one.
final class TableSheet {
    let table: DatasetTable
    private let workbook: Workbook
    private var sheet: Sheet
    private var sheetNumber = 1
    private var rowsInSheet = 0
    private(set) var rows = 0
    private let kinds: [ColumnKind]
    private let formats: [SheetStyles.Format?]
    /// The wrapped columns in sight, and how many letters of each fit in a line.
    private let prose: [(index: Int, letters: Int)]

    /// Confidence below this is marked, in hundredths.
    private static let unsure = 70.0
    private static let paperA3: UInt8 = 8

    init(table: DatasetTable, workbook: Workbook, sheet: Sheet) {
        self.table = table
        self.workbook = workbook
        self.sheet = sheet
        kinds = table.columns.map(\.kind)
        formats = table.columns.map(workbook.styles.format(of:))
        prose = table.columns.enumerated().filter {
            SheetLayout.isProse($1) && $1.kind == .text
                && !SheetLayout.isFolded($1, of: table.name, workbook.language)
        }.map { ($0, Int(SheetLayout.width(of: $1))) }
        beginSheet()
    }

    func append(_ row: TableRow) throws(DatasetError) {
        if rowsInSheet == Sheet.capacity { try beginNextSheet() }
        rowsInSheet += 1
        rows += 1
        let lines = lines(of: row)
        if lines > 1 {
            _ = worksheet_set_row(sheet.handle, lxw_row_t(rowsInSheet), SheetLayout.height(lines: lines), nil)
        }
        for index in kinds.indices where !row[index].isEmpty { write(row[index], kinds[index], column: index) }
    }

    /// Filters, colours and print settings, which need to know how many rows there are.
    func finish() {
        let handle = sheet.handle
        let last = lxw_row_t(rowsInSheet)
        let lastColumn = lxw_col_t(table.columns.count - 1)
        _ = worksheet_autofilter(handle, 0, 0, last, lastColumn)
        guard rowsInSheet > 0 else { return }
        for (index, column) in table.columns.enumerated() { mark(column, lxw_col_t(index), last) }
        // Excel marks codes that look like numbers; they are meant as they are.
        _ = "A1:XFD\(rowsInSheet + 1)".withCString {
            worksheet_ignore_errors(handle, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), $0)
        }
    }

    /// How many lines the longest wrapped cell takes: not every spreadsheet works out the height of rows by itself.
    private func lines(of row: TableRow) -> Int {
        prose.reduce(1) { most, column in
            let letters = row[column.index].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            return max(most, (letters + column.letters - 1) / column.letters)
        }
    }

    private func write(_ bytes: TableRow.Bytes, _ kind: ColumnKind, column: Int) {
        let format = formats[column]
        switch kind {
        case .text, .code: sheet.write(text: bytes, row: rowsInSheet, column: column, format)
        case .integer, .decimal: sheet.write(number: bytes, row: rowsInSheet, column: column, format)
        case .date: sheet.write(day: bytes, row: rowsInSheet, column: column, format)
        case .timestamp: sheet.write(time: bytes, row: rowsInSheet, column: column, format)
        case .address: sheet.write(link: bytes, row: rowsInSheet, column: column, format)
        case .list: sheet.write(list: bytes, row: rowsInSheet, column: column, format)
        }
    }

    private func beginNextSheet() throws(DatasetError) {
        finish()
        sheetNumber += 1
        sheet = try workbook.addSheet(named: "\(table.title(workbook.language)) (\(sheetNumber))")
        rowsInSheet = 0
        beginSheet()
    }

    private func beginSheet() {
        let handle = sheet.handle
        worksheet_freeze_panes(handle, 1, 0)
        worksheet_set_landscape(handle)
        worksheet_set_paper(handle, TableSheet.paperA3)
        _ = worksheet_repeat_rows(handle, 0, 0)
        let inSight = table.columns.count { !SheetLayout.isFolded($0, of: table.name, workbook.language) }
        if inSight <= SheetLayout.mostColumnsOnAPage { worksheet_fit_to_pages(handle, 1, 0) }
        let isWide = table.name == "wide"
        _ = worksheet_set_row(
            handle, 0, isWide ? SheetLayout.tallHeaderHeight : SheetLayout.headerHeight, workbook.styles.header)
        for (index, column) in table.columns.enumerated() {
            let place = lxw_col_t(index)
            let width = SheetLayout.width(of: column)
            if SheetLayout.isFolded(column, of: table.name, workbook.language) {
                chiso_fold_column(handle, place, width, formats[index])
            } else {
                _ = worksheet_set_column(handle, place, place, width, formats[index])
            }
            sheet.write(column.label(workbook.language), row: 0, column: index, workbook.styles.header)
        }
    }

    private func mark(_ column: TableColumn, _ place: lxw_col_t, _ last: lxw_row_t) {
        let styles = workbook.styles
        switch column.name {
        case "flags": chiso_mark_filled(sheet.handle, last, place, styles.notice)
        case "confidence": chiso_mark_below(sheet.handle, last, place, TableSheet.unsure, styles.notice)
        case "agreement": chiso_mark_text(sheet.handle, last, place, "conflict", styles.alarm)
        case "change":
            chiso_mark_text(sheet.handle, last, place, "corrected", styles.notice)
            chiso_mark_text(sheet.handle, last, place, "withdrawn", styles.alarm)
        default: break
        }
    }
}
