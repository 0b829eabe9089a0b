import Datasets
import Foundation

/// Standard output for JSON lines: gathered into good-sized pieces, because a write a line costs more than the line.
final class LineOutput {
    private var json = JSONWriter()
    private let threshold = 64 * 1_024

    /// What was made elsewhere, as it is.
    func write(bytes: [UInt8]) {
        json.append(bytes)
        if json.bytes.count >= threshold { try? flush() }
    }

    /// One object on a line of its own.
    func write(_ body: (inout JSONWriter) -> Void) {
        json.object { body(&$0) }
        json.endLine()
        if json.bytes.count >= threshold { try? flush() }
    }

    /// Writes what is left; throws when nobody reads any more.
    func finish() throws { try flush() }

    private func flush() throws {
        try FileHandle.standardOutput.write(contentsOf: Data(json.bytes))
        json.removeBytes()
    }
}

/// Lines of a file or of standard input, one at a time.
struct LineInput {
    private let handle: FileHandle

    /// Without a path, standard input.
    init(path: String?) throws(CommandFailure) {
        guard let path else {
            handle = .standardInput
            return
        }
        guard let opened = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(message: "\(path) cannot be read; check that it exists and that you may read it")
        }
        handle = opened
    }

    /// Every line, without its end.
    func lines() throws -> [String] {
        var lines: [String] = []
        try forEachLine { lines.append(String(decoding: $0, as: UTF8.self)) }
        return lines
    }

    /// Calls the body with the bytes of each line; memory holds one line and a piece of input.
    func forEachLine(_ body: (Data) throws -> Void) throws {
        var rest = Data()
        while let piece = try handle.read(upToCount: 256 * 1_024), !piece.isEmpty {
            rest.append(piece)
            var start = rest.startIndex
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                try body(rest[start..<end])
                start = end + 1
            }
            rest = Data(rest[start...])
        }
        if !rest.isEmpty { try body(rest) }
    }
}
