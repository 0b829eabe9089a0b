import Model

/// CSV as RFC 4180 defines it: UTF-8 without byte-order mark, commas, records end with CR LF, the header names the
/// columns. Numbers have a decimal point and no grouping, days and times are ISO 8601, lists are joined by `|`,
/// an empty cell is nothing at all.
///
/// Text is kept as it is, but for what no spreadsheet can be trusted with:
/// - A cell that a spreadsheet might run as a formula gets an apostrophe in front. That is one where `=`, `+`, `-`,
///   `@`, their full-width forms, tab, CR or LF come first, or come first after apostrophes, spaces, no-break spaces,
///   zero-width characters and direction marks. So a reader gets the text back by this rule: where an apostrophe is
///   followed by such a text, take that one apostrophe away. Cells of numbers are never touched.
/// - A line break inside a cell is LF. Other control characters than tab become U+FFFD.
extension ByteBuffer {
    mutating func append(header names: some Sequence<String>) {
        for (index, name) in names.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            append(csvText: name)
        }
        append("\r\n")
    }

    mutating func append<Row>(csvRow row: Row, columns: [Column<Row>]) {
        for (index, column) in columns.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            append(csv: column.cell(row))
        }
        append("\r\n")
    }

    private mutating func append(csv cell: Cell) {
        switch cell {
        case .empty: break
        case .text(let text): append(csvText: text)
        case .integer(let number): append(integer: number)
        case .decimal(let number): append(decimal: number)
        case .date(let date): append(date)
        case .timestamp(let time): append(time)
        case .list(let texts): append(csvText: texts.joined(separator: "|"))
        }
    }

    private mutating func append(csvText text: String) {
        var text = text
        text.withUTF8 { utf8 in
            let isRisky = FormulaGuard.isRisky(utf8)
            if !isRisky, !utf8.contains(where: ByteBuffer.isSpecial) { return append(utf8) }
            append(UInt8(ascii: "\""))
            if isRisky { append(UInt8(ascii: "'")) }
            appendEscaped(utf8)
            append(UInt8(ascii: "\""))
        }
    }

    private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        for (index, byte) in utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "\""): append("\"\"")
            case 0x0D: if index + 1 == utf8.count || utf8[index + 1] != 0x0A { append(0x0A) }
            case 0x09, 0x0A: append(byte)
            case 0..<0x20, 0x7F: append("\u{FFFD}")
            default: append(byte)
            }
        }
    }

    /// What a cell cannot hold outside quotation marks, or not at all. A space is here because some readers cut it.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x7F
    }
}
