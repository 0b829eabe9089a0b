import Model

/// One table in one form of text: rows become bytes here, bytes become a file in `BlockFile`.
struct TextFile {
    let name: String
    private let form: any TextForm
    private let file: BlockFile
    private var block = Block(capacity: BlockFile.blockSize + 65_536)
    private(set) var rows = 0

    init(name: String, form: any TextForm, folder: String) throws(DatasetError) {
        self.name = name
        self.form = form
        file = BlockFile(try PendingFile(folder: folder, name: name), name: name)
        form.begin(block)
    }

    mutating func append(_ row: TableRow) throws(DatasetError) {
        form.append(row, isFirst: rows == 0, to: block)
        rows += 1
        if block.count >= BlockFile.blockSize { block = try file.exchange(block) }
    }

    /// Writes what is left, and waits until all is on the disk.
    mutating func finish() throws(DatasetError) -> DatasetFile {
        form.end(isEmpty: rows == 0, block)
        let (size, digest) = try file.finish(block)
        block = Block(capacity: 1)
        return DatasetFile(name: name, rows: rows, size: size, digest: digest)
    }

    func moveIntoPlace() throws(DatasetError) { try file.moveIntoPlace() }
}
