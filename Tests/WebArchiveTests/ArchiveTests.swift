import Foundation
import Model
import Testing
import WebArchive

@Suite struct ArchiveTests {
    /// A folder that is gone when the test is over.
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("warc-\(UUID().uuidString)").path
        deinit { try? FileManager.default.removeItem(atPath: path) }
        var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
        func size(_ name: String) -> Int { (FileManager.default.contents(atPath: path + "/" + name) ?? Data()).count }
    }

    private func capture(_ number: Int, body: [UInt8]) throws -> Capture {
        let address = try #require(WebAddress("http://example.vn/tin-\(number).html"))
        return Capture(
            address: address, fetched: Timestamp(seconds: 1_715_848_260 + Int64(number)), statusLine: "HTTP/1.1 200 OK",
            status: 200,
            headers: [
                HeaderField("Content-Type", "text/html"), HeaderField("Content-Encoding", "gzip"),
                HeaderField("ETag", "\"\(number)\""),
            ],
            body: body, requested: address)
    }

    private func writer(_ folder: Folder, maxFileBytes: Int64 = 1 << 30, after end: ArchiveLocation? = nil) throws
        -> WARCWriter
    {
        try WARCWriter(
            folder: folder.path, prefix: "t", software: "test/1", maxFileBytes: maxFileBytes, resumingAt: end)
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let folder = Folder()
        var writer = try writer(folder)
        var random = SystemRandomNumberGenerator()
        for number in 0..<20 {
            let body = (0..<Int.random(in: 0...5_000, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let capture = try capture(number, body: body)
            let location = try writer.append(capture, requestHeaders: [HeaderField("If-None-Match", "\"x\"")])
            let back = try WARCReader.capture(at: location, folder: folder.path)
            #expect(back.body == capture.body)
            #expect(back.headers == capture.headers)
            #expect(back.statusLine == capture.statusLine && back.status == 200)
            #expect(back.address == capture.address && back.fetched == capture.fetched)
        }
    }

    @Test func everyFileBeginsWithItsDescriptionAndRecordsComeInOrder() throws {
        let folder = Folder()
        var writer = try writer(folder, maxFileBytes: 2_000)
        for number in 0..<12 {
            _ = try writer.append(capture(number, body: Array("nội dung \(number)".utf8)), requestHeaders: [])
        }
        #expect(folder.files.count > 1)
        #expect(folder.files.first == "t-00001.warc.gz")
        for name in folder.files {
            var types: [String] = []
            try WARCReader(file: folder.path + "/" + name).forEachRecord { types.append($0.type ?? "") }
            #expect(types.first == "warcinfo")
            #expect(types.dropFirst().filter { $0 == "request" }.count == types.filter { $0 == "response" }.count)
        }
    }

    @Test func whatLiesBehindTheLastKnownRecordIsCutOff() throws {
        let folder = Folder()
        var first = try writer(folder)
        let known = try first.append(capture(1, body: [1, 2, 3]), requestHeaders: [])
        _ = try first.append(capture(2, body: [4, 5, 6]), requestHeaders: [])
        let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/" + known.file))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data([0x1F, 0x8B, 0x08, 0x00, 0x00]))
        try handle.close()
        var second = try writer(folder, after: known)
        #expect(folder.size(known.file) == Int(known.offset + known.length))
        let next = try second.append(capture(3, body: [7]), requestHeaders: [])
        #expect(try WARCReader.capture(at: known, folder: folder.path).body == [1, 2, 3])
        #expect(try WARCReader.capture(at: next, folder: folder.path).body == [7])
        var types: [String] = []
        try WARCReader(file: folder.path + "/" + known.file).forEachRecord { types.append($0.type ?? "") }
        #expect(types == ["warcinfo", "request", "response", "request", "response"])
    }

    @Test func aDamagedRecordIsAnErrorThatNamesTheFile() throws {
        let folder = Folder()
        var writer = try writer(folder)
        let location = try writer.append(capture(1, body: Array(repeating: 65, count: 500)), requestHeaders: [])
        let path = folder.path + "/" + location.file
        var data = try #require(FileManager.default.contents(atPath: path))
        data[Int(location.offset) + 40] ^= 0xFF
        try data.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: ArchiveError.self) { try WARCReader.capture(at: location, folder: folder.path) }
        #expect(error?.file == path)
    }

    @Test func theSameCaptureGivesTheSameBytes() throws {
        let (left, right) = (Folder(), Folder())
        for folder in [left, right] {
            var writer = try writer(folder)
            _ = try writer.append(capture(1, body: [1]), requestHeaders: [])
        }
        #expect(
            FileManager.default.contents(atPath: left.path + "/t-00001.warc.gz")
                == FileManager.default.contents(atPath: right.path + "/t-00001.warc.gz"))
    }

    @Test func aFileShorterThanTheLedgerKnowsIsAnErrorAndIsNotFilledUp() throws {
        let folder = Folder()
        let known = try { () throws in
            var writer = try writer(folder)
            return try writer.append(capture(1, body: Array("một".utf8)), requestHeaders: [])
        }()
        let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/" + known.file))
        try handle.truncate(atOffset: UInt64(known.offset))
        try handle.close()
        let error = #expect(throws: ArchiveError.self) { _ = try writer(folder, after: known) }
        #expect(error?.code == .damaged)
        #expect(folder.size(known.file) == Int(known.offset))
        try FileManager.default.removeItem(atPath: folder.path + "/" + known.file)
        let missing = #expect(throws: ArchiveError.self) { _ = try writer(folder, after: known) }
        #expect(missing?.code == .missing)
        #expect(folder.files.isEmpty)
    }

    @Test func filesThatTheLedgerDoesNotKnowAreSetAsideAndNotDeleted() throws {
        let folder = Folder()
        for _ in 1...3 {
            var writer = try writer(folder)
            _ = try writer.append(capture(1, body: [1]), requestHeaders: [])
        }
        #expect(
            folder.files == ["t-00001.warc.gz", "t-00001.warc.gz.set-aside", "t-00001.warc.gz.set-aside-2"])
    }

    @Test func headersOfTheTransferComeBackAndThoseOfTheServerStay() throws {
        let folder = Folder()
        var writer = try writer(folder)
        let address = try #require(WebAddress("http://h.vn/"))
        let headers = [
            HeaderField("Content-Length", "17"), HeaderField("transfer-encoding", "chunked"),
            HeaderField("X-Archive-Orig-Server", "IIS"), HeaderField("Set-Cookie", "a=1"),
            HeaderField("Set-Cookie", "b=2"),
        ]
        let capture = Capture(
            address: address, fetched: Timestamp(seconds: 0), statusLine: "HTTP/2 404", status: 404, headers: headers,
            body: [], requested: address)
        let location = try writer.append(capture, requestHeaders: [])
        #expect(try WARCReader.capture(at: location, folder: folder.path) == capture)
    }

    @Test func aFolderThatCannotBeMadeIsAnError() {
        #expect(throws: ArchiveError.self) {
            _ = try WARCWriter(folder: "/proc/khong-duoc", prefix: "t", software: "", maxFileBytes: 1, resumingAt: nil)
        }
    }
}
