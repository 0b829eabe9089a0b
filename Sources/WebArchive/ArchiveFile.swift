#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One file of the archive, open for appending; closed when it goes.
struct ArchiveFile: ~Copyable {
    let name: String
    private let path: String
    private let descriptor: Int32
    /// Where the next record begins.
    private(set) var end: Int64

    /// Creates a file that must not exist yet, and makes its name last through a crash.
    init(creating name: String, in folder: String) throws(ArchiveError) {
        self.name = name
        path = folder + "/" + name
        end = 0
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ArchiveFile.failure(path, "cannot be created") }
        try ArchiveFile.syncFolder(folder)
    }

    /// Opens a file that holds records up to `end` and cuts off what lies behind them.
    init(resuming name: String, in folder: String, at end: Int64) throws(ArchiveError) {
        self.name = name
        path = folder + "/" + name
        self.end = end
        descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code: ArchiveError.Code = errno == ENOENT ? .missing : .inputOutput
            throw ArchiveFile.failure(path, "is known to the ledger and cannot be opened", code)
        }
        let size = Int64(lseek(descriptor, 0, SEEK_END))
        // Cutting "to" a greater length would fill the gap with zeros and hide that captured pages are lost.
        guard size >= end else {
            throw ArchiveError(
                .damaged, file: path,
                message: "has \(size) bytes and the ledger knows records up to byte \(end); bring the whole file back")
        }
        guard size == end || ftruncate(descriptor, off_t(end)) == 0 else {
            throw ArchiveFile.failure(path, "cannot be cut to length")
        }
    }

    // A throwing initializer that has come this far ends here too, with a descriptor that was perhaps never opened.
    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Writes a record and waits until it is on the disk; on an error nothing of it is left.
    mutating func append(_ bytes: [UInt8]) throws(ArchiveError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                pwrite(
                    descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written,
                    off_t(end) + off_t(written))
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw takenBack("cannot be written") }
            written += count
        }
        guard fdatasync(descriptor) == 0 else { throw takenBack("cannot be synced") }
        end += Int64(bytes.count)
    }

    private func takenBack(_ what: String) -> ArchiveError {
        let error = ArchiveFile.failure(path, what)
        ftruncate(descriptor, off_t(end))
        return error
    }

    /// A new name is on the disk only when its folder is.
    private static func syncFolder(_ folder: String) throws(ArchiveError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(folder, "cannot be opened") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(folder, "cannot be synced") }
    }

    private static func failure(
        _ path: String, _ what: String, _ code: ArchiveError.Code = .inputOutput
    ) -> ArchiveError {
        ArchiveError(code, file: path, message: "\(what): \(String(cString: strerror(errno)))")
    }
}
