import Model

/// One record of a WARC or ARC file: its named fields and its block.
public struct WARCRecord: Hashable, Sendable {
    /// As written; the line of an ARC record is given the names that WARC has for the same things.
    public let fields: [HeaderField]
    public let block: [UInt8]
    /// Where the record, or its gzip member, begins in the file.
    public let offset: Int64
    /// Bytes of the record in the file, compressed where it is.
    public internal(set) var length: Int64 = 0

    init(fields: [HeaderField], block: [UInt8], offset: Int64) {
        self.fields = fields
        self.block = block
        self.offset = offset
    }

    /// `response`, `request`, `warcinfo`, …
    public var type: String? { fields.first(named: "WARC-Type") }
    /// The address that was captured; some writers put it in angle brackets, as WARC 1.0 said.
    public var targetAddress: String? {
        fields.first(named: "WARC-Target-URI").map { uri in
            uri.hasPrefix("<") && uri.hasSuffix(">") ? String(uri.dropFirst().dropLast()) : uri
        }
    }
    public var date: String? { fields.first(named: "WARC-Date") }

    /// The HTTP message of the block; nil when the block is none.
    public var message: ArchivedMessage? {
        guard let type, ["response", "request", "revisit"].contains(type),
            let head = MessageHead(block, from: 0, isWhole: true)
        else { return nil }
        let isHTTP =
            fields.first(named: "Content-Type")?.lowercased().hasPrefix("application/http")
            ?? head.firstLine.hasPrefix("HTTP/")
        guard isHTTP else { return nil }
        return ArchivedMessage(statusLine: head.firstLine, headers: head.fields, body: Array(block[head.end...]))
    }
}
