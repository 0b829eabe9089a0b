import Digest
import Model

/// Makes the bytes of WARC 1.1 records (ISO 28500:2017), each a gzip member of its own.
struct RecordMaker: Sendable {
    /// The `software` field of `warcinfo`.
    let software: String

    /// The first record of a file, section 6.2.
    func information(file: String, date: Timestamp) -> [UInt8] {
        let block = Array(
            "software: \(software)\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
                .utf8)
        return record(
            [
                ("WARC-Type", "warcinfo"), ("WARC-Record-ID", RecordMaker.identifier("warcinfo", file, date.utc)),
                ("WARC-Date", date.utc), ("WARC-Filename", file), ("Content-Type", "application/warc-fields"),
            ], block)
    }

    /// The response as it is read later: the header in the server's order, the content decoded (section 6.3).
    ///
    /// Content-Encoding, Transfer-Encoding and Content-Length speak of the content as it was sent, which is not what
    /// is kept; the server's values stand behind `X-Archive-Orig-`, and Content-Length is the kept content's.
    func response(_ capture: Capture) -> [UInt8] {
        var head = capture.statusLine + "\r\n"
        for field in capture.headers {
            let isOfTransfer = RecordMaker.transferFields.contains(field.name.lowercased())
            head += "\(isOfTransfer ? RecordMaker.originalPrefix : "")\(field.name): \(field.value)\r\n"
        }
        head += "Content-Length: \(capture.body.count)\r\n\r\n"
        let payload = RecordMaker.digest(capture.body)
        return record(
            named("response", "application/http;msgtype=response", capture)
                + [("WARC-Payload-Digest", payload)], Array(head.utf8) + capture.body)
    }

    /// The request that the response answers (section 6.4).
    func request(_ capture: Capture, headers: [HeaderField]) -> [UInt8] {
        var head = "GET \(capture.address.pathAndQuery) HTTP/1.1\r\nHost: \(RecordMaker.host(of: capture.address))\r\n"
        for field in headers { head += "\(field.name): \(field.value)\r\n" }
        return record(
            named("request", "application/http;msgtype=request", capture)
                + [("WARC-Concurrent-To", RecordMaker.identifier("response", capture))], Array((head + "\r\n").utf8))
    }

    /// The fields that the server sent, out of those of `response`.
    static func serverFields(_ fields: [HeaderField]) -> [HeaderField] {
        fields.compactMap { field in
            if field.name == "Content-Length" { return nil }
            guard field.name.hasPrefix(originalPrefix) else { return field }
            let name = String(field.name.dropFirst(originalPrefix.count))
            return transferFields.contains(name.lowercased()) ? HeaderField(name, field.value) : field
        }
    }

    private static let originalPrefix = "X-Archive-Orig-"
    private static let transferFields: Set<String> = ["content-encoding", "transfer-encoding", "content-length"]

    private static func host(of address: WebAddress) -> String {
        address.port.map { "\(address.host):\($0)" } ?? address.host
    }

    private func named(_ type: String, _ contentType: String, _ capture: Capture) -> [(String, String)] {
        [
            ("WARC-Type", type), ("WARC-Record-ID", RecordMaker.identifier(type, capture)),
            ("WARC-Date", capture.fetched.utc), ("WARC-Target-URI", capture.address.text),
            ("Content-Type", contentType),
        ]
    }

    private func record(_ fields: [(String, String)], _ block: [UInt8]) -> [UInt8] {
        var head = "WARC/1.1\r\n"
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        head += "WARC-Block-Digest: \(RecordMaker.digest(block))\r\nContent-Length: \(block.count)\r\n\r\n"
        return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    }

    /// `sha1:` in base 32, the form that other tools compare.
    private static func digest(_ bytes: [UInt8]) -> String { "sha1:" + Digest.base32(Digest.sha1(bytes)) }

    private static func identifier(_ type: String, _ capture: Capture) -> String {
        identifier(type, capture.address.text, capture.fetched.utc, digest(capture.body))
    }

    /// A UUID made from what the record holds (RFC 9562, version 8), so that the same capture has the same name.
    private static func identifier(_ parts: String...) -> String {
        var bytes = Array(Digest.sha256(parts.joined(separator: "\n").utf8).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = Array(Digest.hexadecimal(bytes))
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(hex[$0]) }
        return "<urn:uuid:\(groups.joined(separator: "-"))>"
    }
}
