#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file on its way: written beside its place under a name of its own, and moved there whole and synced, or not at
/// all. What a killed process left is taken over by the next one.
struct PendingFile: ~Copyable {
    let path: String
    private let temporaryPath: String
    private let descriptor: Int32
    private var isInPlace = false

    init(folder: String, name: String) throws(DatasetError) {
        path = "\(folder)/\(name)"
        temporaryPath = "\(folder)/.\(name).part"
        descriptor = try PendingFile.take(temporaryPath)
    }

    deinit {
        if !isInPlace { unlink(temporaryPath) }
        close(descriptor)
    }

    /// Writes all bytes.
    func write(_ bytes: [UInt8]) throws(DatasetError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
            }
            if count > 0 { done += count } else if errno != EINTR { throw failure("Writing") }
        }
    }

    /// Waits until the bytes are on the disk.
    func sync() throws(DatasetError) {
        guard fsync(descriptor) == 0 else { throw failure("Syncing") }
    }

    /// Puts the file in its place, instead of what was there.
    mutating func moveIntoPlace() throws(DatasetError) {
        guard rename(temporaryPath, path) == 0 else { throw failure("Moving into place") }
        isInPlace = true
    }

    private func failure(_ doing: String) -> DatasetError { DatasetError(errno: errno, doing: doing, file: path) }

    /// Opens the file, alone: empty, or emptied of what a killed process left.
    private static func take(_ path: String) throws(DatasetError) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { throw DatasetError(errno: errno, doing: "Creating", file: path) }
        var problem: (doing: String, number: Int32)?
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 || !isStill(descriptor, at: path) {
            problem = ("Locking", EWOULDBLOCK)
        } else if ftruncate(descriptor, 0) != 0 {
            problem = ("Emptying", errno)
        }
        guard let problem else { return descriptor }
        close(descriptor)
        throw DatasetError(errno: problem.number, doing: problem.doing, file: path)
    }

    /// Whether nobody has moved the file away between opening and locking it.
    private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
        var opened = stat()
        var named = stat()
        return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0 && opened.st_ino == named.st_ino
    }
}
