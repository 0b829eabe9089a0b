import Foundation
import SamplePortal
import TestSupport
import Testing

/// `chiso export` as an analyst and as a bad day use it.
@Suite(.serialized) struct ExportTests {
    private func afterARun(_ body: (Workplace) async throws -> Void) async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let workplace = try Workplace(portal: portal.address)
        #expect(try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet").code == 0)
        await portal.stop()
        try await body(workplace)
    }

    @Test func theExampleOfTheHelpTextWorks() async throws {
        try await afterARun { workplace in
            let result = try await workplace.chiso.run(
                "export", "--since", "2024-01-01", "--where", "province=P26", "--indicator", "dossiers.*", "--format",
                "csv,json,xlsx", "--lang", "vi", "--wide", "--output", "chosen")
            #expect(result.code == 0, "\(result.errors)")
            let files = try Set(workplace.datasets("chosen").keys)
            #expect(files.isSuperset(of: ["observations.csv", "wide.csv", "chiso.xlsx", "facts.json"]))
            let rows = try workplace.rows("../chosen/observations.json")
            #expect(!rows.isEmpty)
            #expect(rows.allSatisfy { $0["province_code"] as? String == "26" })
            #expect(rows.allSatisfy { ($0["indicator_code"] as? String)?.hasPrefix("dossiers.") == true })
        }
    }

    @Test func anExportTellsTheSameAsTheRun() async throws {
        try await afterARun { workplace in
            let result = try await workplace.chiso.run("export", "--output", "again", "--quiet")
            #expect(result.code == 0, "\(result.errors)")
            let (again, first) = try (workplace.datasets("again"), workplace.datasets())
            #expect(again == first)
        }
    }

    @Test(arguments: [
        (["--where", "provinz=P26"], "province"), (["--where", "province"], "column=value"),
        (["--format", "xls"], "xlsx"),
        (["--since", "2024-13-01"], "2024-01-31"), (["--table", "numbers"], "observations"), (["--lang", "fr"], "vi"),
    ])
    func mistakesAreUsageErrorsThatSayWhatToWrite(_ arguments: [String], _ remedy: String) async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let workplace = try Workplace(portal: portal.address)
        await portal.stop()
        let result = try await workplace.chiso.run(["export"] + arguments)
        #expect(result.code == 64)
        #expect(result.errors.contains(remedy), "\(result.errors)")
    }

    @Test func anExportKilledAtAnyMomentLeavesTheFormerFilesWhole() async throws {
        try await afterARun { workplace in
            let before = try workplace.datasets()
            var random = SeededGenerator(seed: 3)
            for _ in 0..<8 {
                let export = try workplace.chiso.start(["export", "--quiet"])
                try await Task.sleep(for: .milliseconds(Double.random(in: 0...400, using: &random)))
                kill(export.processIdentifier, SIGKILL)
                export.waitUntilExit()
                let now = try workplace.datasets().filter { !$0.key.hasSuffix(".part") }
                #expect(now == before)
            }
            #expect(try await workplace.chiso.run("export", "--quiet").code == 0)
            #expect(try workplace.datasets() == before, "leftovers of killed exports are gone")
        }
    }

    @Test func aFullDiskIsToldAndLeavesTheFormerFiles() async throws {
        try await afterARun { workplace in
            let disk = workplace.folder.appendingPathComponent("disk")
            try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
            guard Tool.run("mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", disk.path) == 0 else {
                print("skipped: a small disk can be made by root only")
                return
            }
            defer { _ = Tool.run("umount", disk.path) }
            #expect(
                try await workplace.chiso.run(
                    "export", "--output", "disk", "--format", "csv", "--table", "articles", "--quiet"
                ).code == 0)
            let before = try workplace.datasets("disk")
            for form in ["csv", "json", "xlsx", "sqlite"] {
                let result = try await workplace.chiso.run("export", "--output", "disk", "--format", form, "--quiet")
                #expect(result.code == 1, "\(form)")
                #expect(result.errors.contains("room") || result.errors.contains("full"), "\(form): \(result.errors)")
                #expect(try workplace.datasets("disk") == before, "\(form)")
            }
        }
    }

    @Test func aFolderThatCannotBeWrittenIsToldAndLeftAsItWas() async throws {
        try await afterARun { workplace in
            let disk = workplace.folder.appendingPathComponent("disk")
            try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
            guard Tool.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.path) == 0 else {
                print("skipped: a disk that is read-only can be made by root only")
                return
            }
            defer { _ = Tool.run("umount", disk.path) }
            _ = try await workplace.chiso.run("export", "--output", "disk", "--quiet")
            let before = try workplace.datasets("disk")
            #expect(Tool.run("mount", "-o", "remount,ro", disk.path) == 0)
            let result = try await workplace.chiso.run("export", "--output", "disk", "--quiet")
            #expect(result.code == 1)
            #expect(result.errors.contains("right to write"), "\(result.errors)")
            let after = try workplace.datasets("disk")
            #expect(after == before)
        }
    }

    @Test func aLedgerThatIsMissingIsTold() async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let workplace = try Workplace(portal: portal.address)
        await portal.stop()
        let result = try await workplace.chiso.run("export", "--home", "nowhere")
        #expect(result.code == 1)
        #expect(result.errors.contains("chiso run"), "\(result.errors)")
    }

    @Test func changesTellWhatAnEditAtThePortalCorrected() async throws {
        let portal = try await SamplePortal(behaviour: .smooth)
        let workplace = try Workplace(portal: portal.address)
        _ = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
        #expect(try workplace.rows("changes.json").isEmpty)
        try portal.edit(
            articleAt: "/ban-tin/tam-duong-bao-cao-doan-giam-sat.htm", replacing: "124 văn bản", with: "125 văn bản")
        _ = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
        let changes = try workplace.rows("changes.json")
        #expect(changes.count == 1)
        let change = try #require(changes.first)
        #expect(change["change"] as? String == "corrected")
        #expect(change["cause"] as? String == "new_version")
        #expect(change["old_value"] as? Int == 124)
        #expect(change["new_value"] as? Int == 125)
        #expect((change["old_quote"] as? String)?.contains("124") == true)
        let before = try workplace.datasets()
        _ = try await workplace.chiso.run("run", "Pipelines/demo.yml", "--quiet")
        #expect(try workplace.datasets() == before, "a run without news goes on telling of the last release")
        await portal.stop()
    }
}

/// Tools of the system that a test needs.
enum Tool {
    /// The exit code; -1 where there is no such program.
    static func run(_ arguments: String...) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
