import Foundation
import SamplePortal
import TestSupport
import Testing

/// What may befall a machine at night: the power goes, the disk is full, the zone changes, the program is updated.
@Suite(.serialized) struct BadDaysTests {
    /// The datasets of an undisturbed run.
    private func expected(_ portal: SamplePortal) async throws -> [String: Data] {
        let workplace = try Workplace(portal: portal.address)
        _ = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
        return try workplace.datasets()
    }

    /// Copies what a running program has on the disk at random moments, as a power cut would leave it, and lets a run
    /// go on from there.
    @Test func afterAPowerCutTheNextRunEndsAsIfThereHadBeenNone() async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let expected = try await expected(portal)
        var random = SeededGenerator(seed: 12)
        for _ in 0..<3 {
            let cut = try Workplace(portal: portal.address)
            let run = try cut.chiso.start(["run", "Pipelines/demo.yml", "--quiet"])
            try await Task.sleep(for: .milliseconds(Double.random(in: 200...1_500, using: &random)))
            let after = try Workplace(portal: portal.address)
            _ = Tool.run("cp", "-R", cut.folder.path + "/var", after.folder.path + "/var")
            run.waitUntilExit()
            let rest = try await after.chiso.run("run", "Pipelines/demo.yml", "--quiet")
            #expect(rest.code == 0, "\(rest.errors)")
            let datasets = try after.datasets()
            #expect(datasets == expected)
            let check = try await after.chiso.run("ledger", "check")
            #expect(check.code == 0, "\(check.output)")
        }
        await portal.stop()
    }

    @Test func aRunOnAFullDiskSaysSoAndTheNextOneGoesOn() async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let expected = try await expected(portal)
        let workplace = try Workplace(portal: portal.address)
        let home = workplace.folder.appendingPathComponent("var")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        guard Tool.run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", home.path) == 0 else {
            print("skipped: a small disk can be made by root only")
            await portal.stop()
            return
        }
        let full = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
        #expect(full.code == 1)
        #expect(
            full.errors.contains("room") || full.errors.contains("space") || full.errors.contains("full"),
            "\(full.errors)")
        #expect(Tool.run("mount", "-o", "remount,size=64m", home.path) == 0)
        let rest = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
        #expect(rest.code == 0, "\(rest.errors)")
        let datasets = try workplace.datasets()
        _ = Tool.run("umount", home.path)
        #expect(datasets == expected)
        await portal.stop()
    }

    @Test func theZoneOfTheMachineMakesNoDifference() async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let workplace = try Workplace(portal: portal.address)
        _ = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
        let before = try workplace.datasets()
        for zone in ["America/New_York", "Pacific/Kiritimati"] {
            let process = Process()
            process.executableURL = ChiSoProcess.program
            process.arguments = ["run", "Pipelines/demo.yml", "--quiet"]
            process.currentDirectoryURL = workplace.folder
            process.environment = ProcessInfo.processInfo.environment.merging(["TZ": zone, "LC_ALL": "C"]) { $1 }
            let code = try await process.ended()
            #expect(code == 0)
            let now = try workplace.datasets()
            #expect(now == before, "\(zone)")
        }
        await portal.stop()
    }

    @Test func aLedgerOfAnEarlierVersionGoesOn() async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let workplace = try Workplace(portal: portal.address)
        let home = workplace.folder.appendingPathComponent("var")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Workplace.project.appendingPathComponent("Tests/LedgerTests/Fixtures/ledger-schema-2.sqlite"),
            to: home.appendingPathComponent("ledger.sqlite"))
        let run = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
        #expect(run.code == 0, "\(run.errors)")
        let articles = try workplace.rows("articles.json")
        #expect(articles.count > portal.articles.count { $0.isPublic } - 3)
        let runs = try workplace.rows("runs.json")
        #expect(runs.count > 1, "the runs of the earlier version are still told")
        await portal.stop()
    }
}
