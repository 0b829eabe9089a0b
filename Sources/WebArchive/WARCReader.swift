import Compression
import Foundation
import Model

/// Reads records of `.warc.gz` and `.warc` files.
public struct WARCReader: Sendable {
    private let file: String
    private let bytes: [UInt8]

    /// The file is read into memory whole.
    public init(file: String) throws(ArchiveError) {
        self.file = file
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ArchiveError(.missing, file: file, message: "cannot be read")
        }
        bytes = Array(data)
    }

    /// Every record up to the end or the first damage, which is thrown after the records before it were handed on.
    public func forEachRecord(_ body: (WARCRecord) throws -> Void) throws {
        var position = 0
        while position < bytes.count {
            let (record, next) = try record(at: position)
            try body(record)
            position = next
        }
    }

    /// The response that the archive holds at a location, as it was captured.
    public static func capture(at location: ArchiveLocation, folder: String) throws(ArchiveError) -> Capture {
        let path = folder + "/" + location.file
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw ArchiveError(.missing, file: path, message: "cannot be read")
        }
        defer { try? handle.close() }
        var data = Data()
        do {
            try handle.seek(toOffset: UInt64(location.offset))
            data = try handle.read(upToCount: Int(location.length)) ?? Data()
        } catch {
            throw ArchiveError(.inputOutput, file: path, offset: location.offset, message: error.localizedDescription)
        }
        let reader = WARCReader(file: path, bytes: Array(data))
        return try reader.capture(of: reader.record(at: 0).record, location)
    }

    private init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    private func capture(of record: WARCRecord, _ location: ArchiveLocation) throws(ArchiveError) -> Capture {
        guard record.type == "response", let message = record.message, let target = record.targetAddress,
            let address = WebAddress(target), let date = record.date.flatMap({ WARCDate.parse($0) }),
            let status = message.statusLine.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else {
            throw ArchiveError(.damaged, file: file, offset: location.offset, message: "holds no response")
        }
        let kept = message.headers.filter { $0.name != "Content-Length" }.map { field in
            field.name.hasPrefix("X-Archive-Orig-") ? HeaderField(String(field.name.dropFirst(15)), field.value) : field
        }
        return Capture(
            address: address, fetched: date, statusLine: message.statusLine, status: status, headers: kept,
            body: message.body, requested: address)
    }

    private func record(at position: Int) throws(ArchiveError) -> (record: WARCRecord, next: Int) {
        var content: [UInt8] = []
        var next = bytes.count
        if Gzip.isGzip(Array(bytes[position..<min(position + 2, bytes.count)])) {
            do {
                next = try Gzip.member(of: bytes, from: position, into: &content, limit: WARCReader.largestRecord)
            } catch {
                throw ArchiveError(.damaged, file: file, offset: Int64(position), message: "\(error)")
            }
        } else {
            content = Array(bytes[position...])
        }
        guard let end = MessageHead.end(of: content), let head = MessageHead(content[..<end.head]),
            head.firstLine.hasPrefix("WARC/"),
            let length = head.fields.first(named: "Content-Length").flatMap({ Int($0) }),
            length >= 0, length <= content.count - end.body
        else {
            throw ArchiveError(.damaged, file: file, offset: Int64(position), message: "no whole WARC record")
        }
        let block = Array(content[end.body..<end.body + length])
        // An uncompressed record is followed by two line ends.
        if next == bytes.count, content.count > end.body + length + 4 { next = position + end.body + length + 4 }
        return (WARCRecord(fields: head.fields, block: block, offset: Int64(position)), next)
    }

    private static let largestRecord = 1 << 30
}

/// `2024-05-16T08:31:00Z`, WARC 1.1, section 5.4.
enum WARCDate {
    static func parse(_ text: String) -> Timestamp? {
        guard text.count >= 20, text.hasSuffix("Z"), let date = CivilDate(iso: text.prefix(10)) else { return nil }
        let clock = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3 else { return nil }
        return Timestamp(date, hour: clock[0], minute: clock[1], second: clock[2], offsetMinutes: 0)
    }
}
