import Configuration
import Foundation
import Testing

/// A folder of twelve broken files and a broken pipeline: every mistake is named with its place and a remedy.
@Suite struct CheckTests {
    private static let fixtures = Bundle.module.bundlePath + "/Fixtures"

    /// What `check` reports, with paths made relative to the fixtures.
    private func report() -> [String] {
        let loader = ConfigurationLoader(folder: ConfigurationFolder(path: Self.fixtures + "/broken"))
        do {
            _ = try loader.check(pipelines: [Self.fixtures + "/pipelines/broken.yml"])
            return []
        } catch {
            return error.diagnostics.map { $0.description.replacing(Self.fixtures + "/", with: "") }
        }
    }

    @Test func everyMistakeIsToldAtOnce() throws {
        let expected = try String(contentsOfFile: Self.fixtures + "/expected.txt", encoding: .utf8)
        #expect(report().joined(separator: "\n") + "\n" == expected)
    }

    @Test func everyBrokenFileIsNamed() throws {
        let named = Set(report().compactMap { $0.split(separator: ":").first.map(String.init) })
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures + "/broken/sources")
        for name in names { #expect(named.contains("broken/sources/\(name)"), "\(name) is broken and was not named") }
        #expect(named.isSuperset(of: ["broken/defaults.yml", "broken/indicators.yml", "pipelines/broken.yml"]))
    }
}
