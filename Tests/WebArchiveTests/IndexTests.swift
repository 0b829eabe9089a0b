import Model
import Testing

@testable import WebArchive

@Suite struct IndexTests {
    @Test(arguments: [
        ("http://example.vn/", "vn,example)/"),
        ("https://www.example.vn/Tin/A.html", "vn,example)/tin/a.html"),
        ("http://www12.example.vn:8080/a/", "vn,example:8080)/a"),
        ("http://wwwx.example.vn/", "vn,example,wwwx)/"),
        ("http://127.0.0.1:8642/a//b/./c/../d", "1,0,0,127:8642)/a/b/d"),
        ("http://e.vn/?", "vn,e)/"),
        ("http://e.vn/x?b=2&a=1&a=0&a", "vn,e)/x?a&a=0&a=1&b=2"),
        ("http://e.vn/x?A=%C3%81&b=%2525", "vn,e)/x?a=%c3%81&b=%25"),
        ("http://e.vn/a%20b/%41", "vn,e)/a%20b/a"),
        ("http://e.vn/x?a=1&PHPSESSID=0123456789abcdef0123456789ABCDEF&b=2", "vn,e)/x?a=1&b=2"),
        ("http://e.vn/x?sid=0123456789abcdef0123456789ABCDEF", "vn,e)/x"),
        ("http://e.vn/x?sid=0123", "vn,e)/x?sid=0123"),
        ("http://e.vn/x?cfid=1&cftoken=2&z=3", "vn,e)/x?z=3"),
        ("http://e.vn/(S(4hqa0555fwsecu455xqckv45))/tin.aspx", "vn,e)/tin.aspx"),
        ("http://e.vn/(4hqa0555fwsecu455xqckv45)/tin.html", "vn,e)/(4hqa0555fwsecu455xqckv45)/tin.html"),
        ("http://e.vn/%E1%BA%BF", "vn,e)/%e1%ba%bf"),
    ])
    func keysAreThoseOfWebArchives(address: String, key: String) throws {
        #expect(URLKey.key(of: try #require(WebAddress(address))) == key)
    }

    @Test func aLineSaysWhatPywbNeeds() throws {
        let capture = capture(1, body: [], headers: [HeaderField("content-type", "Text/HTML; charset=\"utf-8\"")])
        let line = IndexEntry(Exchange(capture: capture), digest: "sha1:ABC").line(file: "f", offset: 5, length: 7)
        #expect(
            line == """
                vn,example)/tin-1.html 20240516083101 {"url": "http://example.vn/tin-1.html", "mime": "text/html", \
                "status": "200", "digest": "sha1:ABC", "length": "7", "offset": "5", "filename": "f"}\n
                """)
        #expect(IndexEntry.place(in: line.dropLast()) == 5..<12)
        for length in 0..<(line.count - 1) { #expect(IndexEntry.place(in: line.prefix(length)) == nil) }
    }

    @Test func aHostileMediaTypeBreaksNoLine() {
        let capture = capture(1, body: [], headers: [HeaderField("Content-Type", "a\"\\\u{1}ế\", \"offset\": \"9")])
        let line = IndexEntry(Exchange(capture: capture), digest: "d").line(file: "f", offset: 5, length: 7)
        #expect(line.contains(#""mime": "a\"\\\"""#))
        #expect(IndexEntry.place(in: line.dropLast()) == 5..<12)
    }

    @Test func whatIsReadGivesTheLineThatWasWritten() throws {
        let folder = Folder()
        var writer = try writer(folder)
        let body = capture(1, body: Array("một".utf8))
        let earlier = EarlierResponse(address: body.address, fetched: body.fetched)
        _ = try writer.append(body)
        _ = try writer.append(Exchange(capture: body, keeping: .samePayload(as: earlier)))
        _ = try writer.append(
            Exchange(capture: capture(3, body: [], status: 304), keeping: .notModified(since: earlier)))
        _ = try writer.append(capture(4, body: [], status: 301, headers: []))
        let name = folder.archives[0]
        let read = try folder.records(name).compactMap { record in
            IndexEntry(record)?.line(file: name, offset: record.offset, length: record.length)
        }
        #expect(read == folder.lines("t-20240516-00001.cdxj.part").map { $0 + "\n" })
    }
}
