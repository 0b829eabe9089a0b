import Foundation
import Testing

@testable import Pipeline

struct LineReaderTests {
    /// The lines of a text as the reader hands them on; nil for one that is too long.
    private func lines(_ text: String, longest: Int = 1_000) throws -> [String?] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("lines-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var lines: [String?] = []
        try LineReader(path: file.path, longest: longest).forEachLine(wait: {}) { line in
            switch line {
            case .whole(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
            case .tooLong: lines.append(nil)
            }
        }
        return lines
    }

    @Test func handsOnEveryLineWithoutItsEnd() throws {
        #expect(try lines("a\n\nb\nc") == ["a", "", "b", "c"])
        #expect(try lines("") == [])
        #expect(try lines("a\n") == ["a"])
    }

    @Test func readsLinesThatSpanManyReads() throws {
        let long = String(repeating: "x", count: 700_000)
        #expect(try lines("a\n\(long)\nb\n", longest: 1 << 20) == ["a", long, "b"])
    }

    @Test func skipsALineThatIsTooLongAndReadsTheNext() throws {
        let long = String(repeating: "x", count: 900_000)
        #expect(try lines("a\n\(long)\nb", longest: 1_000) == ["a", nil, "b"])
    }

    @Test func tellsOfAFileThatIsNotThere() {
        #expect(throws: CommandFailure.self) { try LineReader(path: "/nowhere/at/all", longest: 10) }
    }
}
