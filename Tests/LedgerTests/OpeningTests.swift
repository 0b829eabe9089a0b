import Foundation
import GRDB
import Model
import Testing

@testable import Ledger

@Suite struct OpeningTests {
    let file = LedgerFile()

    @Test func newLedgerIsMadeWithItsFolderAndOpensAgain() throws {
        let run = RunStart(pipeline: "demo", version: "1", started: at(0))
        #expect(try file.open().begin(run: run).rawValue == 1)
        #expect(try file.open().begin(run: run).rawValue == 2)
    }

    @Test func whatWasCommittedIsThereWithoutClosing() throws {
        let ledger = try file.open()
        try ledger.record(visit("a", article("a", text: "có 5 hồ sơ")))
        let copy = LedgerFile()
        try FileManager.default.createDirectory(atPath: copy.folder + "/var", withIntermediateDirectories: true)
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: file.path + suffix, toPath: copy.path + suffix)
        }
        #expect(try copy.open().observations() == ledger.observations())
        #expect(try copy.open().observations().count == 1)
    }

    @Test func textFileIsRefused() throws {
        try makeFolder()
        try "This is no database, but long enough to look like one.\n".write(
            toFile: file.path, atomically: true, encoding: .utf8)
        let error = #expect(throws: LedgerError.self) { try file.open() }
        #expect(error?.code == .notALedger)
        #expect(error?.description.contains(file.path) == true)
    }

    @Test func foreignDatabaseIsRefusedAndLeftAsItWas() throws {
        try makeFolder()
        let queue = try DatabaseQueue(path: file.path)
        try queue.write { try $0.execute(sql: "CREATE TABLE mine (a)") }
        try queue.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
        #expect(#expect(throws: LedgerError.self) { try file.open() }?.code == .notALedger)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == before)
    }

    @Test func ledgerOfANewerVersionIsRefused() throws {
        try file.open().close()
        let queue = try DatabaseQueue(path: file.path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')") }
        try queue.close()
        #expect(#expect(throws: LedgerError.self) { try file.open() }?.code == .newerSchema)
    }

    @Test func damagedLedgerIsToldAsSuch() throws {
        let ledger = try file.open()
        for number in 0..<50 {
            try ledger.record(visit("p\(number)", article("p\(number)", text: "có \(number) hồ sơ")))
        }
        try ledger.close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
        bytes.replaceSubrange(4_096..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - 4_096))
        try bytes.write(to: URL(fileURLWithPath: file.path))
        let error = #expect(throws: LedgerError.self) { try file.open().articles() }
        #expect(error?.code == .corrupt)
    }

    @Test func ledgerThatAnotherProgramWritesIsToldAsLocked() throws {
        let ledger = try file.open()
        let impatient = try Ledger(path: file.path, patience: 0.05)
        try ledger.pool.write { _ in
            let error = #expect(throws: LedgerError.self) {
                try impatient.begin(run: RunStart(pipeline: "demo", version: "1", started: at(0)))
            }
            #expect(error?.code == .locked)
        }
    }

    @Test func folderThatIsAFileIsToldAsSuch() throws {
        try FileManager.default.createDirectory(atPath: file.folder, withIntermediateDirectories: true)
        try "x".write(toFile: file.folder + "/var", atomically: true, encoding: .utf8)
        let error = #expect(throws: LedgerError.self) { try file.open() }
        #expect(error?.code == .cannotOpen)
        #expect(error?.remedy.contains("--home") == true)
    }

    @Test func powerCutIsGuardedAgainst() throws {
        let settings = try file.open().pool.writeWithoutTransaction { db in
            try ["journal_mode", "synchronous", "foreign_keys"].map { try String.fetchOne(db, sql: "PRAGMA \($0)") }
        }
        #expect(settings == ["wal", "2", "1"])
    }

    @Test(arguments: ["observations", "articles", "rejections"])
    func longTablesAreReadInOrderWithoutSorting(_ name: String) throws {
        let ledger = try file.open()
        let table = try #require(try ledger.view().tables().first { $0.name == name })
        guard case .query(let query) = table.content else {
            Issue.record("\(name) is worked out")
            return
        }
        try ledger.pool.read { db in
            let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + query.sql).map { $0["detail"] as String }
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        }
    }

    /// Ledgers of two articles that earlier programs wrote; of the times of publication one was in UTC.
    @Test(arguments: [("ledger-schema-2", 197), ("ledger-schema-5", 24)])
    func ledgerOfAnOlderVersionOpensAndIsBroughtUpToDate(_ name: String, _ count: Int) throws {
        let fixture = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "sqlite"))
        try makeFolder()
        try FileManager.default.copyItem(atPath: fixture.path, toPath: file.path)
        let ledger = try file.open()
        #expect(try ledger.rows(of: "articles").count == 2)
        #expect(try ledger.rows(of: "observations").count == ledger.observations().count)
        let times = try ledger.rows(of: "articles").compactMap { $0["published_at"] }
        #expect(times.contains { $0.hasSuffix("Z") } && !times.contains { $0.hasSuffix("+00:00") }, "\(times)")
        for row in try ledger.rows(of: "observations") {
            #expect(row["quote"]?.contains(row["value_text"] ?? "?") == true)
        }
        try ledger.record(visit("new", article("new", text: "có 5 hồ sơ")))
        #expect(try ledger.articles().count == 3)
    }

    private func makeFolder() throws {
        try FileManager.default.createDirectory(atPath: file.folder + "/var", withIntermediateDirectories: true)
    }
}
