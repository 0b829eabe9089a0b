import Compression
import Foundation
import Model

/// Reads the records of `.warc`, `.warc.gz`, `.arc` and `.arc.gz` files, one in memory at a time.
public struct WARCReader: Sendable {
    private let file: String

    /// A file that cannot be read is told of here, not at its first record.
    public init(file: String) throws(ArchiveError) {
        self.file = file
        _ = try WARCReader.open(file)
    }

    /// Every record up to the end or the first damage, which is thrown after the records before it were handed on.
    ///
    /// - Parameter start: The byte at which a record begins.
    public func forEachRecord(from start: Int64 = 0, _ body: (WARCRecord) throws -> Void) throws {
        let handle = try WARCReader.open(file)
        defer { try? handle.close() }
        if start > 0 { try handle.seek(toOffset: UInt64(start)) }
        var window: [UInt8] = []
        var position = 0
        // What `window` begins at in the file.
        var base = max(0, start)
        var isWhole = false
        while true {
            switch RecordParser.parse(window, from: position, offset: base + Int64(position)) {
            case .record(var record, let next):
                record.length = base + Int64(next) - record.offset
                try body(record)
                position = next
                continue
            case .lastRecord(let record, let reason):
                try body(record)
                throw damage(base + Int64(position), reason)
            case .end where isWhole: return
            case .needsMore where isWhole: throw damage(base + Int64(position), "the file ends within a record")
            case .damaged(let reason): throw damage(base + Int64(position), reason)
            case .end, .needsMore: break
            }
            window.removeFirst(position)
            base += Int64(position)
            position = 0
            let more = try read(handle, max(WARCReader.step, window.count))
            isWhole = more.isEmpty
            window += more
        }
    }

    /// The response that the archive holds at a location, as it was captured.
    public static func capture(at location: ArchiveLocation, folder: String) throws(ArchiveError) -> Capture {
        try WARCReader(file: folder + "/" + location.file).capture(of: record(at: location, folder: folder))
    }

    /// The record that the archive holds at a location.
    public static func record(at location: ArchiveLocation, folder: String) throws(ArchiveError) -> WARCRecord {
        let reader = try WARCReader(file: folder + "/" + location.file)
        let handle = try open(reader.file)
        defer { try? handle.close() }
        guard location.offset >= 0, (1...Int64(RecordParser.largestRecord)).contains(location.length) else {
            throw reader.damage(location.offset, "no record can be there")
        }
        let bytes: [UInt8]
        do {
            try handle.seek(toOffset: UInt64(location.offset))
            bytes = try reader.read(handle, Int(location.length))
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw reader.failure(error, at: location.offset)
        }
        switch RecordParser.parse(bytes, from: 0, offset: location.offset) {
        case .record(let record, next: _), .lastRecord(let record, damage: _): return record
        case .damaged(let reason): throw reader.damage(location.offset, reason)
        case .end, .needsMore: throw reader.damage(location.offset, "holds no whole record")
        }
    }

    private func capture(of record: WARCRecord) throws(ArchiveError) -> Capture {
        guard record.type == "response", let message = record.message, let target = record.targetAddress,
            let address = WebAddress(target), let date = record.date.flatMap({ WARCDate.parse($0) }),
            let status = message.statusLine.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else {
            throw damage(record.offset, "holds no response")
        }
        return Capture(
            address: address, fetched: date, statusLine: message.statusLine, status: status,
            headers: RecordMaker.serverFields(message.headers), body: message.body, requested: address)
    }

    private func read(_ handle: FileHandle, _ count: Int) throws(ArchiveError) -> [UInt8] {
        do {
            return Array(try handle.read(upToCount: count) ?? Data())
        } catch {
            throw failure(error, at: nil)
        }
    }

    private static func open(_ file: String) throws(ArchiveError) -> FileHandle {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw ArchiveError(.missing, file: file, message: "cannot be read")
        }
        return handle
    }

    private func damage(_ offset: Int64, _ message: String) -> ArchiveError {
        ArchiveError(.damaged, file: file, offset: offset, message: message)
    }

    private func failure(_ error: any Error, at offset: Int64?) -> ArchiveError {
        ArchiveError(.inputOutput, file: file, offset: offset, message: error.localizedDescription)
    }

    /// Bytes that are read at once; a record that is longer doubles it.
    private static let step = 1 << 20
}
