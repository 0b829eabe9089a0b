#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One file of the archive, open for appending; closed when it goes.
struct ArchiveFile: ~Copyable {
    private let path: String
    private let descriptor: Int32
    /// Where the next bytes go.
    private(set) var end: Int64

    /// Creates a file that must not exist yet, and makes its name last through a crash.
    init(creating name: String, in folder: String) throws(ArchiveError) {
        path = folder + "/" + name
        end = 0
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ArchiveFile.failure(path, "cannot be created") }
        try ArchiveFile.syncFolder(folder)
    }

    /// Creates a file, or empties the one that there is; its name may be lost in a crash.
    init(overwriting name: String, in folder: String) throws(ArchiveError) {
        path = folder + "/" + name
        end = 0
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ArchiveFile.failure(path, "cannot be created") }
    }

    /// Opens a file that holds records up to `end` and cuts off what lies behind them.
    init(resuming name: String, in folder: String, at end: Int64) throws(ArchiveError) {
        path = folder + "/" + name
        self.end = end
        descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code: ArchiveError.Code = errno == ENOENT ? .missing : .inputOutput
            throw ArchiveFile.failure(path, "is known to the ledger; put it back, for it cannot be opened", code)
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

    /// Writes at the end; on an error some of the bytes may be there, and `cut` takes them off.
    mutating func append(_ bytes: [UInt8]) throws(ArchiveError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                pwrite(
                    descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written,
                    off_t(end) + off_t(written))
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw ArchiveFile.failure(path, "cannot be written") }
            written += count
        }
        end += Int64(bytes.count)
    }

    /// Waits until everything written is on the disk.
    func sync() throws(ArchiveError) {
        guard fdatasync(descriptor) == 0 else { throw ArchiveFile.failure(path, "cannot be synced") }
    }

    /// Takes off everything behind a place, after a failure. Where even that fails, the next start does it.
    mutating func cut(to place: Int64) {
        ftruncate(descriptor, off_t(place))
        end = place
    }

    /// A new name is on the disk only when its folder is.
    static func syncFolder(_ folder: String) throws(ArchiveError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(folder, "cannot be opened") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(folder, "cannot be synced") }
    }

    private static func failure(
        _ path: String, _ what: String, _ code: ArchiveError.Code = .inputOutput
    ) -> ArchiveError {
        let reason = errno
        let remedy =
            reason == ENOSPC || reason == EDQUOT || reason == EFBIG ? "; make room on the disk and run again" : ""
        return ArchiveError(code, file: path, message: "\(what): \(String(cString: strerror(reason)))\(remedy)")
    }
}
