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
}
