import Model

/// JSON (RFC 8259): an object a row, its members named as the columns, an empty cell null, a list an array; as one
/// array, or as JSON Lines. Numbers keep all their digits.
struct JSONForm: TextForm {
    enum Layout {
        case array, lines
    }

    private let kinds: [ColumnKind]
    private let layout: Layout
    /// What stands before each value, one after the other: `{"name":`, then `,"name":`; and where each ends.
    private let keys: [UInt8]
    private let keyEnds: [Int]

    init(_ columns: [TableColumn], _ layout: Layout) {
        kinds = columns.map(\.kind)
        self.layout = layout
        var keys = ByteBuffer()
        var ends: [Int] = []
        for (index, column) in columns.enumerated() {
            keys.append(index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
            keys.append(quoted: column.name)
            keys.append(UInt8(ascii: ":"))
            ends.append(keys.bytes.count)
        }
        self.keys = keys.bytes
        keyEnds = ends
    }

    func begin(_ block: Block) {
        block.reserve(1)
        if layout == .array { block.append(UInt8(ascii: "[")) }
    }

    func append(_ row: TableRow, isFirst: Bool, to block: Block) {
        // A byte may become six (`\u001f`), `null` and quotation marks need four more.
        block.reserve(6 * row.size + keys.count + 4 * row.count + 4)
        if layout == .array { block.append(isFirst ? "\n" : ",\n") }
        keys.withUnsafeBufferPointer { keys in
            var start = 0
            for index in kinds.indices {
                block.append(keys[start..<keyEnds[index]])
                start = keyEnds[index]
                append(row[index], kinds[index], block)
            }
        }
        block.append(UInt8(ascii: "}"))
        if layout == .lines { block.append(UInt8(ascii: "\n")) }
    }

    func end(isEmpty: Bool, _ block: Block) {
        block.reserve(3)
        if layout == .array { block.append(isEmpty ? "]\n" : "\n]\n") }
    }

    private func append(_ bytes: TableRow.Bytes, _ kind: ColumnKind, _ block: Block) {
        if bytes.isEmpty { return block.append("null") }
        switch kind {
        case .integer, .decimal: if bytes.isPlainNumber { block.append(bytes) } else { append(quoted: bytes, block) }
        case .list: append(list: bytes, block)
        case .text, .code, .address, .date, .timestamp: append(quoted: bytes, block)
        }
    }

    private func append(list bytes: TableRow.Bytes, _ block: Block) {
        // Each line break becomes quotation mark, comma, quotation mark: room is there, for a byte may become six.
        block.append(UInt8(ascii: "["))
        for (index, item) in bytes.split(separator: 0x0A).enumerated() {
            if index > 0 { block.append(UInt8(ascii: ",")) }
            append(quoted: UnsafeBufferPointer(rebasing: item), block)
        }
        block.append(UInt8(ascii: "]"))
    }

    private func append(quoted text: TableRow.Bytes, _ block: Block) {
        block.append(UInt8(ascii: "\""))
        var start = 0
        var index = ByteScan.firstEscape(text, from: 0)
        while index < text.count {
            let escape = JSONEscape(text, index)
            if let escape {
                block.append(text[start..<index])
                escape.append(to: block)
                start = index + escape.length
            }
            index = ByteScan.firstEscape(text, from: index + (escape?.length ?? 1))
        }
        block.append(text[start...])
        block.append(UInt8(ascii: "\""))
    }
}
