import Datasets
import Foundation
import Testing

@testable import Pipeline

struct ParseTests {
    /// What `chiso parse` writes for one line.
    static func answer(_ kind: String, _ line: String) throws -> String {
        let kind = try #require(ParseKind.named(kind))
        let answer = try kind.prepare(
            Surroundings(home: ".", namedConfiguration: nil, environment: [:], executable: "chiso"))
        var json = JSONWriter()
        json.object { _ = ParseJob.write(.whole(Array(line.utf8)[...]), answer, to: &$0) }
        return json.text
    }

    @Test func repeatsTheIdentifierOfWhateverType() throws {
        #expect(
            try Self.answer("timestamp", #"{"id":[1.50,"a"],"date":"x"}"#).hasPrefix(#"{"id":[1.50,"a"],"utc":null"#))
        #expect(try Self.answer("timestamp", #"{"date":"x"}"#).hasPrefix(#"{"id":null,"#))
    }

    @Test(arguments: [
        ("timestamp", "nope", "the line is not JSON"), ("timestamp", "[]", "the line is not a JSON object"),
        ("timestamp", #"{"id":1}"#, "the member `date` is missing"),
        ("timestamp", #"{"id":1,"date":5}"#, "the member `date` is not text"),
        ("robots", #"{"robots_b64":"%%%%","user_agent":"a","url":"http://a/"}"#, "not base64"),
        ("feed", #"{"feed_b64":"","base_url":"a"}"#, "is no address"),
    ])
    func saysWhyALineHasNoAnswer(kind: String, line: String, reason: String) throws {
        let answer = try Self.answer(kind, line)
        #expect(answer.contains(#""error":"#) && answer.contains(reason))
    }

    @Test(arguments: [
        ("date", #"{"text":"quý 4 năm 2023","reference":"2024-05-16"}"#, #""iso":"2023-Q4","grain":"quarter""#),
        (
            "date", #"{"text":"6 tháng đầu năm","reference":"2024-08-16"}"#,
            #""iso":"2024-01-01/2024-06-30","grain":"interval""#
        ),
        ("date", #"{"text":"hôm nay","reference":"soon"}"#, "the reference is no date"),
        ("date", #"{"text":"con gà","reference":"2024-05-16"}"#, "no date that can be read"),
        ("document", #"{"text":"theo 76/NQ-CP"}"#, #""start":5,"end":13,"text":"76/NQ-CP","kind":"nghị quyết""#),
    ])
    func readsPhrasesOfTime(kind: String, line: String, part: String) throws {
        #expect(try Self.answer(kind, line).contains(part))
    }

    @Test func everyKindSaysWhatItTakesAndGives() {
        for kind in ParseKind.all {
            #expect(!kind.summary.isEmpty && !kind.takes.isEmpty && !kind.gives.isEmpty)
            #expect(ParseKind.named(kind.name)?.name == kind.name)
        }
        #expect(Set(ParseKind.all.map(\.name)).count == ParseKind.all.count)
        #expect(ParseKind.named("nothing") == nil)
    }

    @Test func readsRobotsTimestampsAndAddresses() throws {
        let robots = Data("User-agent: *\nDisallow: /a\n".utf8).base64EncodedString()
        #expect(
            try Self.answer("robots", #"{"id":1,"robots_b64":"\#(robots)","user_agent":"chiso","url":"http://h/a/b"}"#)
                .hasPrefix(#"{"id":1,"allowed":false,"rule":"Disallow: /a","line":2"#))
        #expect(
            try Self.answer("timestamp", #"{"date":"Thứ Năm, 16/05/2024 15:31"}"#)
                .contains(#""utc":"2024-05-16T08:31:00Z""#))
        #expect(
            try Self.answer("url", #"{"input":"../x","base":"https://H.vn/a/b/"}"#).contains(
                #""href":"https://h.vn/a/x""#))
    }

    @Test(arguments: [
        (#"{"date":"16/05/2024 15:31"}"#, "2024-05-16T08:31:00Z"),
        (#"{"date":"2024-05-16 15:31"}"#, "2024-05-16T15:31:00Z"),
        (#"{"date":"2024-05-16 15:31","zone":"+07:00"}"#, "2024-05-16T08:31:00Z"),
        (#"{"date":"2024-05-16T15:31:00.5Z","zone":"+07:00"}"#, "2024-05-16T15:31:00.5Z"),
    ])
    func aTimestampWithoutZoneIsInTheZoneAskedFor(line: String, utc: String) throws {
        #expect(try Self.answer("timestamp", line).contains(#""utc":"\#(utc)""#))
        #expect(try Self.answer("timestamp", #"{"date":"2024","zone":"x"}"#).contains("is no zone"))
    }

    @Test func readsFeeds() throws {
        let feed = Data("<rss><channel><title>T</title><item><link>/1</link></item></channel></rss>".utf8)
        let line =
            #"{"feed_b64":"\#(feed.base64EncodedString())","base_url":"https://h.vn/","headers":{"content-location":"/a/"}}"#
        let answer = try Self.answer("feed", line)
        #expect(answer.contains(#""feed":{"title":"T","link":null"#))
        #expect(answer.contains(#""entries":[{"title":null,"link":"https://h.vn/1""#))
    }

    @Test func followsSitemapsFromRobotsOnThroughRedirects() throws {
        func response(_ status: Int, _ body: String, location: String = "") -> String {
            let headers = location.isEmpty ? "{}" : #"{"Location":"\#(location)"}"#
            return
                #"{"status":\#(status),"headers":\#(headers),"body_b64":"\#(Data(body.utf8).base64EncodedString())"}"#
        }
        let responses = [
            #""https://h.vn/robots.txt":"# + response(200, "Sitemap: /i.xml\nSitemap: /none.xml"),
            #""https://h.vn/i.xml":"# + response(301, "", location: "/j.xml"),
            #""https://h.vn/j.xml":"#
                + response(
                    200,
                    "<sitemapindex><sitemap><loc>/i.xml</loc></sitemap><sitemap><loc>/k.xml</loc></sitemap></sitemapindex>"
                ),
            #""https://h.vn/k.xml":"#
                + response(200, "<urlset><url><loc>/1</loc><lastmod>2024-05-16T08:31:00Z</lastmod></url></urlset>"),
        ]
        let answer = try Self.answer(
            "sitemap", #"{"start":"https://h.vn/","responses":{\#(responses.joined(separator: ","))}}"#)
        #expect(answer.contains(#""pages":["https://h.vn/1"]"#))
        #expect(answer.contains(#""modified":"2024-05-16T08:31:00Z""#))
        #expect(answer.contains("https://h.vn/none.xml: no response"))
    }

    @Test func readsArchivesUpToTheDamage() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).warc")
        defer { try? FileManager.default.removeItem(at: file) }
        let record =
            "WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:x>\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n"
        try Data((record + "nonsense\n").utf8).write(to: file)
        let answer = try Self.answer("warc", #"{"file":"\#(file.path)"}"#)
        #expect(
            answer.contains(#"{"type":"warcinfo","target_uri":null,"date":null,"http_status":null,"decoded_length":3"#))
        #expect(!answer.contains(#""damage":null"#))
        #expect(try Self.answer("warc", #"{"file":"/no/such.warc"}"#).contains(#""error":"#))
    }
}
