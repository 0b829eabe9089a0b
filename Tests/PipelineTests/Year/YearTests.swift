import Configuration
import Foundation
import Ledger
import Logging
import Model
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

/// 365 daily runs against two papers that change, move, fall silent, break and come back. The ledger, the coverage and
/// the alarms must tell exactly that story.
@Suite struct YearTests {
    private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("year-\(UUID().uuidString)")

    /// The pipeline of the two papers.
    private func configuration(port: UInt16) throws -> (Surroundings, LoadedConfiguration) {
        let sources = folder.appendingPathComponent("sources")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        for paper in ["mot", "hai"] {
            try """
            id: bao-\(paper)
            name: Báo \(paper)
            kind: provincial_newspaper
            home: http://127.0.0.1:\(port)/\(paper)/
            province: P26
            verified: 2025-01-01
            hosts: [127.0.0.1]
            feeds:
              - url: http://127.0.0.1:\(port)/\(paper)/rss
            """.write(to: sources.appendingPathComponent("bao-\(paper).yml"), atomically: true, encoding: .utf8)
        }
        try """
        name: year
        source_folder: sources
        sources: all
        formats: [jsonl]
        defaults:
          contact: http://127.0.0.1/
          politeness: {delay: 0ms, retries: 0}
          network: {allow: [127.0.0.1/32]}
        """.write(to: folder.appendingPathComponent("year.yml"), atomically: true, encoding: .utf8)
        let surroundings = Surroundings(
            home: folder.path + "/var", namedConfiguration: Self.project.path + "/Config", environment: [:],
            executable: "chiso")
        return (surroundings, try surroundings.configuration().load(pipeline: folder.path + "/year.yml"))
    }

    @Test func aYearIsToldAsItHappened() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let portal = try YearPortal()
        let (surroundings, configuration) = try configuration(port: portal.server.port)
        let reader = PageReader(knowledge: configuration.knowledge, minimumConfidence: 50)
        var story: [String] = []
        var sizes: [Int: Int] = [:]
        var before = ""
        for day in 0..<YearPortal.days {
            portal.turn(to: day)
            let morning = Timestamp(YearPortal.firstDay.adding(days: day), hour: 9, offsetMinutes: 420)
            let job = RunJob(
                surroundings: surroundings, pipeline: "year", output: folder.path + "/out",
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, progress: nil,
                clock: WallClock { morning })
            let summary = try await job.run(configuration, reader: reader)
            let told = Self.told(summary)
            if told != before { story.append("\(YearPortal.firstDay.adding(days: day)) \(told)") }
            before = told
            if day % 91 == 90 { sizes[day] = try Self.size(surroundings.ledgerFile) }
        }
        portal.server.stop()
        let ledger = try Ledger(path: surroundings.ledgerFile)
        story += try Self.rows(of: "coverage", ledger).map(Self.month)
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("story.txt")
        let text = story.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["CHISO_WRITE_GOLDEN"] != nil {
            try text.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(text == (try String(contentsOf: golden, encoding: .utf8)))

        try expectEveryArticleOnce(ledger)
        try expectCoverage(ledger)
        // Linear: the last quarter adds about as much as the second.
        let growth = [sizes[181]! - sizes[90]!, sizes[272]! - sizes[181]!, sizes[363]! - sizes[272]!]
        #expect(growth.max()! <= 2 * max(growth.min()!, 200_000), "\(growth)")
    }

    /// The day's story: exit code, alarms, what failed.
    private static func told(_ summary: RunSummary) -> String {
        var parts = ["exit \(summary.exitCode)"]
        parts += summary.alarms.map { "\($0.source) \($0.kind.rawValue)" }
        let failed = summary.sources.filter(\.hasFailed).map { "\($0.result.source) failed" }
        return (parts + failed).joined(separator: ", ")
    }

    /// A month of coverage, as the golden file tells it.
    private static func month(_ row: [String: String]) -> String {
        let figures = ["seen", "fetched", "extracted", "articles", "with_numbers", "failed", "silent_days"]
        return
            (["coverage", row["source_id"] ?? "", row["month"] ?? ""]
            + figures.map { "\($0)=\(row[$0] ?? "")" }).joined(separator: " ")
    }

    private func expectEveryArticleOnce(_ ledger: Ledger) throws {
        let rows = try Self.rows(of: "articles", ledger)
        let numbers = YearPortal.published(until: YearPortal.days - 1)
        let first = rows.filter { $0["source_id"] == "bao-mot" }.compactMap { $0["title"] }
        #expect(Set(first) == Set(numbers.map { "Huyện Tam Dương tiếp nhận hồ sơ, bài số \($0)" }))
        #expect(first.count == numbers.count, "none twice, though one moved")
        let second = rows.filter { $0["source_id"] == "bao-hai" }
        #expect(second.count == numbers.count { $0.isMultiple(of: 5) })
        #expect(rows.filter { $0["version"] == "2" }.count == 2, "article 10 changed in both papers")
        let values = try Self.rows(of: "observations", ledger).compactMap { $0["value"] }
        #expect(values.contains("2011") && !values.contains("1011"))
        #expect(values.contains("1013"), "what was taken away stays")
        let facts = try Self.rows(of: "facts", ledger)
        #expect(facts.contains { $0["sources"] == "2" }, "what both papers tell is one fact")
    }

    private func expectCoverage(_ ledger: Ledger) throws {
        let rows = try Self.rows(of: "coverage", ledger).filter { $0["source_id"] == "bao-mot" }
        #expect(rows.map { $0["month"] } == (1...12).map { "2025-" + ($0 < 10 ? "0" : "") + "\($0)" })
        // November has only what came after 27 October + 30 days of silence.
        #expect(rows.map { Int($0["articles"] ?? "") ?? 0 }.reduce(0, +) == YearPortal.published(until: 364).count)
        let silent = rows.compactMap { Int($0["silent_days"] ?? "") }
        #expect(silent[10] > silent[8] + 8, "\(silent)")
    }

    private static func rows(of name: String, _ ledger: Ledger) throws -> [[String: String]] {
        let view = try ledger.view()
        let table = try #require(view.tables().first { $0.name == name })
        var rows: [[String: String]] = []
        try view.forEachRow(of: table) { row in
            rows.append(Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($1.name, row.text($0)) }))
        }
        return rows
    }

    private static func size(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }
}
