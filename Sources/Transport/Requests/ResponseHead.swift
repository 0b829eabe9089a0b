import Model

/// A response as it came: the lines of its header, and the content before its codings are undone.
struct RawResponse: Sendable {
    let head: [UInt8]
    let body: [UInt8]
}

/// The header of a response: its status line and its fields.
struct ResponseHead: Sendable {
    let statusLine: String
    let status: Int
    private(set) var headers: [HeaderField] = []

    /// Reads header lines; nil when the first is no status line.
    init?(_ bytes: [UInt8]) {
        guard let status = ResponseHead.status(of: bytes) else { return nil }
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: true).makeIterator()
        let first = lines.next() ?? []
        self.status = status
        statusLine = ResponseHead.text(ResponseHead.trimmed(first))
        while let line = lines.next() { add(line) }
    }

    /// The number after the protocol; nil when there is none.
    static func status(of bytes: [UInt8]) -> Int? {
        let line = bytes.prefix { $0 != 0x0A }
        let words = line.split(maxSplits: 2) { $0 == 0x20 || $0 == 0x0D }
        guard words.count > 1, words[1].count <= 3 else { return nil }
        return Int(text(words[1]))
    }

    /// Whether it names several lengths: nobody knows where such a response ends (RFC 9112, section 6.3).
    var hasConflictingLengths: Bool {
        let lengths = headers.filter { $0.name.lowercased() == "content-length" }.flatMap {
            $0.value.split(separator: ",").map { $0.filter { $0 != " " } }
        }
        return Set(lengths).count > 1
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        let isContinuation = line.first == 0x20 || line.first == 0x09
        if isContinuation, let last = headers.last {
            // A folded line adds to the field before it (RFC 9112, section 5.2).
            headers[headers.count - 1] = HeaderField(
                last.name, last.value + " " + ResponseHead.text(ResponseHead.trimmed(line)))
        } else if let colon = line.firstIndex(of: 0x3A), colon != line.startIndex {
            let value = ResponseHead.trimmed(line[line.index(after: colon)...])
            headers.append(HeaderField(ResponseHead.text(line[..<colon]), ResponseHead.text(value)))
        }
    }

    /// Bytes that are not UTF-8 are read as Latin-1, as old servers send them.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
        var bytes = bytes.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return bytes
    }
}
