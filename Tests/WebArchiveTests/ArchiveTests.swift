import Foundation
import Model
import Testing
import WebArchive

@Suite struct ArchiveTests {
    @Test func whatIsWrittenIsReadBack() throws {
        let folder = Folder()
        var writer = try writer(folder)
        var random = SystemRandomNumberGenerator()
        for number in 0..<20 {
            let body = (0..<Int.random(in: 0...5_000, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let headers = [
                HeaderField("Content-Type", "text/html"), HeaderField("Content-Encoding", "gzip"),
                HeaderField("ETag", "\"\(number)\""),
            ]
            let capture = capture(number, body: body, headers: headers)
            let location = try writer.append(
                Exchange(capture: capture, requestHeaders: [HeaderField("If-None-Match", "\"x\"")]))
            #expect(try WARCReader.capture(at: location, folder: folder.path) == capture)
        }
    }

    @Test func everyFileBeginsWithItsDescriptionAndRecordsComeInOrder() throws {
        let folder = Folder()
        var writer = try writer(folder, maxFileBytes: 2_000)
        for number in 0..<12 { _ = try writer.append(capture(number, body: Array("nội dung \(number)".utf8))) }
        #expect(folder.archives.count > 1)
        #expect(folder.archives.first == "t-20240516-00001.warc.gz")
        for name in folder.archives {
            let types = try folder.records(name).map(\.type)
            #expect(types.first == "warcinfo")
            #expect(
                types.dropFirst()
                    == types.dropFirst().enumerated().map { $0.offset % 2 == 0 ? "request" : "response" }[...])
        }
    }

    @Test func severalExchangesAtOnceLieWhereTheirLocationsSay() throws {
        let folder = Folder()
        var writer = try writer(folder)
        let packer = RecordPacker(software: "test/1")
        let captures = (0..<5).map { capture($0, body: Array("trang \($0)".utf8)) }
        let locations = try writer.append(captures.map { try packer.pack(Exchange(capture: $0)) })
        for (capture, location) in zip(captures, locations) {
            #expect(try WARCReader.capture(at: location, folder: folder.path) == capture)
        }
    }

    @Test func aNewDayBeginsANewFileAndNamesSortAsTheyWereBegun() throws {
        let folder = Folder()
        var writer = try writer(folder)
        // The third clock was put back: its record stays in the newest file.
        for number in [0, 86_400, 10] { _ = try writer.append(capture(number, body: [1])) }
        #expect(folder.archives == ["t-20240516-00001.warc.gz", "t-20240517-00001.warc.gz"])
        #expect(try folder.records("t-20240517-00001.warc.gz").count == 5)
    }

    @Test func writingGoesOnInTheFileOfTheSameDay() throws {
        let folder = Folder()
        var known: ArchiveLocation?
        for number in 0..<3 {
            var writer = try writer(folder, after: known)
            known = try writer.append(capture(number, body: [UInt8(number)]))
            try writer.finish()
        }
        #expect(folder.names == ["t-20240516-00001.cdxj", "t-20240516-00001.warc.gz"])
        #expect(folder.lines("t-20240516-00001.cdxj").count == 3)
    }

    @Test func aPostIsArchivedWithItsMethodAndContent() throws {
        let folder = Folder()
        var writer = try writer(folder)
        _ = try writer.append(
            Exchange(
                capture: capture(1, body: [1]), method: "POST", requestHeaders: [HeaderField("X-A", "b")],
                requestBody: Array("a=1".utf8)))
        let request = try #require(try folder.records(folder.archives[0])[1].message)
        #expect(request.statusLine == "POST /tin-1.html HTTP/1.1")
        #expect(request.headers == [HeaderField("Host", "example.vn"), HeaderField("X-A", "b")])
        #expect(request.body == Array("a=1".utf8))
    }

    @Test func aPayloadThatIsKnownIsARevisitThatNamesTheFirst() throws {
        let folder = Folder()
        var writer = try writer(folder)
        let first = capture(1, body: Array("như cũ".utf8))
        _ = try writer.append(first)
        let again = capture(2, body: first.body)
        let earlier = EarlierResponse(address: first.address, fetched: first.fetched)
        _ = try writer.append(Exchange(capture: again, keeping: .samePayload(as: earlier)))
        let records = try folder.records(folder.archives[0])
        let revisit = try #require(records.last)
        #expect(revisit.type == "revisit")
        #expect(revisit.fields.first(named: "WARC-Profile")?.hasSuffix("/1.1/revisit/identical-payload-digest") == true)
        #expect(revisit.fields.first(named: "WARC-Refers-To-Target-URI") == first.address.text)
        #expect(revisit.fields.first(named: "WARC-Refers-To-Date") == first.fetched.utc)
        #expect(
            revisit.fields.first(named: "WARC-Payload-Digest") == records[2].fields.first(named: "WARC-Payload-Digest"))
        #expect(revisit.message?.body == [])
    }

    @Test func aServersNotModifiedIsARevisit() throws {
        let folder = Folder()
        var writer = try writer(folder)
        let answer = capture(3, body: [], status: 304, headers: [HeaderField("ETag", "\"a\"")])
        _ = try writer.append(Exchange(capture: answer, keeping: .notModified(since: nil)))
        let revisit = try #require(try folder.records(folder.archives[0]).last)
        #expect(revisit.type == "revisit")
        #expect(revisit.fields.first(named: "WARC-Profile")?.hasSuffix("/1.1/revisit/server-not-modified") == true)
        #expect(revisit.fields.first(named: "WARC-Refers-To-Date") == nil)
        #expect(revisit.message?.headers == [HeaderField("ETag", "\"a\"")])
        #expect(
            folder.lines("t-20240516-00001.cdxj.part")[0].contains("\"mime\": \"warc/revisit\", \"status\": \"304\""))
    }

    @Test func aDamagedRecordIsAnErrorThatNamesTheFile() throws {
        let folder = Folder()
        var writer = try writer(folder)
        let location = try writer.append(capture(1, body: Array(repeating: 65, count: 500)))
        var bytes = folder.content(location.file)
        bytes[Int(location.offset) + 40] ^= 0xFF
        try folder.write(bytes, to: location.file)
        let error = #expect(throws: ArchiveError.self) { try WARCReader.capture(at: location, folder: folder.path) }
        #expect(error?.file == folder.path + "/" + location.file)
    }

    @Test func theSameCaptureGivesTheSameBytes() throws {
        let (left, right) = (Folder(), Folder())
        for folder in [left, right] {
            var writer = try writer(folder)
            _ = try writer.append(capture(1, body: [1]))
        }
        #expect(left.archives == right.archives && !left.archives.isEmpty)
        #expect(left.content(left.archives[0]) == right.content(right.archives[0]))
    }

    @Test func everyRecordHasANameOfItsOwn() throws {
        let folder = Folder()
        var writer = try writer(folder)
        let packer = RecordPacker(software: "test/1")
        // The same answer twice within a second, as of a request that is tried again.
        for _ in 0..<2 { _ = try writer.append(Exchange(capture: capture(1, body: [1], status: 503)), packer: packer) }
        let names = try folder.records(folder.archives[0]).compactMap { $0.fields.first(named: "WARC-Record-ID") }
        #expect(names.count == 5 && Set(names).count == 5)
    }

    @Test func headersOfTheTransferComeBackAndThoseOfTheServerStay() throws {
        let folder = Folder()
        var writer = try writer(folder)
        let headers = [
            HeaderField("Content-Length", "17"), HeaderField("transfer-encoding", "chunked"),
            HeaderField("X-Archive-Orig-Server", "IIS"), HeaderField("Set-Cookie", "a=1"),
            HeaderField("Set-Cookie", "b=2"),
        ]
        let capture = capture(1, body: [], status: 404, headers: headers)
        let location = try writer.append(capture)
        #expect(try WARCReader.capture(at: location, folder: folder.path) == capture)
    }

    @Test func aFolderThatCannotBeMadeIsAnError() {
        #expect(throws: ArchiveError.self) {
            _ = try WARCWriter(
                folder: "/proc/khong-duoc", prefix: "t", packer: RecordPacker(software: ""), maxFileBytes: 1,
                resumingAt: nil)
        }
    }
}
