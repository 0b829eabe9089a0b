import Foundation
import Model
import Testing

/// A folder of its own for one test, removed with it.
final class TemporaryFolder {
    let path = FileManager.default.temporaryDirectory.path + "/chiso-datasets-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }
    func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}

/// A small dataset with every kind of cell.
struct Sample: DatasetRow {
    var name: String
    var count = 0
    var share: Decimal?
    var day: CivilDate?
    var time: Timestamp?
    var tags: [String] = []

    static let columns: [Column<Sample>] = [
        Column("name", .text, vi: "Tên", en: "Name") { .text($0.name) },
        Column("count", .integer, vi: "Số", en: "Count") { .integer($0.count) },
        Column("share", .decimal, vi: "Tỷ lệ", en: "Share") { $0.share.map { .decimal($0) } ?? .empty },
        Column("day", .date, vi: "Ngày", en: "Day") { $0.day.map { .date($0) } ?? .empty },
        Column("time", .timestamp, vi: "Lúc", en: "Time") { $0.time.map { .timestamp($0) } ?? .empty },
        Column("tags", .list, vi: "Nhãn", en: "Tags") { $0.tags.isEmpty ? .empty : .list($0.tags) },
    ]
}

/// A reader of CSV as RFC 4180, section 2, defines it: strict about quotation marks and line ends.
struct CSVReader {
    enum Failure: Error { case strayQuote, bareLineEnd, openQuote }

    static func records(_ text: String) throws -> [[String]] {
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
                    guard next == 0x2C || next == 0x0D else { throw Failure.strayQuote }
                }
            } else if byte == 0x22 {
                guard cell.isEmpty else { throw Failure.strayQuote }
                isQuoted = true
            } else if byte == 0x2C || byte == 0x0D {
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
        guard !isQuoted, cell.isEmpty, record.isEmpty else { throw Failure.openQuote }
        return records
    }

    /// Takes the one apostrophe away that keeps a text from being a formula, as the format's documentation says.
    static func unguarded(_ cell: String) -> String {
        guard cell.hasPrefix("'") else { return cell }
        let skippable: Set<Unicode.Scalar> = [
            "'", " ", "\u{A0}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}",
        ]
        let triggers: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
        let first = cell.unicodeScalars.first { !skippable.contains($0) }
        guard let first, triggers.contains(first) else { return cell }
        return String(cell.unicodeScalars.dropFirst())
    }
}
