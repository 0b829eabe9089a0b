import Datasets
import Foundation
import GRDB
import Model
import Testing

@Suite struct DatabaseTests {
    @Test func numbersAreNumbersAndCodesAreText() throws {
        let folder = try TemporaryFolder()
        try folder.export(
            [
                Sample(name: "Tam Dương", count: 16, share: Decimal(string: "98.4"), tags: ["a", "b"], code: "00813"),
                Sample(name: "", share: Decimal(7)),
            ], [.sqlite])
        var configuration = Configuration()
        configuration.readonly = true
        try DatabaseQueue(path: folder.path + "/chiso.sqlite", configuration: configuration).read { db in
            let row = try #require(try Row.fetchOne(db, sql: "SELECT * FROM sample WHERE count = 16"))
            #expect(row["share"] as Double == 98.4)
            #expect(row["code"] as String == "00813")
            #expect(row["tags"] as String == "a|b")
            #expect(row["day"] as String? == nil)
            let kinds = try String.fetchAll(db, sql: "SELECT typeof(share) FROM sample")
            #expect(kinds == ["real", "integer"])
            #expect(try String.fetchAll(db, sql: "SELECT typeof(name) FROM sample") == ["text", "null"])
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
        }
    }

    @Test func nastyCellsComeBack() throws {
        let folder = try TemporaryFolder()
        try folder.export(CellSafetyTests.nasty.map { Sample(name: $0) }, [.sqlite])
        let back = try DatabaseQueue(path: folder.path + "/chiso.sqlite").read { db in
            try Data.fetchAll(db, sql: "SELECT CAST(name AS BLOB) FROM sample ORDER BY rowid")
        }
        #expect(back.count == CellSafetyTests.nasty.count)
        for (text, expected) in zip(back, CellSafetyTests.nasty) { #expect(Array(text) == Array(expected.utf8)) }
    }
}
