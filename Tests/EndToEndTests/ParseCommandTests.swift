import Foundation
import Testing

/// `chiso parse` as a script uses it.
struct ParseCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parse-\(UUID().uuidString)")

    private func run(_ kind: String, _ lines: String) async throws -> ChiSoProcess.Result {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(lines.utf8).write(to: folder.appendingPathComponent("lines.jsonl"))
        return try await ChiSoProcess(folder: folder).run("parse", kind, "lines.jsonl")
    }

    @Test func everyLineIsAnsweredInOrder() async throws {
        let result = try await run(
            "url",
            """
            {"id": "a", "input": "/tin?utm_source=x#1", "base": "https://h.vn/"}

            {"id": 7, "input": "không"}
            {"id": null, "input": "http://H.vn"}
            """)
        #expect(result.code == 3)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(
            lines[0]
                == #"{"id":"a","href":"https://h.vn/tin?utm_source=x#1","host":"h.vn","path":"/tin","key":"https://h.vn/tin"}"#
        )
        #expect(lines[1].hasPrefix(#"{"id":7,"error":"#))
        #expect(lines[2].hasPrefix(#"{"id":null,"href":"http://h.vn/""#))
    }

    @Test func goodLinesAloneEndWithZero() async throws {
        #expect(try await run("timestamp", #"{"id":1,"date":"16/05/2024"}"#).code == 0)
    }

    @Test func anUnknownKindIsAMistakeOfUse() async throws {
        let result = try await run("weather", "")
        #expect(result.code == 64)
        #expect(result.errors.contains("robots, feed, sitemap"))
    }
}
