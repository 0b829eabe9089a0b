import Foundation
import Ledger
import Model
import Testing

@testable import Pipeline

@Suite struct ArchiveRetentionTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/retention-\(UUID().uuidString)"
    private let now = Timestamp(CivilDate(year: 2026, month: 11, day: 24)!, hour: 12, offsetMinutes: 420)

    private func archive(_ names: [String]) throws -> Ledger {
        try FileManager.default.createDirectory(atPath: folder + "/archive", withIntermediateDirectories: true)
        let ledger = try Ledger(path: folder + "/ledger.sqlite")
        for name in names {
            for ending in [".warc.gz", ".cdxj"] {
                try "x".write(toFile: folder + "/archive/\(name)\(ending)", atomically: true, encoding: .utf8)
            }
            try ledger.record(
                CaptureRecord(
                    kind: .feed, address: WebAddress("https://bao.example.vn/rss")!,
                    location: ArchiveLocation(file: name + ".warc.gz", offset: 0, length: 9), digest: "sha256:0",
                    status: 200, fetched: now))
        }
        return ledger
    }

    private func kept(_ ledger: Ledger) throws -> (files: [String], known: [String]) {
        var known: [String] = []
        try ledger.forEachCapture { location, _ in known.append(location.file) }
        return (try FileManager.default.contentsOfDirectory(atPath: folder + "/archive").sorted(), known)
    }

    @Test func oldFilesGoWithTheirIndexAndTheNewestStays() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let ledger = try archive(["chiso-20250101-00001", "chiso-20251123-00001", "chiso-20251124-00001"])
        try ArchiveRetention(folder: folder + "/archive", keeping: .seconds(365 * 86_400)).apply(ledger, now: now)
        let (files, known) = try kept(ledger)
        #expect(files == ["chiso-20251124-00001.cdxj", "chiso-20251124-00001.warc.gz"])
        #expect(known == ["chiso-20251124-00001.warc.gz"])
        try ArchiveRetention(folder: folder + "/archive", keeping: .zero).apply(ledger, now: now)
        #expect(try kept(ledger).files == files, "the newest file may be written to")
    }

    @Test func withoutALimitNothingGoes() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let ledger = try archive(["chiso-20200101-00001", "chiso-20251124-00001"])
        try ArchiveRetention(folder: folder + "/archive", keeping: nil).apply(ledger, now: now)
        #expect(try kept(ledger).known.count == 2)
    }
}
