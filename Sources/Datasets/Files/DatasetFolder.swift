import FoundationEssentials
import Model

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder that the datasets are published in.
///
/// Every file is written beside its place, synced, and renamed; so a reader sees the former file or the new one, whole,
/// and an error or a killed run changes nothing. The forms of one dataset are moved only when all of them are written.
public struct DatasetFolder: Sendable {
    public let path: String

    /// The folder need not exist yet.
    public init(_ path: String) { self.path = path }

    /// Writes a dataset in each of the forms; what `rows` throws is handed on, and nothing is changed.
    ///
    /// - Parameter rows: Hands every row, in order, to the function that it is given.
    @discardableResult
    public func write<Row>(
        name: String, formats: [DatasetFormat], columns: [Column<Row>],
        rows: (_ sink: (Row) throws -> Void) throws -> Void
    ) throws -> [DatasetFile] {
        try makeFolder()
        var csv = try writer(name, .csv, among: formats, columns)
        var json = try writer(name, .json, among: formats, columns)
        var count = 0
        try rows { row in
            try csv?.append(row)
            try json?.append(row)
            count += 1
        }
        try csv?.finish()
        try json?.finish()
        try csv?.moveIntoPlace()
        try json?.moveIntoPlace()
        try syncFolder()
        return formats.map { DatasetFile(name: "\(name).\($0.rawValue)", rows: count) }
    }

    /// Writes a file as it is given, as `run.json`.
    public func write(name: String, bytes: [UInt8]) throws(DatasetError) {
        try makeFolder()
        var file = try PendingFile(folder: path, name: name)
        try file.write(bytes)
        try file.sync()
        try file.moveIntoPlace()
        try syncFolder()
    }

    private func writer<Row>(
        _ name: String, _ format: DatasetFormat, among formats: [DatasetFormat], _ columns: [Column<Row>]
    ) throws(DatasetError) -> RowWriter<Row>? {
        guard formats.contains(format) else { return nil }
        let file = try PendingFile(folder: path, name: "\(name).\(format.rawValue)")
        return RowWriter(format, columns: columns, file: file)
    }

    private func makeFolder() throws(DatasetError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/\(part)"
            if mkdir(made, 0o777) != 0, errno != EEXIST, errno != EISDIR {
                throw DatasetError(errno: errno, doing: "Making the folder", file: made)
            }
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw DatasetError(errno: errno, doing: "Opening the folder", file: path)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw DatasetError(errno: ENOTDIR, doing: "Opening the folder", file: path)
        }
    }

    /// Makes the new names durable.
    private func syncFolder() throws(DatasetError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DatasetError(errno: errno, doing: "Opening the folder", file: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw DatasetError(errno: errno, doing: "Syncing the folder", file: path) }
    }
}

/// A file that was written, and how many rows it holds.
public struct DatasetFile: Hashable, Sendable {
    public let name: String
    public let rows: Int
}
