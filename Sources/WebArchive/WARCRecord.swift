import Model

/// One record of a WARC file: its named fields and its block.
public struct WARCRecord: Hashable, Sendable {
    public let fields: [HeaderField]
    public let block: [UInt8]
    /// Where the record, or its gzip member, begins in the file.
    public let offset: Int64

    /// `response`, `request`, `warcinfo`, …
    public var type: String? { fields.first(named: "WARC-Type") }
    public var targetAddress: String? { fields.first(named: "WARC-Target-URI") }
    public var date: String? { fields.first(named: "WARC-Date") }

    /// The HTTP message of a `response` record; nil when the block is none.
    public var message: (statusLine: String, headers: [HeaderField], body: [UInt8])? {
        guard let end = MessageHead.end(of: block), let head = MessageHead(block[..<end.head]) else { return nil }
        return (head.firstLine, head.fields, Array(block[end.body...]))
    }
}

/// A first line and named fields, as HTTP and WARC both begin.
struct MessageHead {
    let firstLine: String
    let fields: [HeaderField]

    init?(_ bytes: ArraySlice<UInt8>) {
        let text = String(decoding: bytes, as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
            line.hasSuffix("\r") ? line.dropLast() : line
        }
        // Swift sees CR LF as one character.
        if lines.count == 1 { lines = text.split(separator: "\r\n").map { $0[...] } }
        guard let first = lines.first else { return nil }
        firstLine = String(first)
        fields = lines.dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            return HeaderField(String(line[..<colon]), String(value))
        }
    }

    /// Where the head ends and the body begins: behind an empty line.
    static func end(of bytes: [UInt8]) -> (head: Int, body: Int)? {
        var index = 0
        while index + 1 < bytes.count {
            if bytes[index] == 0x0A, bytes[index + 1] == 0x0A { return (index, index + 2) }
            if index + 3 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == 0x0A, bytes[index + 2] == 0x0D,
                bytes[index + 3] == 0x0A
            {
                return (index, index + 4)
            }
            index += 1
        }
        return nil
    }
}
