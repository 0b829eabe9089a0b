import Foundation
import Model

/// Appends exchanges to `.warc.gz` files, one gzip member a record: a new file every day, and when one has grown large.
///
/// Records are on the disk when `append` returns. What lies behind the last record that the ledger knows is cut off
/// when writing begins again: it was torn by a crash, or its page's transaction never came. Whole files behind it are
/// not deleted but renamed to `….set-aside`: after a lost ledger they may be all that is left of the captured pages.
/// Beside every file stands its index, see `ArchiveIndex`.
public struct WARCWriter: ~Copyable, Sendable {
    private let folder: String
    private let prefix: String
    private let packer: RecordPacker
    private let maxFileBytes: Int64
    private var current: ArchiveFileName?
    private var file: ArchiveFile?
    private var index: ArchiveIndex?

    /// - Parameters:
    ///   - prefix: Files are named `PREFIX-20240516-00001.warc.gz` and so on, by the UTC day of their first record.
    ///   - packer: Makes the first record of every file.
    ///   - resumingAt: The last record that the ledger knows; nil when it knows none.
    public init(
        folder: String, prefix: String, packer: RecordPacker, maxFileBytes: Int64, resumingAt: ArchiveLocation?
    ) throws(ArchiveError) {
        // Everything that may fail comes first: a value that cannot be copied must not be left half made.
        var last: ArchiveFileName?
        var opened: ArchiveFile?
        var lines: ArchiveIndex?
        if let known = resumingAt {
            guard let name = ArchiveFileName(known.file, prefix: prefix) else {
                throw ArchiveError(
                    .missing, file: folder + "/" + known.file,
                    message: "is where the ledger's last record lies, but is no file named \(prefix)-DAY-NUMBER.warc.gz"
                )
            }
            last = name
            let end = known.offset + known.length
            opened = try ArchiveFile(resuming: known.file, in: folder, at: end)
            lines = try ArchiveIndex(resumingFor: known.file, in: folder, at: end)
        }
        try WARCWriter.prepare(folder, keepingUpTo: last, prefix: prefix)
        self.folder = folder
        self.prefix = prefix
        self.packer = packer
        self.maxFileBytes = maxFileBytes
        current = last
        file = opened
        index = lines
    }

    /// Writes exchanges that were packed, waits until they are on the disk, and returns where the records of the
    /// responses lie. On an error nothing of them is left.
    public mutating func append(_ exchanges: [PackedExchange]) throws(ArchiveError) -> [ArchiveLocation] {
        guard let first = exchanges.first else { return [] }
        try openFile(at: first.date)
        guard let name = current?.text, let start = file?.end, let indexStart = index?.end else { return [] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(exchanges.reduce(0) { $0 + $1.members.count })
        var locations: [ArchiveLocation] = []
        for exchange in exchanges {
            let offset = start + Int64(bytes.count + exchange.requestLength)
            let length = Int64(exchange.members.count - exchange.requestLength)
            locations.append(ArchiveLocation(file: name, offset: offset, length: length))
            bytes += exchange.members
        }
        do throws(ArchiveError) {
            try file?.append(bytes)
            try index?.append(
                zip(exchanges, locations).map { $0.entry.line(file: name, offset: $1.offset, length: $1.length) })
            try file?.sync()
        } catch {
            file?.cut(to: start)
            index?.cut(to: indexStart)
            throw error
        }
        return locations
    }

    /// Ends writing: the index of the last file is sorted into its final form.
    public consuming func finish() throws(ArchiveError) {
        if let index { try index.finish() }
    }

    /// Keeps the current file, or begins a new one with its `warcinfo` record.
    private mutating func openFile(at date: Timestamp) throws(ArchiveError) {
        let next = ArchiveFileName(prefix: prefix, date: date, after: current)
        if let current, next.day == current.day, file?.end ?? maxFileBytes < maxFileBytes { return }
        let information = try packer.information(file: next.text, date: date)
        var opened = try ArchiveFile(creating: next.text, in: folder)
        var lines: ArchiveIndex
        do throws(ArchiveError) {
            try opened.append(information)
            lines = try ArchiveIndex(creatingFor: next.text, in: folder)
        } catch {
            // The name is taken back too, so that the next attempt can create the file.
            try? FileManager.default.removeItem(atPath: folder + "/" + next.text)
            throw error
        }
        if let index = index.take() { try index.finish() }
        file = consume opened
        index = consume lines
        current = next
    }

    /// Makes the folder, sets aside the files behind the one that is written on, for the ledger knows nothing of them,
    /// and makes the indexes that a crash left unfinished.
    private static func prepare(
        _ folder: String, keepingUpTo last: ArchiveFileName?, prefix: String
    ) throws(ArchiveError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
                guard let own = ArchiveFileName(name, prefix: prefix) else { continue }
                if let last, own.text <= last.text {
                    if own.text < last.text, !ArchiveIndex.exists(for: name, in: folder) {
                        try ArchiveIndex.make(for: name, in: folder)
                    }
                } else {
                    try FileManager.default.moveItem(
                        atPath: folder + "/" + name, toPath: freeName(folder + "/" + name + ".set-aside"))
                    ArchiveIndex.remove(for: name, in: folder)
                }
            }
        } catch let error as ArchiveError {
            throw error
        } catch {
            let reason = error.localizedDescription
            throw ArchiveError(.inputOutput, file: folder, message: "cannot be made ready: \(reason)")
        }
    }

    /// `PATH`, or `PATH-2`, `PATH-3`, … when that is taken.
    private static func freeName(_ path: String) -> String {
        var free = path
        var count = 1
        while FileManager.default.fileExists(atPath: free) {
            count += 1
            free = "\(path)-\(count)"
        }
        return free
    }
}
