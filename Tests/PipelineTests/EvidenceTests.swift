import Foundation
import Ledger
import Logging
import Model
import Pipeline
import SamplePortal
import Testing

/// Every number that a run keeps points at its own words in the article's text.
@Suite struct EvidenceTests {
    private static let project = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func everyNumberPointsAtItsOwnWords() async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("evidence-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: Self.project.appendingPathComponent("Pipelines"), to: folder)
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".yml") {
            let file = folder.appendingPathComponent(path)
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacing("http://127.0.0.1:8642", with: portal.address).replacing(
                "delay: 20ms", with: "delay: 0ms"
            )
            .write(to: file, atomically: true, encoding: .utf8)
        }
        let surroundings = Surroundings(
            home: folder.path + "/var", namedConfiguration: Self.project.path + "/Config", environment: [:],
            executable: "chiso")
        let clock = WallClock { Timestamp(seconds: 1_795_392_000, offsetMinutes: Timestamp.vietnamOffset) }
        let summary = try await RunJob(
            surroundings: surroundings, pipeline: folder.path + "/demo.yml", output: folder.path + "/out",
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, progress: nil, clock: clock
        ).run()
        #expect(summary.exitCode == 0)
        await portal.stop()

        let ledger = try Ledger(path: folder.path + "/var/ledger.sqlite")
        var ids: Set<ArticleID> = []
        let view = try ledger.view()
        let articles = try #require(view.tables().first { $0.name == "articles" })
        try view.forEachRow(of: articles) { ids.insert(ArticleID($0.text(0))) }
        #expect(ids.count == summary.total(\.newArticles))
        var numbers = 0
        for id in ids {
            let record = try #require(try ledger.article(id))
            let bytes = Array(record.text.utf8)
            let scalars = Array(record.text.unicodeScalars)
            for row in record.observations {
                numbers += 1
                #expect(bytes.indices.contains(row.valueRange.lowerBound) && row.valueRange.upperBound <= bytes.count)
                #expect(String(decoding: bytes[row.valueRange], as: UTF8.self) == row.valueText)
                let quote = String(String.UnicodeScalarView(scalars[row.quoteStart..<row.quoteEnd]))
                #expect(quote == row.quote)
                #expect(row.quote.contains(row.valueText))
            }
        }
        #expect(numbers > 100)
    }
}
