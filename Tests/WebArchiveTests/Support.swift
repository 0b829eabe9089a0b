import Foundation
import Model
import WebArchive

/// A folder that is gone when the test is over.
final class Folder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("warc-\(UUID().uuidString)").path
    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
    var archives: [String] { names.filter { $0.contains(".warc.gz") } }

    func content(_ name: String) -> [UInt8] {
        FileManager.default.contents(atPath: path + "/" + name).map(Array.init) ?? []
    }
    func lines(_ name: String) -> [String] {
        String(decoding: content(name), as: UTF8.self).split(separator: "\n").map(String.init)
    }
    func write(_ bytes: [UInt8], to name: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func records(_ name: String) throws -> [WARCRecord] {
        var records: [WARCRecord] = []
        try WARCReader(file: path + "/" + name).forEachRecord { records.append($0) }
        return records
    }
}

/// A page of 16 May 2024, so many seconds after 08:31.
func capture(
    _ number: Int, body: [UInt8], status: Int = 200, headers: [HeaderField] = [HeaderField("Content-Type", "text/html")]
) -> Capture {
    let address = WebAddress("http://example.vn/tin-\(number).html")!
    return Capture(
        address: address, fetched: Timestamp(seconds: 1_715_848_260 + Int64(number)),
        statusLine: "HTTP/1.1 \(status) OK",
        status: status, headers: headers, body: body, requested: address)
}

func writer(
    _ folder: Folder, maxFileBytes: Int64 = 1 << 30, after end: ArchiveLocation? = nil
) throws -> WARCWriter {
    try WARCWriter(
        folder: folder.path, prefix: "t", packer: RecordPacker(software: "test/1"), maxFileBytes: maxFileBytes,
        resumingAt: end)
}

extension WARCWriter {
    /// Writes one exchange alone.
    mutating func append(_ exchange: Exchange, packer: RecordPacker = RecordPacker(software: "test/1")) throws
        -> ArchiveLocation
    {
        try append([packer.pack(exchange)])[0]
    }

    mutating func append(_ capture: Capture) throws -> ArchiveLocation { try append(Exchange(capture: capture)) }
}
