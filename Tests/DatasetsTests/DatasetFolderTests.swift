import Datasets
import Digest
import Foundation
import Model
import Testing

@Suite struct DatasetFolderTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private let rows = [
        Sample(
            name: "Tam Dương, \"huyện\"", count: 16, share: Decimal(string: "98.50"),
            day: CivilDate(year: 2024, month: 3, day: 31),
            time: Timestamp(seconds: 1_715_848_260, offsetMinutes: 420), tags: ["a", "b"], code: "00813"),
        Sample(name: "=1+1", count: -3, share: Decimal(string: "-0.001"), time: Timestamp(seconds: 0)),
        Sample(name: ""),
    ]

    @Test func csvIsTheSameToTheByte() throws {
        try folder.export(rows)
        #expect(
            try folder.text("sample.csv")
                == [
                    "name,count,share,day,time,tags,code",
                    "\"Tam Dương, \"\"huyện\"\"\",16,98.5,2024-03-31,2024-05-16T15:31:00+07:00,a|b,00813",
                    "\"'=1+1\",-3,-0.001,,1970-01-01T00:00:00Z,,",
                    ",0,,,,,", "",
                ].joined(separator: "\r\n"))
    }

    @Test func fileForExcelIsTheSameToTheByte() throws {
        try folder.export(rows, [.excelVI])
        #expect(
            try folder.text("sample.excel-vi.csv")
                == "\u{FEFF}"
                + [
                    "Tên;Số;Tỷ lệ;Ngày;Lúc;Nhãn;Mã",
                    "\"Tam Dương, \"\"huyện\"\"\";16;98,5;2024-03-31;2024-05-16 15:31:00;a|b;\"'00813\"",
                    "\"'=1+1\";-3;-0,001;;1970-01-01 07:00:00;;",
                    ";0;;;;;", "",
                ].joined(separator: "\r\n"))
    }

    @Test func jsonIsTheSameToTheByte() throws {
        try folder.export(rows, [.json, .jsonl])
        let objects = [
            """
            {"name":"Tam Dương, \\"huyện\\"","count":16,"share":98.5,"day":"2024-03-31",\
            "time":"2024-05-16T15:31:00+07:00","tags":["a","b"],"code":"00813"}
            """,
            """
            {"name":"=1+1","count":-3,"share":-0.001,"day":null,"time":"1970-01-01T00:00:00Z","tags":null,"code":null}
            """, #"{"name":null,"count":0,"share":null,"day":null,"time":null,"tags":null,"code":null}"#,
        ]
        #expect(try folder.text("sample.json") == "[\n" + objects.joined(separator: ",\n") + "\n]\n")
        #expect(try folder.text("sample.jsonl") == objects.map { $0 + "\n" }.joined())
    }

    @Test func datasetWithoutRowsHasAHeaderAndAnEmptyArray() throws {
        try folder.export([])
        #expect(try folder.text("sample.csv") == "name,count,share,day,time,tags,code\r\n")
        #expect(try folder.text("sample.json") == "[]\n")
    }

    @Test func twoExportsAreTheSameToTheByteInEveryForm() throws {
        let other = try TemporaryFolder()
        try folder.export(rows, DatasetFormat.allCases)
        try other.export(rows, DatasetFormat.allCases)
        #expect(try folder.files() == other.files())
        for file in try folder.files() { #expect(try folder.bytes(file) == other.bytes(file), "\(file)") }
    }

    @Test func manifestTellsTheDigestOfEveryFile() throws {
        try folder.export(rows, DatasetFormat.allCases)
        let manifest = try #require(
            try JSONSerialization.jsonObject(with: Data(folder.bytes("manifest.json"))) as? [String: Any])
        let files = try #require(manifest["files"] as? [[String: Any]])
        #expect(Set(files.compactMap { $0["name"] as? String }).union(["manifest.json"]) == Set(try folder.files()))
        for file in files {
            let bytes = try folder.bytes(try #require(file["name"] as? String))
            #expect(file["sha256"] as? String == Digest.hexadecimal(Digest.sha256(bytes)))
            #expect(file["bytes"] as? Int == bytes.count)
        }
    }

    @Test func longFilesAreWrittenWhole() throws {
        let many = (0..<20_000).map { Sample(name: "dòng \($0)", count: $0) }
        let files = try folder.export(many, [.csv, .jsonl])
        let bytes = try folder.bytes("sample.csv")
        #expect(files.first?.digest == Digest.hexadecimal(Digest.sha256(bytes)))
        let records = try CSVReader.records(folder.text("sample.csv"))
        #expect(records.count == 20_001)
        #expect(records.dropFirst().map { $0[1] } == (0..<20_000).map(String.init))
    }

    @Test func missingFoldersAreMade() throws {
        try folder.export(rows, to: folder.path + "/a/b")
        #expect(try folder.text("a/b/sample.json").hasPrefix("[\n{"))
    }

    @Test func failureInTheMiddleLeavesTheFormerFilesAndNothingElse() throws {
        struct Interrupted: Error {}
        try folder.export(rows, DatasetFormat.allCases)
        let names = try folder.files()
        let before = try names.map(folder.bytes)
        #expect(throws: Interrupted.self) {
            try folder.export(
                (0..<20_000).map { Sample(name: "x", count: $0) }, DatasetFormat.allCases,
                after: { throw Interrupted() })
        }
        #expect(try folder.files() == names)
        #expect(try names.map(folder.bytes) == before)
    }

    @Test func leftoverOfAKilledRunIsTakenOver() throws {
        for name in ["sample.csv", "chiso.xlsx", "chiso.sqlite"] {
            try String(repeating: "x", count: 100_000).write(
                toFile: folder.path + "/.\(name).part", atomically: false, encoding: .utf8)
        }
        try folder.export([], [.csv, .xlsx, .sqlite])
        #expect(try folder.text("sample.csv") == "name,count,share,day,time,tags,code\r\n")
        #expect(
            try folder.files() == ["chiso.sqlite", "chiso.xlsx", "datapackage.json", "manifest.json", "sample.csv"])
    }

    @Test func secondWriterOfTheSameFileIsRefused() throws {
        var refusal: DatasetError?
        try folder.export(rows, [.csv]) {
            refusal = #expect(throws: DatasetError.self) { try folder.export([], [.csv]) }
        }
        #expect(refusal?.code == .busy)
        #expect(try CSVReader.records(folder.text("sample.csv")).count == 4)
    }

    @Test func fileInPlaceOfTheFolderIsNamed() throws {
        try "x".write(toFile: folder.path + "/out", atomically: true, encoding: .utf8)
        let error = #expect(throws: DatasetError.self) { try folder.export(rows, to: folder.path + "/out") }
        #expect(error?.code == .inTheWay)
        #expect(error?.description.contains(folder.path + "/out") == true)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/version")))
    func folderWithoutTheRightToWriteIsNamed() {
        let error = #expect(throws: DatasetError.self) { try folder.export(rows, to: "/proc/chiso") }
        #expect(error?.remedy.isEmpty == false)
    }

    @Test func fileGivenAsBytesIsWrittenWhole() throws {
        try DatasetFolder(folder.path).write(name: "run.json", bytes: Array("{}\n".utf8))
        #expect(try folder.files() == ["run.json"])
        #expect(try folder.text("run.json") == "{}\n")
    }
}
