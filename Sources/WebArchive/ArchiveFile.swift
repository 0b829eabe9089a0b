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

    /// Opens or creates a file and cuts off what lies behind `end`.
    init(folder: String, name: String, keeping end: Int64) throws(ArchiveError) {
        self.name = name
        path = folder + "/" + name
        self.end = end
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ArchiveFile.failure(path, "cannot be opened") }
        guard ftruncate(descriptor, off_t(end)) == 0 else { throw ArchiveFile.failure(path, "cannot be cut to length") }
    }

    deinit { close(descriptor) }

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

    private static func failure(_ path: String, _ what: String) -> ArchiveError {
        ArchiveError(.inputOutput, file: path, message: "\(what): \(String(cString: strerror(errno)))")
    }
}
