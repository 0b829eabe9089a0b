import Foundation
import Ledger
import Logging
import Model
import SamplePortal
import Testing

@testable import Pipeline

/// A clock that was put back: nothing is lost, and the summary says so.
@Suite struct ClockTests {
    private static let project = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func aClockThatWasPutBackLosesNothingAndIsTold() async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("clock-\(UUID().uuidString)")
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
        let day: Int64 = 86_400
        var articles: [Int] = []
        var notices: [[String]] = []
        for seconds in [1_795_392_000, 1_795_392_000 - 40 * day, 1_795_392_000 + day] {
            let clock = WallClock { Timestamp(seconds: seconds, offsetMinutes: Timestamp.vietnamOffset) }
            let summary = try await RunJob(
                surroundings: surroundings, pipeline: folder.path + "/demo.yml", output: folder.path + "/out",
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, progress: nil, clock: clock
            ).run()
            #expect(summary.exitCode == 0)
            notices.append(summary.notices)
            articles.append(try Ledger(path: surroundings.ledgerFile).status().sources.reduce(0) { $0 + $1.articles })
        }
        await portal.stop()
        #expect(Set(articles).count == 1, "\(articles)")
        #expect(notices[0].isEmpty && notices[2].isEmpty, "\(notices)")
        #expect(notices[1].contains { $0.contains("the clock shows") }, "\(notices)")
    }
}
