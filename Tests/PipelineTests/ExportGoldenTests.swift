import Foundation
import Model
import Pipeline
import Testing

/// The datasets of a small ledger, to the byte. `CHISO_WRITE_GOLDEN=1 swift test --filter ExportGolden` writes the
/// expected files anew; read their differences before committing them.
@Suite struct ExportGoldenTests {
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    private static let golden = tests.appendingPathComponent("PipelineTests/Golden")

    @Test func theDatasetsOfASmallLedgerAreTheSameToTheByte() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("golden-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Self.tests.appendingPathComponent("LedgerTests/Fixtures/ledger-schema-5.sqlite"),
            to: folder.appendingPathComponent("ledger.sqlite"))
        var options = ExportOptions()
        options.formats = [.csv, .excelVI, .jsonl]
        options.tables = ["observations", "facts", "articles", "rejections", "sources", "coverage", "conflicts"]
        options.isWide = true
        let surroundings = Surroundings(
            home: folder.path, namedConfiguration: Self.tests.deletingLastPathComponent().path + "/Config",
            environment: [:], executable: "chiso")
        let out = folder.appendingPathComponent("out")
        _ = try ExportJob(surroundings: surroundings, output: out.path, options: options).run()

        let isWriting = ProcessInfo.processInfo.environment["CHISO_WRITE_GOLDEN"] != nil
        let names = try FileManager.default.contentsOfDirectory(atPath: out.path).filter { $0 != "manifest.json" }
        #expect(names.count == 3 * 8 + 1)
        for name in names.sorted() {
            let bytes = try Data(contentsOf: out.appendingPathComponent(name))
            if isWriting { try bytes.write(to: Self.golden.appendingPathComponent(name)) }
            let expected = try Data(contentsOf: Self.golden.appendingPathComponent(name))
            #expect(bytes == expected, "\(name) is not as expected")
        }
    }
}
