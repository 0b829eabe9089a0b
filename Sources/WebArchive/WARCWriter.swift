import Compression
import Foundation
import Model

/// Appends responses to `.warc.gz` files: one gzip member a record, a new file when one has grown large.
///
/// A record is on the disk when `append` returns. What lies behind the last record that the ledger knows is cut off
/// when writing begins again: it was torn by a crash, or its page's transaction never came. Whole files behind it are
/// not deleted but renamed to `….set-aside`: after a lost ledger they may be all that is left of the captured pages.
public struct WARCWriter: ~Copyable, Sendable {
    private let folder: String
    private let prefix: String
    private let records: RecordMaker
    private let maxFileBytes: Int64
    private var number: Int
    private var file: ArchiveFile?

    /// - Parameters:
    ///   - prefix: Files are named `PREFIX-00001.warc.gz` and so on.
    ///   - resumingAt: The last record that the ledger knows; nil when it knows none.
    public init(
        folder: String, prefix: String, software: String, maxFileBytes: Int64, resumingAt: ArchiveLocation?
    ) throws(ArchiveError) {
        // Everything that may fail comes first: a value that cannot be copied must not be left half made.
        var last = 0
        var opened: ArchiveFile?
        if let known = resumingAt {
            guard let number = WARCWriter.number(of: known.file, prefix: prefix) else {
                throw ArchiveError(
                    .missing, file: folder + "/" + known.file,
                    message: "is where the ledger's last record lies, but is no file named \(prefix)-NUMBER.warc.gz")
            }
            last = number
            opened = try ArchiveFile(resuming: known.file, in: folder, at: known.offset + known.length)
        }
        try WARCWriter.prepare(folder, keepingUpTo: last, prefix: prefix)
        self.folder = folder
        self.prefix = prefix
        self.maxFileBytes = maxFileBytes
        records = RecordMaker(software: software)
        number = last
        file = opened
    }

    /// Writes a response and the request that it answers; returns where the response's record lies.
    public mutating func append(
        _ capture: Capture, requestHeaders: [HeaderField]
    ) throws(ArchiveError) -> ArchiveLocation {
        try openFile(at: capture.fetched)
        let response = Gzip.compress(records.response(capture))
        let request = Gzip.compress(records.request(capture, headers: requestHeaders))
        let offset = file?.end ?? 0
        try file?.append(request + response)
        return ArchiveLocation(
            file: WARCWriter.name(number, prefix: prefix), offset: offset + Int64(request.count),
            length: Int64(response.count))
    }

    /// Keeps the current file, or begins a new one with its `warcinfo` record.
    private mutating func openFile(at date: Timestamp) throws(ArchiveError) {
        let end = file?.end ?? maxFileBytes
        if end < maxFileBytes { return }
        let name = WARCWriter.name(number + 1, prefix: prefix)
        var next = try ArchiveFile(creating: name, in: folder)
        do {
            try next.append(Gzip.compress(records.information(file: name, date: date)))
        } catch {
            // The name is taken back too, so that the next attempt can create the file.
            try? FileManager.default.removeItem(atPath: folder + "/" + name)
            throw error
        }
        file = consume next
        number += 1
    }

    private static func name(_ number: Int, prefix: String) -> String {
        let digits = String(number)
        return "\(prefix)-\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits).warc.gz"
    }

    private static func number(of file: String, prefix: String) -> Int? {
        guard file.hasPrefix(prefix + "-"), file.hasSuffix(".warc.gz"),
            let number = Int(file.dropFirst(prefix.count + 1).dropLast(8)), number > 0,
            name(number, prefix: prefix) == file
        else { return nil }
        return number
    }

    /// Makes the folder and sets aside the files behind the one that is written on: the ledger knows nothing of them.
    private static func prepare(_ folder: String, keepingUpTo number: Int, prefix: String) throws(ArchiveError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
                guard let own = WARCWriter.number(of: name, prefix: prefix), own > number else { continue }
                let path = folder + "/" + name
                try FileManager.default.moveItem(atPath: path, toPath: freeName(path + ".set-aside"))
            }
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
