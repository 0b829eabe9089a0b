import Datasets
import Foundation
import Model
import Testing

@Suite struct DataPackageTests {
    @Test func describesEachTableWithItsColumns() throws {
        let folder = try TemporaryFolder()
        let files = try folder.export([Sample(name: "x")], [.csv, .json])
        let package = try #require(
            try JSONSerialization.jsonObject(with: Data(folder.bytes("datapackage.json"))) as? [String: Any])
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.compactMap { $0["path"] as? String } == ["sample.csv"])
        let digest = try #require(files.first { $0.name == "sample.csv" }?.digest)
        #expect(resources.first?["hash"] as? String == "sha256:" + digest)
        let fields = try #require((resources.first?["schema"] as? [String: Any])?["fields"] as? [[String: Any]])
        #expect(fields.compactMap { $0["name"] as? String } == Sample.table().columns.map(\.name))
        #expect(
            fields.compactMap { $0["type"] as? String }
                == ["string", "integer", "number", "date", "datetime", "string", "string"])
        #expect(fields.first?["title"] as? String == "Tên")
    }

    @Test func withoutCSVThereIsNothingToDescribe() throws {
        let folder = try TemporaryFolder()
        try folder.export([Sample(name: "x")], [.json])
        #expect(try folder.files() == ["manifest.json", "sample.json"])
    }

    @Test func everyCodeHasItsWordsInTheVocabulary() {
        func check<Term: RawRepresentable<String> & CaseIterable>(_ column: String, _ type: Term.Type) {
            let known = Set(Vocabulary.all.first { $0.column == column }?.terms.map(\.code) ?? [])
            #expect(known == Set(type.allCases.map(\.rawValue)), "\(column)")
        }
        check("unit", Model.Unit.self)
        check("kind", ObservationKind.self)
        check("qualifier", Qualifier.self)
        check("flags", ObservationFlag.self)
        check("reason", RejectionReason.self)
    }
}
