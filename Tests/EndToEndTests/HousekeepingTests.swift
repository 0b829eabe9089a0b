import Foundation
import SamplePortal
import Testing

/// What keeps a ledger running for years: checks, copies, metrics, archives that end.
@Suite(.serialized) struct HousekeepingTests {
    private func afterTwoRuns(_ body: (Workplace, SamplePortal) async throws -> Void) async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let workplace = try Workplace(portal: portal.address)
        for _ in 0..<2 { _ = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet") }
        try await body(workplace, portal)
        await portal.stop()
    }

    @Test func aCheckFindsNothingWrongAfterTwoRuns() async throws {
        try await afterTwoRuns { workplace, _ in
            let result = try await workplace.chiso.run("ledger", "check")
            #expect(result.code == 0, "\(result.output)")
            #expect(result.output.hasPrefix("good: "))
        }
    }

    @Test func aDamagedArchiveIsFound() async throws {
        try await afterTwoRuns { workplace, _ in
            let folder = workplace.folder.appendingPathComponent("var/archive")
            let file = try #require(
                try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                    .first { $0.pathExtension == "gz" })
            var bytes = try Data(contentsOf: file)
            for index in stride(from: bytes.count / 2, to: bytes.count / 2 + 2_000, by: 7) { bytes[index] ^= 0x5A }
            try bytes.write(to: file)
            let damaged = try await workplace.chiso.run("ledger", "check")
            #expect(damaged.code == 1)
            #expect(damaged.output.contains(file.lastPathComponent), "\(damaged.output)")
            try FileManager.default.removeItem(at: file)
            let missing = try await workplace.chiso.run("ledger", "check")
            #expect(missing.code == 1)
            #expect(missing.output.contains("is not there"), "\(missing.output)")
        }
    }

    @Test func aCopyIsAWholeLedger() async throws {
        try await afterTwoRuns { workplace, _ in
            let before = try workplace.datasets()
            let copy = try await workplace.chiso.run("ledger", "backup", "copy/ledger.sqlite")
            #expect(copy.code == 1, "the folder is missing")
            try FileManager.default.createDirectory(
                at: workplace.folder.appendingPathComponent("copy"), withIntermediateDirectories: true)
            let again = try await workplace.chiso.run("ledger", "backup", "copy/ledger.sqlite")
            #expect(again.code == 0, "\(again.errors)")
            let twice = try await workplace.chiso.run("ledger", "backup", "copy/ledger.sqlite")
            #expect(twice.code == 1 && twice.errors.contains("already"), "\(twice.errors)")
            let export = try await workplace.chiso.run("export", "--home", "copy", "--output", "out2", "--quiet")
            #expect(export.code == 0, "\(export.errors)")
            let copied = try workplace.datasets("out2")
            #expect(copied == before)
        }
    }

    @Test func vacuumChangesNoDataset() async throws {
        try await afterTwoRuns { workplace, _ in
            let before = try workplace.datasets()
            let result = try await workplace.chiso.run("ledger", "vacuum")
            #expect(result.code == 0, "\(result.errors)")
            _ = try await workplace.chiso.run("export", "--quiet")
            let after = try workplace.datasets()
            #expect(after == before)
        }
    }

    @Test func metricsAndSummaryAreWrittenWhereAsked() async throws {
        try await afterTwoRuns { workplace, _ in
            let result = try await workplace.chiso.run(
                "run", "Pipelines/demo.yml", "--quiet", "--metrics-file", "m/chiso.prom", "--summary-file", "s.json")
            #expect(result.code == 0, "\(result.errors)")
            let metrics = try String(
                contentsOf: workplace.folder.appendingPathComponent("m/chiso.prom"), encoding: .utf8)
            #expect(metrics.contains("\nchiso_run_exit_code 0\n"))
            #expect(metrics.contains("chiso_source_articles{source=\"bao-mau\"} "))
            let summary = try JSONSerialization.jsonObject(
                with: Data(contentsOf: workplace.folder.appendingPathComponent("s.json")))
            #expect((summary as? [String: Any])?["exit_code"] as? Int == 0)
        }
    }

    @Test func theLogIsOneObjectALineWhenAsked() async throws {
        try await afterTwoRuns { _, portal in
            let workplace = try Workplace(portal: portal.address)
            let result = try await workplace.chiso.run(
                "run", "Pipelines/demo.yml", "--quiet", "--log-format", "json", "--log-level", "notice")
            let lines = result.errors.split(separator: "\n")
            #expect(!lines.isEmpty)
            for line in lines {
                let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                #expect(event?["level"] is String && event?["message"] is String)
            }
        }
    }
}
