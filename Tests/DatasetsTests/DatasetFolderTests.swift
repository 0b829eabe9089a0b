import Datasets
import Foundation
import Model
import Testing

@Suite struct DatasetFolderTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func write(_ rows: [Sample], to path: String? = nil) throws {
        try DatasetFolder(path ?? folder.path).write(
            name: "sample", formats: [.csv, .json], columns: Sample.columns
        ) { sink in
            for row in rows { try sink(row) }
        }
    }

    private let rows = [
        Sample(
            name: "Tam Dương, \"huyện\"", count: 16, share: Decimal(string: "98.50"),
            day: CivilDate(year: 2024, month: 3, day: 31),
            time: Timestamp(seconds: 1_715_848_260, offsetMinutes: 420), tags: ["a", "b"]),
        Sample(name: "=1+1", count: -3, share: Decimal(string: "-0.001")),
        Sample(name: ""),
    ]

    @Test func csvIsTheSameToTheByte() throws {
        try write(rows)
        #expect(
            try folder.text("sample.csv")
                == [
                    "name,count,share,day,time,tags",
                    "\"Tam Dương, \"\"huyện\"\"\",16,98.5,2024-03-31,2024-05-16T15:31:00+07:00,a|b",
                    "\"'=1+1\",-3,-0.001,,,",
                    ",0,,,,", "",
                ].joined(separator: "\r\n"))
    }

    @Test func jsonIsTheSameToTheByte() throws {
        try write(rows)
        #expect(
            try folder.text("sample.json") == """
                [
                {"name":"Tam Dương, \\"huyện\\"","count":16,"share":98.5,"day":"2024-03-31",\
                "time":"2024-05-16T15:31:00+07:00","tags":["a","b"]},
                {"name":"=1+1","count":-3,"share":-0.001,"day":null,"time":null,"tags":null},
                {"name":"","count":0,"share":null,"day":null,"time":null,"tags":null}
                ]

                """)
    }

    @Test func datasetWithoutRowsHasAHeaderAndAnEmptyArray() throws {
        try write([])
        #expect(try folder.text("sample.csv") == "name,count,share,day,time,tags\r\n")
        #expect(try folder.text("sample.json") == "[]\n")
    }

    @Test func missingFoldersAreMade() throws {
        try write(rows, to: folder.path + "/a/b")
        #expect(try folder.text("a/b/sample.json").hasPrefix("[\n{"))
    }

    @Test func failureInTheMiddleLeavesTheFormerFilesAndNothingElse() throws {
        struct Interrupted: Error {}
        try write(rows)
        let before = try (folder.text("sample.csv"), folder.text("sample.json"))
        #expect(throws: Interrupted.self) {
            try DatasetFolder(folder.path).write(name: "sample", formats: [.csv, .json], columns: Sample.columns) {
                sink in
                for number in 0..<20_000 { try sink(Sample(name: "x", count: number)) }
                throw Interrupted()
            }
        }
        #expect(try (folder.text("sample.csv"), folder.text("sample.json")) == before)
        #expect(try folder.files() == ["sample.csv", "sample.json"])
    }

    @Test func leftoverOfAKilledRunIsTakenOver() throws {
        try String(repeating: "x", count: 100_000).write(
            toFile: folder.path + "/.sample.csv.part", atomically: false, encoding: .utf8)
        try write([])
        #expect(try folder.text("sample.csv") == "name,count,share,day,time,tags\r\n")
        #expect(try folder.files() == ["sample.csv", "sample.json"])
    }

    @Test func secondWriterOfTheSameFileIsRefused() throws {
        var refusal: DatasetError?
        try DatasetFolder(folder.path).write(name: "sample", formats: [.csv], columns: Sample.columns) { sink in
            try sink(rows[0])
            refusal = #expect(throws: DatasetError.self) { try write([]) }
        }
        #expect(refusal?.code == .busy)
        #expect(try CSVReader.records(folder.text("sample.csv")).count == 2)
    }

    @Test func fileInPlaceOfTheFolderIsNamed() throws {
        try "x".write(toFile: folder.path + "/out", atomically: true, encoding: .utf8)
        let error = #expect(throws: DatasetError.self) { try write(rows, to: folder.path + "/out") }
        #expect(error?.code == .inTheWay)
        #expect(error?.description.contains(folder.path + "/out") == true)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/version")))
    func folderWithoutTheRightToWriteIsNamed() {
        let error = #expect(throws: DatasetError.self) { try write(rows, to: "/proc/chiso") }
        #expect(error?.remedy.isEmpty == false)
    }

    @Test func fileGivenAsBytesIsWrittenWhole() throws {
        try DatasetFolder(folder.path).write(name: "run.json", bytes: Array("{}\n".utf8))
        #expect(try folder.files() == ["run.json"])
        #expect(try folder.text("run.json") == "{}\n")
    }
}
