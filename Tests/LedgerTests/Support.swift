import Foundation
import Ledger
import Model
import Testing

/// A ledger in a folder of its own, removed with it.
final class LedgerFile {
    let folder = FileManager.default.temporaryDirectory.path + "/chiso-ledger-\(UUID().uuidString)"
    var path: String { folder + "/var/ledger.sqlite" }

    func open() throws -> Ledger { try Ledger(path: path) }
    deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// Seconds after a fixed day.
func at(_ seconds: Int64) -> Timestamp { Timestamp(seconds: 1_715_800_000 + seconds) }

func address(_ path: String) -> WebAddress { WebAddress("https://bao.example.vn/\(path)")! }

func candidate(_ path: String, source: String = "bao", modified: Timestamp? = nil) -> Candidate {
    Candidate(
        address: address(path), source: SourceID(source), route: .feed, foundAt: address("rss"), title: "Tin \(path)",
        published: Timestamp(seconds: 1_715_700_000, offsetMinutes: 420), modified: modified)
}

/// An article whose text is given, with one number a word of it that is one, and one rejection.
func article(
    _ path: String, text: String, title: String = "Cải cách", canonical: String? = nil, source: String = "bao",
    published: Int64 = 0, capture: String = "sha256:c"
) -> ArticleRecord {
    let url = address(canonical ?? path)
    let id = ArticleID("A-\(url.text)-\(text)")
    let row = ArticleRow(
        articleID: id, source: SourceID(source), sourceName: "Báo Ví Dụ", url: url, title: title,
        authors: ["Nguyễn Văn A", "B"],
        publishedAt: Timestamp(seconds: at(published).seconds, offsetMinutes: 420), publishedFrom: .meta,
        modifiedAt: nil, section: nil, language: "vi", lead: "Sapô", words: text.split(separator: " ").count,
        observations: 0, rejections: 0, capture: capture, textDigest: "sha256:\(text)", extractorVersion: "1")
    let observations = text.split(separator: " ").enumerated().compactMap { index, word in
        Decimal(string: String(word)).map { observation(of: row, value: $0, text: String(word), at: index) }
    }
    let rejection = RejectionRow(
        articleID: id, source: SourceID(source), url: url, title: title, publishedAt: row.publishedAt,
        valueText: "16/5", reason: .date, detail: "day", quote: text, quoteStart: 0, quoteEnd: text.count,
        extractorVersion: "1")
    return ArticleRecord(row: row, text: text, observations: observations, rejections: [rejection])
}

private func observation(of row: ArticleRow, value: Decimal, text: String, at index: Int) -> ObservationRow {
    ObservationRow(
        observationID: ObservationID("O-\(row.articleID)-\(index)"), indicator: IndicatorCode("dossiers.early_rate"),
        indicatorNameVI: "Tỷ lệ", indicatorNameEN: "Rate", area: "procedures", value: value, unit: .percent,
        valueText: text, valueRange: index..<index + text.utf8.count, qualifier: .exact, kind: .level, direction: nil,
        denominator: Decimal(string: "0.5"),
        partOf: nil,
        place: PlaceReference(
            id: PlaceID("D247"), level: .district, name: "Huyện Tam Dương", provinceID: PlaceID("P26"),
            provinceName: "Vĩnh Phúc", idNow: nil),
        period: Period(
            start: CivilDate(year: 2024, month: 1, day: 1), end: CivilDate(year: 2024, month: 3, day: 31),
            basis: .resolved, text: "quý I"),
        stockFlow: .flow, publishedAt: row.publishedAt, source: row.source, title: row.title, url: row.url,
        quote: "câu", quoteStart: index, quoteEnd: index + 3, articleID: row.articleID, capture: row.capture,
        confidence: 87, flags: [.outOfBounds, .ambiguousPlace], catalogueVersion: "1", extractorVersion: "1")
}

/// A visit to a page that gave an article.
func visit(
    _ path: String, _ record: ArticleRecord, seconds: Int64 = 0, capture: CaptureRecord? = nil
) -> PageOutcome {
    PageOutcome(
        source: record.row.source, address: address(path), checked: at(seconds), result: .article(record),
        status: 200, capture: capture, validators: Validators(etag: "\"1\"", payloadDigest: record.row.capture),
        nextCheck: at(seconds + 86_400))
}

extension Ledger {
    /// The article versions that the datasets show, in their order.
    func records() throws -> [ArticleRecord] {
        try rows(of: "articles").map { row in
            try #require(try article(ArticleID(row["article_id"] ?? "")))
        }
    }

    func articles() throws -> [ArticleRow] { try records().map(\.row) }
    func observations() throws -> [ObservationRow] { try records().flatMap(\.observations) }
    func rejections() throws -> [RejectionRow] { try records().flatMap(\.rejections) }

    /// The rows of a dataset, each cell's text by the name of its column.
    func rows(of name: String, _ selection: Selection = .all) throws -> [[String: String]] {
        let view = try view()
        let table =
            name == "wide"
            ? try view.wideTable(selection) : try #require(view.tables(selection).first { $0.name == name })
        var rows: [[String: String]] = []
        try view.forEachRow(of: table) { row in
            rows.append(
                Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($1.name, row.text($0)) }))
        }
        return rows
    }
}
