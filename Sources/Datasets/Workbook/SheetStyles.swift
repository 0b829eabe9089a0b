import CXLSXWriter
import Model

/// The few formats that all sheets share. The handles belong to the workbook.
struct SheetStyles {
    typealias Format = UnsafeMutablePointer<lxw_format>

    let title: Format?
    let header: Format?
    let plain: Format?
    let wrapped: Format?
    let code: Format?
    let number: Format?
    let day: Format?
    let time: Format?
    let link: Format?
    /// Fills for what wants a second look: something to know, something wrong.
    let notice: Format?
    let alarm: Format?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        func format(_ change: (Format) -> Void) -> Format? {
            guard let format = workbook_add_format(workbook) else { return nil }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            change(format)
            return format
        }
        title = format {
            format_set_bold($0)
            format_set_font_size($0, 16)
        }
        header = format {
            format_set_bold($0)
            format_set_text_wrap($0)
            format_set_font_color($0, 0xFFFFFF)
            format_set_bg_color($0, 0x1F4E79)
            format_set_border($0, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color($0, 0xBFBFBF)
            format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        }
        plain = format { format_set_indent($0, 1) }
        wrapped = format {
            format_set_text_wrap($0)
            format_set_indent($0, 1)
        }
        // "@" is text: a code that is typed over keeps its zeros.
        code = format {
            format_set_num_format($0, "@")
            format_set_indent($0, 1)
        }
        number = format { _ in }
        day = format { format_set_num_format($0, "dd/mm/yyyy") }
        time = format { format_set_num_format($0, "dd/mm/yyyy hh:mm") }
        link = format {
            format_set_font_color($0, 0x0563C1)
            format_set_underline($0, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        }
        notice = format { format_set_bg_color($0, 0xFFEB9C) }
        alarm = format { format_set_bg_color($0, 0xFFC7CE) }
    }

    func format(of column: TableColumn) -> Format? {
        switch column.kind {
        case .text: SheetLayout.isProse(column) ? wrapped : plain
        case .code, .list: code
        case .integer, .decimal: number
        case .date: day
        case .timestamp: time
        case .address: link
        }
    }
}
