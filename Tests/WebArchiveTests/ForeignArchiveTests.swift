import Compression
import Foundation
import Model
import TestSupport
import Testing
import WebArchive

@Suite struct ForeignArchiveTests {
    private func records(_ bytes: [UInt8]) throws -> (records: [WARCRecord], error: ArchiveError?) {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("foreign-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        var records: [WARCRecord] = []
        do {
            try WARCReader(file: path).forEachRecord { records.append($0) }
        } catch let error as ArchiveError {
            return (records, error)
        }
        return (records, nil)
    }

    private func record(_ type: String, _ block: String, length: Int? = nil) -> [UInt8] {
        let head =
            "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: <http://h.vn/>\r\nContent-Type: application/http\r\n"
        return Array((head + "Content-Length: \(length ?? block.utf8.count)\r\n\r\n" + block + "\r\n\r\n").utf8)
    }

    private let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>tin</p>"

    @Test func plainAndCompressedFilesReadTheSame() throws {
        let parts = (0..<50).map {
            record($0 % 2 == 0 ? "response" : "request", page + String(repeating: "x", count: $0))
        }
        let plain = try records(parts.flatMap { $0 })
        let compressed = try records(parts.flatMap { Gzip.compress($0) })
        #expect(plain.error == nil && compressed.error == nil)
        #expect(plain.records.map(\.block) == compressed.records.map(\.block))
        #expect(plain.records.count == 50)
        #expect(plain.records[1].offset == Int64(parts[0].count))
        #expect(plain.records[0].targetAddress == "http://h.vn/")
    }

    @Test func aRecordLargerThanTheWindowIsRead() throws {
        let large = page + String(repeating: "nội dung ", count: 400_000)
        let found = try records(record("response", large) + record("response", page))
        #expect(found.error == nil)
        #expect(found.records.map(\.block.count) == [large.utf8.count, page.utf8.count])
    }

    @Test func everyTruncationGivesTheRecordsBeforeItAndAnError() throws {
        for isCompressed in [false, true] {
            let first = isCompressed ? Gzip.compress(record("response", page)) : record("response", page)
            let second =
                isCompressed ? Gzip.compress(record("response", page)) : Array(record("response", page).dropLast(4))
            for length in 1..<second.count {
                let found = try records(first + second[..<length])
                #expect(found.records.count == 1, "cut at \(length)")
                #expect(found.error?.code == .damaged, "cut at \(length)")
            }
        }
    }

    @Test func anARCFile() throws {
        let header = "filedesc://a.arc 127.0.0.1 20140216050221 text/plain 10\n1 0 Sample\n"
        let capture = "http://h.vn/ 10.0.0.1 20140216050221 text/html \(page.utf8.count)\n\(page)\n"
        let found = try records(Array((header + capture).utf8))
        #expect(found.error == nil)
        #expect(found.records.map(\.type) == ["arc_header", "response"])
        #expect(found.records.last?.date == "2014-02-16T05:02:21Z")
        #expect(found.records.last?.message?.body == Array("<p>tin</p>".utf8))
    }

    @Test func aLengthThatIsAFewBytesShortCostsNoOtherRecord() throws {
        let found = try records(record("response", page, length: page.utf8.count - 3) + record("response", page))
        #expect(found.error == nil && found.records.count == 2)
    }

    @Test func codingsAreTakenOff() throws {
        let body = Gzip.compress(Array("cải cách".utf8))
        let half = body.count / 2
        func chunk(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
            Array("\(String(bytes.count, radix: 16));x=y\r\n".utf8) + bytes + Array("\r\n".utf8)
        }
        let chunks = chunk(body[..<half]) + chunk(body[half...]) + Array("0\r\n\r\n".utf8)
        let message = ArchivedMessage(
            statusLine: "HTTP/1.1 200 OK",
            headers: [HeaderField("Content-Encoding", "gzip"), HeaderField("Transfer-Encoding", "chunked")],
            body: chunks)
        #expect(try message.decodedBody(limit: 1_000) == Array("cải cách".utf8))
        let unchunked = ArchivedMessage(statusLine: message.statusLine, headers: message.headers, body: body)
        #expect(try unchunked.decodedBody(limit: 1_000) == Array("cải cách".utf8))
        #expect(throws: CompressionError.self) { try message.decodedBody(limit: 3) }
    }

    @Test func garbageNeverEndsTheProgram() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            var bytes = record("response", page) + record("request", page)
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            #expect(try records(bytes).records.count <= 4)
        }
    }
}
