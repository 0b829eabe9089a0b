#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder that the datasets are published in.
///
/// Every file is written beside its place, synced, and renamed; so a reader sees the former file or the new one, whole,
/// and an error or a killed run changes nothing. The files of one export are moved only when all of them are written.
public struct DatasetFolder: Sendable {
    public let path: String

    /// The folder need not exist yet.
    public init(_ path: String) { self.path = path }

    /// Writes a file as it is given, as `run.json`.
    public func write(name: String, bytes: [UInt8]) throws(DatasetError) {
        try make()
        var file = try PendingFile(folder: path, name: name)
        try file.write(all: bytes)
        try file.sync()
        try file.moveIntoPlace()
        try sync()
    }

    /// Makes the folder and those above it where they are missing.
    func make() throws(DatasetError) {
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
    func sync() throws(DatasetError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DatasetError(errno: errno, doing: "Opening the folder", file: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw DatasetError(errno: errno, doing: "Syncing the folder", file: path) }
    }
}
