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

    @Test func handsOnALineBeforeTheNextOneIsWritten() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("pipe-\(UUID().uuidString)").path
        #expect(mkfifo(path, 0o600) == 0)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = Thread {
            guard let pipe = FileHandle(forWritingAtPath: path) else { return }
            try? pipe.write(contentsOf: Data("a\n".utf8))
            Thread.sleep(forTimeInterval: 0.3)
            try? pipe.write(contentsOf: Data("b".utf8))
            try? pipe.close()
        }
        writer.start()
        var waits = 0
        var seen: [(line: String, waits: Int)] = []
        try LineReader(path: path, longest: 10).forEachLine(wait: { waits += 1 }) { line in
            if case .whole(let bytes) = line { seen.append((String(decoding: bytes, as: UTF8.self), waits)) }
        }
        #expect(seen.map(\.line) == ["a", "b"])
        #expect(seen.first?.waits == 1, "the first line came with the first read")
    }
}
