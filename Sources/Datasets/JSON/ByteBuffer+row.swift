import Model

extension ByteBuffer {
    /// A row as a JSON object on one line, its members named as the columns; an empty cell is null.
    mutating func append<Row>(jsonRow row: Row, columns: [Column<Row>]) {
        append(UInt8(ascii: "{"))
        for (index, column) in columns.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            append(quoted: column.name)
            append(UInt8(ascii: ":"))
            append(json: column.cell(row))
        }
        append(UInt8(ascii: "}"))
    }

    private mutating func append(json cell: Cell) {
        switch cell {
        case .empty: append("null")
        case .text(let text): append(quoted: text)
        case .integer(let number): append(integer: number)
        case .decimal(let number) where number.isFinite: append(decimal: number)
        case .decimal: append("null")
        case .date(let date): quoted { $0.append(date) }
        case .timestamp(let time): quoted { $0.append(time) }
        case .list(let texts): append(list: texts)
        }
    }

    private mutating func append(list texts: [String]) {
        append(UInt8(ascii: "["))
        for (index, text) in texts.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            append(quoted: text)
        }
        append(UInt8(ascii: "]"))
    }

    private mutating func quoted(_ content: (inout ByteBuffer) -> Void) {
        append(UInt8(ascii: "\""))
        content(&self)
        append(UInt8(ascii: "\""))
    }
}
