import Configuration
import Foundation
import Testing

@Suite struct FolderTests {
    @Test func aNamedFolderThatIsMissingIsAnErrorAndNothingElseIsTried() {
        #expect {
            try ConfigurationFolder.locate(named: "/nowhere/at/all", environment: [:], executable: "/usr/bin/chiso")
        } throws: { error in
            (error as? ConfigurationFolderNotFound)?.tried == ["/nowhere/at/all"]
        }
    }

    @Test func theEnvironmentNamesAFolder() throws {
        let folder = FileManager.default.temporaryDirectory.path
        let found = try ConfigurationFolder.locate(
            named: nil, environment: ["CHISO_CONFIG": folder], executable: "/usr/bin/chiso")
        #expect(found.path == folder)
    }

    @Test func theMessageListsEveryPlaceTried() {
        let message = ConfigurationFolderNotFound(tried: ["Config", "/etc/chiso"]).description
        #expect(message.contains("Config, /etc/chiso") && message.contains("--config"))
    }
}

@Suite struct ProvinceTests {
    @Test func aProvinceThatNeverWasIsAMistake() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("config-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try FileManager.default.copyItem(at: project.appendingPathComponent("Config"), to: folder)
        let source =
            "id: la\nname: Báo Lạ\nkind: provincial_newspaper\nhome: https://la.example/\nprovince: P99\nverified: false\nenabled: false\n"
        try source.write(to: folder.appendingPathComponent("sources/la.yml"), atomically: true, encoding: .utf8)
        try "x".write(to: folder.appendingPathComponent("sources/Bao.yaml"), atomically: true, encoding: .utf8)
        let error = #expect(throws: ConfigurationError.self) {
            try ConfigurationLoader(folder: ConfigurationFolder(path: folder.path)).check(pipelines: [])
        }
        let messages = error?.diagnostics.map(\.message) ?? []
        #expect(messages.contains("the gazetteer knows no province `P99`"))
        #expect(messages.contains { $0.contains("does not end in .yml") })
        #expect(messages.count == 2)
    }
}
