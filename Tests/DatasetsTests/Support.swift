import Compression
import Datasets
import Foundation
import Model
import Testing

/// A folder of its own for one test, removed with it.
final class TemporaryFolder {
    let path = FileManager.default.temporaryDirectory.path + "/chiso-datasets-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
    }
    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
    func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}

/// A small table with every kind of cell.
struct Sample {
    var name: String
    var count = 0
    var share: Decimal?
    var day: CivilDate?
    var time: Timestamp?
    var tags: [String] = []
    var code = ""

    var cells: [Cell] {
        [
            .text(name), .integer(count), share.map { .decimal($0) } ?? .empty, day.map { .date($0) } ?? .empty,
            time.map { .timestamp($0) } ?? .empty, tags.isEmpty ? .empty : .list(tags), .text(code),
        ]
    }

    static func table(_ rows: [Sample] = []) -> DatasetTable {
        func column(_ name: String, _ kind: ColumnKind, _ label: String) -> TableColumn {
            TableColumn(name, kind, vi: label, en: name, noteVI: "", noteEN: "")
        }
        return DatasetTable(
            name: "sample", titleVI: "Mẫu", titleEN: "Sample", noteVI: "Một dòng.", noteEN: "A row.",
            columns: [
                column("name", .text, "Tên"), column("count", .integer, "Số"), column("share", .decimal, "Tỷ lệ"),
                column("day", .date, "Ngày"), column("time", .timestamp, "Lúc"), column("tags", .list, "Nhãn"),
                column("code", .code, "Mã"),
            ], key: [], content: .rows { sink in for row in rows { try sink(row.cells) } })
    }
}

extension TemporaryFolder {
    /// Exports the samples; what `rows` throws in between is handed on.
    @discardableResult
    func export(
        _ rows: [Sample], _ formats: [DatasetFormat] = [.csv, .json], language: Language = .vietnamese,
        to folder: String? = nil, after: () throws -> Void = {}
    ) throws -> [DatasetFile] {
        let publication = try Publication(
            DatasetFolder(folder ?? path),
            Publication.Settings(formats: formats, language: language, program: "chiso test"))
        var scratch = RowScratch()
        try publication.write(Sample.table()) { sink in
            for row in rows { try scratch.lend(row.cells, to: sink) }
            try after()
        }
        return try publication.finish(sources: [])
    }
}

/// A reader of CSV as RFC 4180, section 2, defines it: strict about quotation marks and line ends.
struct CSVReader {
    enum Failure: Error { case strayQuote, bareLineEnd, openQuote }

    static func records(_ text: String, separator: UInt8 = 0x2C) throws -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if isQuoted {
                if byte != 0x22 {
                    cell.append(byte)
                } else if next == 0x22 {
                    cell.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                    guard next == separator || next == 0x0D else { throw Failure.strayQuote }
                }
            } else if byte == 0x22 {
                guard cell.isEmpty else { throw Failure.strayQuote }
                isQuoted = true
            } else if byte == separator || byte == 0x0D {
                record.append(String(decoding: cell, as: UTF8.self))
                cell = []
                if byte == 0x0D {
                    guard next == 0x0A else { throw Failure.bareLineEnd }
                    records.append(record)
                    record = []
                    index += 1
                }
            } else {
                guard byte != 0x0A else { throw Failure.bareLineEnd }
                cell.append(byte)
            }
            index += 1
        }
        guard !isQuoted else { throw Failure.openQuote }
        return records
    }

    /// The text that a guarded cell stands for.
    static func unguarded(_ cell: String) -> String {
        guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
        let rest = String(decoding: cell.utf8.dropFirst(), as: UTF8.self)
        let skipped = rest.unicodeScalars.drop {
            "'\u{20}\u{A0}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{2060}\u{FEFF}".unicodeScalars.contains($0)
        }
        return skipped.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } == true ? rest : cell
    }
}

/// The entries of a zip file (APPNOTE.TXT, sections 4.3.7 and 4.3.12), decompressed.
enum ZipReader {
    static func entries(_ bytes: [UInt8]) throws -> [String: String] {
        func number(_ at: Int, _ size: Int) -> Int {
            (0..<size).reversed().reduce(0) { $0 << 8 | Int(bytes[at + $1]) }
        }
        let end = try #require((0...bytes.count - 22).reversed().first { number($0, 4) == 0x0605_4B50 })
        var at = number(end + 16, 4)
        var entries: [String: String] = [:]
        for _ in 0..<number(end + 10, 2) {
            let (method, compressed, size) = (number(at + 10, 2), number(at + 20, 4), number(at + 24, 4))
            let nameLength = number(at + 28, 2)
            let name = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
            let local = number(at + 42, 4)
            let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
            let data = Array(bytes[start..<(start + compressed)])
            let content = method == 0 ? data : try Deflate.decompress(data, limit: max(size, 1))
            entries[name] = String(decoding: content, as: UTF8.self)
            at += 46 + nameLength + number(at + 30, 2) + number(at + 32, 2)
        }
        return entries
    }
}
