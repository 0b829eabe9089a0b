import Model

/// What the index says of one record: a line of CDXJ, as pywb and OpenWayback read it.
///
/// `vn,example)/tin.html 20240516083100 {"url": "…", "mime": "text/html", "status": "200", "digest": "sha1:…",
/// "length": "1234", "offset": "567", "filename": "….warc.gz"}`
struct IndexEntry: Hashable, Sendable {
    private let key: String
    /// Fourteen digits, UTC.
    private let timestamp: String
    private let url: String
    /// The media type without parameters, `warc/revisit` for a record without content; nil where the server named none.
    private let mime: String?
    private let status: String?
    private let digest: String?

    /// An exchange that is about to be written; `digest` is that of its payload.
    init(_ exchange: Exchange, digest: String) {
        let capture = exchange.capture
        key = URLKey.key(of: capture.address)
        timestamp = IndexEntry.digits(of: capture.fetched.utc)
        url = capture.address.text
        status = String(capture.status)
        switch exchange.keeping {
        case .response:
            mime = capture.contentType.flatMap(IndexEntry.mediaType)
            self.digest = digest
        case .samePayload:
            mime = IndexEntry.revisit
            self.digest = digest
        case .notModified:
            mime = IndexEntry.revisit
            self.digest = nil
        }
    }

    /// A record that was read; nil for those that an index does not name.
    init?(_ record: WARCRecord) {
        guard let type = record.type, type == "response" || type == "revisit",
            let address = record.targetAddress.flatMap({ WebAddress($0) }),
            let date = record.date.flatMap({ WARCDate.parse($0) })
        else { return nil }
        let message = record.message
        key = URLKey.key(of: address)
        timestamp = IndexEntry.digits(of: date.utc)
        url = address.text
        status = message?.statusLine.split(separator: " ").dropFirst().first.map(String.init)
        digest = record.fields.first(named: "WARC-Payload-Digest")
        mime =
            type == "revisit"
            ? IndexEntry.revisit : message?.headers.first(named: "Content-Type").flatMap(IndexEntry.mediaType)
    }

    /// The line with its end, in ASCII.
    func line(file: String, offset: Int64, length: Int64) -> String {
        var line = "\(key) \(timestamp) {\"url\": \"\(IndexEntry.escaped(url))\""
        for (name, value) in [("mime", mime), ("status", status), ("digest", digest)] {
            if let value { line += ", \"\(name)\": \"\(IndexEntry.escaped(value))\"" }
        }
        return line + ", \"length\": \"\(length)\", \"offset\": \"\(offset)\", \"filename\": \"\(file)\"}\n"
    }

    private static let revisit = "warc/revisit"

    private static func digits(of utc: String) -> String { String(utc.filter { ("0"..."9").contains($0) }) }

    /// `text/html` of `Text/HTML; charset=utf-8`.
    private static func mediaType(_ field: String) -> String? {
        let type = field.prefix { $0 != ";" && $0 != "," }.lowercased().filter { $0.isASCII && $0 > " " }
        return type.isEmpty ? nil : type
    }

    /// For a JSON string; what is not ASCII or a control character becomes a question mark.
    private static func escaped(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
        if isPlain { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte == 0x22 || byte == 0x5C { bytes.append(0x5C) }
            bytes.append((0x20..<0x7F).contains(byte) ? byte : UInt8(ascii: "?"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension IndexEntry {
    /// Where a line that was written by `line(…)` says that its record lies; nil for a torn line.
    static func place(in line: some StringProtocol) -> Range<Int64>? {
        guard line.hasSuffix("}"), let offset = number("offset", in: line), let length = number("length", in: line),
            offset >= 0, length > 0
        else { return nil }
        let (end, overflow) = offset.addingReportingOverflow(length)
        return overflow ? nil : offset..<end
    }

    private static func number(_ name: String, in line: some StringProtocol) -> Int64? {
        // A quotation mark inside a value has a backslash before it, so that this is found in no address.
        let mark = Array("\"\(name)\": \"".utf8)
        let bytes = Array(line.utf8)
        guard bytes.count > mark.count else { return nil }
        let starts = (0...(bytes.count - mark.count)).reversed()
        guard let start = starts.first(where: { bytes[$0..<($0 + mark.count)].elementsEqual(mark) }) else { return nil }
        let digits = bytes[(start + mark.count)...].prefix { $0 != 0x22 }
        return Int64(String(decoding: digits, as: UTF8.self))
    }
}
