import CXLSXWriter
import Model

/// The first sheet: what the workbook is, what each sheet holds, and how to read it.
struct FrontPage {
    let language: Language
    let contents: [Workbook.SheetContents]

    static func sheetName(_ language: Language) -> String { language == .vietnamese ? "Giới thiệu" : "About" }

    static func title(_ language: Language) -> String {
        language == .vietnamese
            ? "ChiSo – số liệu cải cách hành chính từ báo chí" : "ChiSo – administrative-reform figures from the news"
    }

    private var advice: [String] {
        switch language {
        case .vietnamese:
            [
                "Mỗi số liệu đi kèm câu chứa nó và địa chỉ bài viết: hãy đọc câu trích dẫn trước khi dùng.",
                "Chỉ so sánh số liệu cùng loại, cùng kỳ, cùng đơn vị tính; số thời điểm không cộng dồn.",
                "Ô màu vàng: cần lưu ý. Ô màu đỏ: các nguồn mâu thuẫn hoặc số liệu đã bị rút.",
                "Một số cột kỹ thuật được gập lại; bấm dấu + phía trên tiêu đề cột để mở.",
                "Ý nghĩa của từng cột, từng mã: xem trang Danh mục.",
            ]
        case .english:
            [
                "Every number comes with its sentence and its article's address: read the quote before using it.",
                "Compare only numbers of one kind, period and unit; a state on a day must not be summed.",
                "Yellow: something to know. Red: sources contradict each other, or a number was withdrawn.",
                "Some technical columns are folded away; press + above the headings to see them.",
                "What each column and code means: see the sheet Codebook.",
            ]
        }
    }

    func write(to sheet: Sheet, _ styles: SheetStyles) {
        _ = worksheet_set_column(sheet.handle, 0, 0, 26, nil)
        _ = worksheet_set_column(sheet.handle, 1, 1, 12, nil)
        _ = worksheet_set_column(sheet.handle, 2, 2, 90, nil)
        worksheet_set_landscape(sheet.handle)
        worksheet_set_paper(sheet.handle, 9)
        worksheet_fit_to_pages(sheet.handle, 1, 0)
        sheet.write(FrontPage.title(language), row: 0, column: 0, styles.title)
        var row = 2
        for line in advice {
            sheet.write(line, row: row, column: 0, nil)
            row += 1
        }
        row += 1
        let headings = language == .vietnamese ? ["Trang", "Số dòng", "Nội dung"] : ["Sheet", "Rows", "What a row is"]
        for (column, heading) in headings.enumerated() { sheet.write(heading, row: row, column: column, styles.header) }
        for entry in contents {
            row += 1
            sheet.write(entry.title, row: row, column: 0, styles.plain)
            sheet.write(value: Double(entry.rows), row: row, column: 1, styles.number)
            sheet.write(entry.note, row: row, column: 2, styles.wrapped)
        }
    }
}
