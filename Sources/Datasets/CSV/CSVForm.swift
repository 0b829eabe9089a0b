import Model

/// CSV as RFC 4180 defines it, in one of two dialects; records end with CR LF, lists are joined by `|`, an empty cell is
/// nothing at all.
///
/// - `interchange`, for programs: UTF-8 without byte-order mark, commas, decimal points, names of columns as header.
/// - `vietnameseExcel`, for a double click in a Vietnamese Excel: byte-order mark, semicolons, decimal commas, headings
///   for people, times as Vietnam's clocks show them, no line breaks inside cells.
///
/// Text is kept as it is, but for what no spreadsheet can be trusted with:
/// - A cell that a spreadsheet might run as a formula gets an apostrophe in front. That is one where `=`, `+`, `-`,
///   `@`, their full-width forms, tab, CR or LF come first, or come first after apostrophes, spaces, no-break spaces,
///   zero-width characters and direction marks. So a reader gets the text back by this rule: where an apostrophe is
///   followed by such a text, take that one apostrophe away. Cells of numbers are never touched.
/// - For Excel the same is done with text that it would make a number or a day of: codes with leading zeros first.
/// - A line break inside a cell is LF. Other control characters than tab become U+FFFD.
struct CSVForm: TextForm {
    enum Dialect {
        case interchange, vietnameseExcel(Language)
    }

    private let kinds: [ColumnKind]
    private let isForExcel: Bool
    private let separator: UInt8
    private let headings: [String]

    init(_ columns: [TableColumn], _ dialect: Dialect) {
        kinds = columns.map(\.kind)
        switch dialect {
        case .interchange:
            isForExcel = false
            separator = UInt8(ascii: ",")
            headings = columns.map(\.name)
        case .vietnameseExcel(let language):
            isForExcel = true
            separator = UInt8(ascii: ";")
            headings = columns.map { $0.label(language) }
        }
    }

    func begin(_ block: Block) {
        block.reserve(3)
        if isForExcel { block.append("\u{FEFF}") }
        for (index, heading) in headings.enumerated() {
            var heading = heading
            heading.withUTF8 { utf8 in
                block.reserve(2 * utf8.count + 8)
                if index > 0 { block.append(separator) }
                append(text: utf8, block)
            }
        }
        block.reserve(2)
        block.append("\r\n")
    }

    func append(_ row: TableRow, isFirst: Bool, to block: Block) {
        // A control character becomes three bytes, a quotation mark two; each cell may have quotation marks around it,
        // an apostrophe and a separator.
        block.reserve(3 * row.size + 4 * row.count + 2)
        for index in kinds.indices {
            if index > 0 { block.append(separator) }
            let bytes = row[index]
            if bytes.isEmpty { continue }
            switch kinds[index] {
            case .integer, .decimal: append(number: bytes, block)
            case .date: append(day: bytes, block)
            case .timestamp: append(time: bytes, block)
            case .list: append(list: bytes, block)
            case .text, .code, .address: append(text: bytes, block)
            }
        }
        block.append("\r\n")
    }

    func end(isEmpty: Bool, _ block: Block) {}

    private func append(number bytes: TableRow.Bytes, _ block: Block) {
        guard bytes.isPlainNumber else { return append(text: bytes, block) }
        guard isForExcel, let point = bytes.firstIndex(of: UInt8(ascii: ".")) else { return block.append(bytes) }
        block.append(bytes[..<point])
        block.append(UInt8(ascii: ","))
        block.append(bytes[(point + 1)...])
    }

    /// ISO 8601 is a day to every spreadsheet, whatever its country.
    private func append(day bytes: TableRow.Bytes, _ block: Block) {
        if bytes.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) {
            block.append(bytes)
        } else {
            append(text: bytes, block)
        }
    }

    /// `2024-05-16T15:31:00+07:00`; for Excel, which knows no offsets, `2024-05-16 15:31:00` of Vietnam's clocks.
    private func append(time bytes: TableRow.Bytes, _ block: Block) {
        guard isForExcel, let time = Timestamp(iso: String(decoding: bytes, as: UTF8.self)) else {
            return append(text: bytes, block)
        }
        let local = Array(time.at(offsetMinutes: Timestamp.vietnamOffset).description.utf8)
        block.append(Array(local[..<10]))
        block.append(UInt8(ascii: " "))
        block.append(Array(local[11..<19]))
    }

    /// Items stand on lines of their own.
    private func append(list bytes: TableRow.Bytes, _ block: Block) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { joined in
            for index in bytes.indices { joined[index] = bytes[index] == 0x0A ? UInt8(ascii: "|") : bytes[index] }
            append(text: UnsafeBufferPointer(joined), block)
        }
    }

    private func append(text: TableRow.Bytes, _ block: Block) {
        let isRisky = FormulaGuard.isRisky(text) || (isForExcel && FormulaGuard.looksLikeValue(text))
        let special = ByteScan.firstSpecial(text, from: 0, separator: separator)
        if !isRisky, special == text.count { return block.append(text) }
        block.append(UInt8(ascii: "\""))
        if isRisky { block.append(UInt8(ascii: "'")) }
        appendEscaped(text, firstSpecial: special, block)
        block.append(UInt8(ascii: "\""))
    }

    private func appendEscaped(_ text: TableRow.Bytes, firstSpecial: Int, _ block: Block) {
        var start = 0
        var index = firstSpecial
        while index < text.count {
            block.append(text[start..<index])
            appendSpecial(text, index, block)
            start = index + 1
            index = ByteScan.firstSpecial(text, from: start, separator: separator)
        }
        block.append(text[start...])
    }

    private func appendSpecial(_ text: TableRow.Bytes, _ index: Int, _ block: Block) {
        switch text[index] {
        case UInt8(ascii: "\""): block.append("\"\"")
        case separator: block.append(separator)
        case 0x0D where index + 1 < text.count && text[index + 1] == 0x0A: break
        case 0x0A, 0x0D: block.append(isForExcel ? 0x20 : 0x0A)
        case 0x09: block.append(0x09)
        default: block.append("\u{FFFD}")
        }
    }
}
