import Model

/// The forms that a dataset is written in.
public enum DatasetFormat: String, Sendable, CaseIterable {
    case csv, json
}

/// Writes the rows of one dataset in one form into one pending file, a good block of bytes at a time.
struct RowWriter<Row>: ~Copyable {
    private let format: DatasetFormat
    private let columns: [Column<Row>]
    private var file: PendingFile
    private var buffer = ByteBuffer(capacity: RowWriter.blockSize + 16_384)
    private var rows = 0

    private static var blockSize: Int { 1 << 18 }

    init(_ format: DatasetFormat, columns: [Column<Row>], file: consuming PendingFile) {
        self.format = format
        self.columns = columns
        self.file = file
        switch format {
        case .csv: buffer.append(header: columns.map(\.name))
        case .json: buffer.append("[")
        }
    }

    mutating func append(_ row: Row) throws(DatasetError) {
        switch format {
        case .csv:
            buffer.append(csvRow: row, columns: columns)
        case .json:
            buffer.append(rows == 0 ? "\n" : ",\n")
            buffer.append(jsonRow: row, columns: columns)
        }
        rows += 1
        if buffer.bytes.count >= RowWriter.blockSize { try flush() }
    }

    /// Writes what is left, and waits until all is on the disk.
    mutating func finish() throws(DatasetError) {
        if format == .json { buffer.append(rows == 0 ? "]\n" : "\n]\n") }
        try flush()
        try file.sync()
    }

    mutating func moveIntoPlace() throws(DatasetError) { try file.moveIntoPlace() }

    private mutating func flush() throws(DatasetError) {
        try file.write(buffer.bytes)
        buffer.removeAll()
    }
}
