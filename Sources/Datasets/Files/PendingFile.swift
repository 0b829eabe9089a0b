#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file on its way: written beside its place under a name of its own, and moved there whole and synced, or not at
/// all. What a killed process left is taken over by the next one.
struct PendingFile: ~Copyable {
    let path: String
    /// Where it is until it is moved; other writers than `write` may fill it by name.
    let temporaryPath: String
    private let descriptor: Int32
    private var isInPlace = false

    init(folder: String, name: String) throws(DatasetError) {
        path = "\(folder)/\(name)"
        temporaryPath = "\(folder)/.\(name).part"
        descriptor = try PendingFile.take(temporaryPath)
    }

    deinit {
        if !isInPlace { unlink(temporaryPath) }
        // Expressly: a child process that is just being started may hold a copy of the descriptor until its exec.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Writes all bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws(DatasetError) {
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count > 0 { done += count } else if errno != EINTR { throw failure("Writing") }
        }
    }

    /// Writes all bytes.
    func write(all bytes: [UInt8]) throws(DatasetError) {
        var failure: DatasetError?
        bytes.withUnsafeBytes { bytes in
            do throws(DatasetError) { try write(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Reads what was written, piece by piece.
    func read(_ body: (UnsafeRawBufferPointer) -> Void) throws(DatasetError) {
        let reading = open(temporaryPath, O_RDONLY | O_CLOEXEC)
        guard reading >= 0 else { throw failure("Reading") }
        defer { close(reading) }
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(reading, &piece, piece.count)
            if count == 0 { return }
            if count > 0 {
                piece.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            } else if errno != EINTR {
                throw failure("Reading")
            }
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
