import Foundation
import Ledger
import Model
import Testing

@testable import Pipeline

@Suite struct AlertHookTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/hook-\(UUID().uuidString)"

    private func summary() throws -> RunSummary {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var summary = RunSummary(pipeline: "reform", started: Timestamp(seconds: 0), output: "out")
        summary.alarms = [
            Alarm(source: SourceID("bao"), kind: .silent, detail: "no new article", since: Timestamp(seconds: 0))
        ]
        return summary
    }

    @Test func theCommandGetsTheAlarmsAsJSON() throws {
        let summary = try summary()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let hook = AlertHook(command: "cat > \(folder)/told", file: folder + "/alert.json")
        #expect(hook.tell(summary) == nil)
        let told = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: folder + "/told")))
        let alarms = try #require((told as? [String: Any])?["alarms"] as? [[String: Any]])
        #expect(alarms.first?["kind"] as? String == "silent")
        #expect(alarms.first?["source"] as? String == "bao")
    }

    @Test func aCommandThatFailsOrDoesNotReadIsToldAndHarmsNothing() throws {
        let summary = try summary()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(AlertHook(command: "exit 7", file: folder + "/alert.json").tell(summary)?.contains("7") == true)
        #expect(AlertHook(command: "true", file: "/nowhere/alert.json").tell(summary) != nil)
    }

    @Test func anAlarmMakesARunPartlyFailed() throws {
        let summary = try summary()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(summary.exitCode == 3)
        #expect(summary.table.contains("ALARM bao: silent"))
        #expect(summary.line.contains("1 alarm"))
    }
}
