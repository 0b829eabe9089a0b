import Foundation
import SamplePortal
import Testing

/// What the README tells administrators to write into their system works as written.
@Suite(.serialized) struct ReadmeTests {
    private static let readme =
        (try? String(contentsOf: Workplace.project.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""

    /// The fenced block of a language that contains a word.
    private static func block(_ language: String, with word: String) throws -> String {
        let blocks = readme.components(separatedBy: "```\(language)\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }
        return try #require(blocks.first { $0.contains(word) }, "no \(language) block with \(word)")
    }

    @Test func theCrontabLineRunsAsWritten() async throws {
        let line = try Self.block("cron", with: "chiso run")
        let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
        try #require(fields.count == 6)
        #expect(fields.prefix(5).joined(separator: " ") == "30 5 * * *")
        #expect(!fields[5].contains("%"), "cron makes line breaks of it")

        let portal = try await SamplePortal(behaviour: .smooth)
        let workplace = try Workplace(portal: portal.address)
        let home = workplace.folder.appendingPathComponent("home")
        try FileManager.default.createDirectory(
            at: home.appendingPathComponent(".local/bin"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: home.appendingPathComponent(".local/bin/chiso"), withDestinationURL: ChiSoProcess.program)
        let place = home.appendingPathComponent("chiso")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for name in ["Config", "Pipelines"] {
            try FileManager.default.createSymbolicLink(
                at: place.appendingPathComponent(name),
                withDestinationURL: workplace.folder.appendingPathComponent(name))
        }
        try workplace.edit("Pipelines/demo.yml") { $0 }
        try FileManager.default.removeItem(at: workplace.folder.appendingPathComponent("Pipelines/reform.yml"))
        try FileManager.default.copyItem(
            at: workplace.folder.appendingPathComponent("Pipelines/demo.yml"),
            to: workplace.folder.appendingPathComponent("Pipelines/reform.yml"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", String(fields[5])]
        // What cron gives: nearly nothing.
        process.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"]
        let code = try await process.ended()
        #expect(code == 0)
        #expect(FileManager.default.fileExists(atPath: place.path + "/out/observations.csv"))
        await portal.stop()
    }

    @Test func theTimerIsTheOneOfThePackageAndSystemdTakesIt() throws {
        for name in ["chiso.service", "chiso.timer"] {
            let packaged = try String(
                contentsOf: Workplace.project.appendingPathComponent("Packaging/\(name)"), encoding: .utf8)
            let section = name.hasSuffix("timer") ? "[Timer]" : "[Service]"
            let shown = try Self.block("ini", with: section)
            for line in shown.split(separator: "\n") where !line.hasPrefix("#") {
                #expect(packaged.contains(line), "\(line) is not in Packaging/\(name)")
            }
        }
        guard Tool.run("systemd-analyze", "--version") == 0 else { return print("skipped: no systemd-analyze here") }
        #expect(Tool.run("systemd-analyze", "calendar", "*-*-* 05:30:00") == 0)
    }

    @Test func logrotateTakesTheStanza() throws {
        let stanza = try Self.block("logrotate", with: "chiso")
        let packaged = try String(
            contentsOf: Workplace.project.appendingPathComponent("Packaging/logrotate"), encoding: .utf8)
        #expect(
            stanza.trimmingCharacters(in: .whitespacesAndNewlines)
                == packaged.trimmingCharacters(in: .whitespacesAndNewlines))
        guard Tool.run("logrotate", "--version") == 0 else { return print("skipped: no logrotate here") }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("logrotate-\(UUID().uuidString)")
        try (stanza + "\n").write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        #expect(Tool.run("logrotate", "-d", "-s", "/dev/null", file.path) == 0)
        try FileManager.default.removeItem(at: file)
    }
}
