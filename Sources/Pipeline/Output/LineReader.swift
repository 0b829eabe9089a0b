import Foundation

/// Lines of a file or of standard input, of a bounded length, one after the other.
struct LineReader {
    private let handle: FileHandle
    /// Bytes of the longest line that is handed on.
    private let longest: Int

    /// A line, or that there was one longer than is allowed, of which nothing is kept.
    enum Line {
        case whole(ArraySlice<UInt8>)
        case tooLong
    }

    /// Without a path, standard input.
    init(path: String?, longest: Int) throws(CommandFailure) {
        self.longest = longest
        guard let path else {
            handle = .standardInput
            return
        }
        guard let opened = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(message: "\(path) cannot be read; check that it exists and that you may read it")
        }
        handle = opened
    }

    /// Calls `take` with each line without its end, and `wait` before each read, which may take as long as whoever
    /// writes the input likes.
    func forEachLine(wait: () throws -> Void, _ take: (Line) throws -> Void) throws {
        var rest: [UInt8] = []
        var isSkipping = false
        while true {
            try wait()
            var start = rest.count
            guard try readPiece(into: &rest) else { break }
            var lineStart = 0
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                if !isSkipping { try take(end - lineStart > longest ? .tooLong : .whole(rest[lineStart..<end])) }
                isSkipping = false
                (start, lineStart) = (end + 1, end + 1)
            }
            rest.removeFirst(lineStart)
            if rest.count > longest || isSkipping {
                if !isSkipping { try take(.tooLong) }
                isSkipping = true
                rest = []
            }
        }
        if !rest.isEmpty, !isSkipping { try take(.whole(rest[...])) }
    }

    /// Appends what there is to read now, at least a byte; false at the end. (`FileHandle.read(upToCount:)` waits until
    /// it has all that it may read, and nobody could ask one thing at a time.)
    private func readPiece(into bytes: inout [UInt8]) throws(CommandFailure) -> Bool {
        let count = withUnsafeTemporaryAllocation(byteCount: 256 * 1_024, alignment: 1) { piece in
            var count = 0
            repeat {
                count = read(handle.fileDescriptor, piece.baseAddress, piece.count)
            } while count < 0 && errno == EINTR
            if count > 0 { bytes += piece[..<count] }
            return count
        }
        if count < 0 { throw CommandFailure(message: "the input cannot be read: \(String(cString: strerror(errno)))") }
        return count > 0
    }
}
