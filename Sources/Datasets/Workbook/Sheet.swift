import CXLSXWriter
import Model

/// One worksheet: cells of each kind, safely. Confined to the thread that writes the workbook, which owns the handle.
final class Sheet {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let handle: UnsafeMutablePointer<lxw_worksheet>
    private let text = CellText()
    private let budget: LinkBudget
    private var links = 0

    /// What a sheet can hold besides its header (ECMA-376 and Excel's own limits).
    static let capacity = 1_048_575
    private static let mostLinks = 20_000
    private static let longestLink = 2_079

    init(handle: UnsafeMutablePointer<lxw_worksheet>, links budget: LinkBudget) {
        self.handle = handle
        self.budget = budget
    }

    /// Bytes of its rows; negative when the disk has refused some.
    var size: Int { chiso_sheet_size(handle) }

    func write(_ words: String, row: Int, column: Int, _ format: Format?) {
        var words = words
        words.withUTF8 { write(text: $0, row: row, column: column, format) }
    }

    /// A text is a text cell: a spreadsheet never runs it.
    func write(text bytes: TableRow.Bytes, row: Int, column: Int, _ format: Format?) {
        _ = worksheet_write_string(handle, lxw_row_t(row), lxw_col_t(column), text.string(bytes), format)
    }

    /// A number as a number, where a spreadsheet can hold all its digits; else as text.
    func write(number bytes: TableRow.Bytes, row: Int, column: Int, _ format: Format?) {
        guard let value = SpreadsheetValue.number(bytes) else {
            return write(text: bytes, row: row, column: column, format)
        }
        write(value: value, row: row, column: column, format)
    }

    func write(value: Double, row: Int, column: Int, _ format: Format?) {
        _ = worksheet_write_number(handle, lxw_row_t(row), lxw_col_t(column), value, format)
    }

    /// A day as a spreadsheet counts days.
    func write(day bytes: TableRow.Bytes, row: Int, column: Int, _ format: Format?) {
        guard let serial = SpreadsheetValue.day(bytes) else {
            return write(text: bytes, row: row, column: column, format)
        }
        write(value: serial, row: row, column: column, format)
    }

    /// An instant as Vietnam's clocks show it.
    func write(time bytes: TableRow.Bytes, row: Int, column: Int, _ format: Format?) {
        guard let serial = SpreadsheetValue.time(bytes) else {
            return write(text: bytes, row: row, column: column, format)
        }
        write(value: serial, row: row, column: column, format)
    }

    /// A link where it is one of the web and the sheet can hold more of them; else its text.
    func write(link bytes: TableRow.Bytes, row: Int, column: Int, _ format: Format?) {
        guard links < Sheet.mostLinks, budget.left > 0, bytes.count <= Sheet.longestLink, Sheet.isOfTheWeb(bytes) else {
            return write(text: bytes, row: row, column: column, nil)
        }
        let result = worksheet_write_url(handle, lxw_row_t(row), lxw_col_t(column), text.string(bytes), format)
        guard result == LXW_NO_ERROR else { return write(text: bytes, row: row, column: column, nil) }
        links += 1
        budget.left -= 1
    }

    /// A list on one line.
    func write(list bytes: TableRow.Bytes, row: Int, column: Int, _ format: Format?) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { joined in
            for index in bytes.indices { joined[index] = bytes[index] == 0x0A ? UInt8(ascii: "|") : bytes[index] }
            write(text: UnsafeBufferPointer(joined), row: row, column: column, format)
        }
    }

    private static func isOfTheWeb(_ bytes: TableRow.Bytes) -> Bool {
        bytes.starts(with: "https://".utf8) || bytes.starts(with: "http://".utf8)
    }
}

/// How many more links a workbook may hold: libxlsxwriter keeps each in memory until the end, some kilobytes.
final class LinkBudget {
    var left = 40_000
}
