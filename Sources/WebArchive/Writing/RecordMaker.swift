import Digest
import Model

/// Makes the bytes of WARC 1.1 records (ISO 28500:2017).
struct RecordMaker: Sendable {
    /// The `software` field of `warcinfo`.
    let software: String

    /// The first record of a file, section 6.2.
    func information(file: String, date: Timestamp) -> [UInt8] {
        let block = """
            software: \(software)\r\nformat: WARC File Format 1.1\r\nconformsTo: \
            http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n
            """
        return RecordMaker.record(
            [
                ("WARC-Type", "warcinfo"), ("WARC-Record-ID", RecordMaker.identifier("warcinfo", file, date.utc)),
                ("WARC-Date", date.utc), ("WARC-Filename", file), ("Content-Type", "application/warc-fields"),
            ], block)
    }

    /// What the two records of an exchange share.
    struct Names {
        let date: String
        let request: String
        let response: String
        /// `sha1:…` of the content.
        let payload: String

        /// `number` tells exchanges apart that are alike in all else.
        init(_ capture: Capture, number: Int) {
            date = capture.fetched.utc
            payload = RecordMaker.digest(capture.body)
            let common = "\(capture.address.text)\n\(date)\n\(payload)\n\(number)"
            request = RecordMaker.identifier("request", common)
            response = RecordMaker.identifier("response", common)
        }
    }

    /// The response as it is read later: the header in the server's order, the content decoded (section 6.3); or a
    /// `revisit`, which holds the header alone (section 6.7).
    ///
    /// Content-Encoding, Transfer-Encoding and Content-Length speak of the content as it was sent, which is not what
    /// is kept; the server's values stand behind `X-Archive-Orig-`, and Content-Length is the kept content's.
    func response(_ exchange: Exchange, _ names: Names) -> [UInt8] {
        let capture = exchange.capture
        var head = capture.statusLine + "\r\n"
        for field in capture.headers {
            if RecordMaker.isOfTransfer(field.name) { head += RecordMaker.originalPrefix }
            head += "\(field.name): \(field.value)\r\n"
        }
        // A 304 has no content whose length could be told.
        head += capture.status == 304 ? "\r\n" : "Content-Length: \(capture.body.count)\r\n\r\n"
        let isWhole = exchange.keeping == .response
        var fields = [
            ("WARC-Type", isWhole ? "response" : "revisit"), ("WARC-Record-ID", names.response),
            ("WARC-Date", names.date), ("WARC-Target-URI", capture.address.text),
            ("Content-Type", "application/http;msgtype=response"),
        ]
        switch exchange.keeping {
        case .response:
            fields.append(("WARC-Payload-Digest", names.payload))
        case .samePayload(let original):
            fields.append(("WARC-Payload-Digest", names.payload))
            fields += RecordMaker.reference("identical-payload-digest", original)
        case .notModified(let original):
            fields += RecordMaker.reference("server-not-modified", original)
        }
        return RecordMaker.record(fields, head, isWhole ? capture.body : [])
    }

    /// The request that the response answers (section 6.4).
    func request(_ exchange: Exchange, _ names: Names) -> [UInt8] {
        let address = exchange.capture.address
        let host = address.port.map { "\(address.host):\($0)" } ?? address.host
        var head = "\(exchange.method) \(address.pathAndQuery) HTTP/1.1\r\nHost: \(host)\r\n"
        for field in exchange.requestHeaders { head += "\(field.name): \(field.value)\r\n" }
        return RecordMaker.record(
            [
                ("WARC-Type", "request"), ("WARC-Record-ID", names.request), ("WARC-Date", names.date),
                ("WARC-Target-URI", address.text), ("WARC-Concurrent-To", names.response),
                ("Content-Type", "application/http;msgtype=request"),
            ], head + "\r\n", exchange.requestBody)
    }

    /// The fields that the server sent, out of those of `response`.
    static func serverFields(_ fields: [HeaderField]) -> [HeaderField] {
        fields.compactMap { field in
            if field.name == "Content-Length" { return nil }
            guard field.name.hasPrefix(originalPrefix) else { return field }
            let name = String(field.name.dropFirst(originalPrefix.count))
            return isOfTransfer(name) ? HeaderField(name, field.value) : field
        }
    }

    private static let originalPrefix = "X-Archive-Orig-"
    private static let transferFields: Set<String> = ["content-encoding", "transfer-encoding", "content-length"]

    private static func isOfTransfer(_ name: String) -> Bool {
        // The three names have these lengths; no other is looked up.
        (14...17).contains(name.utf8.count) && transferFields.contains(name.lowercased())
    }

    private static func reference(_ profile: String, _ original: EarlierResponse?) -> [(String, String)] {
        let name = [("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/\(profile)")]
        guard let original else { return name }
        return name + [
            ("WARC-Refers-To-Target-URI", original.address.text), ("WARC-Refers-To-Date", original.fetched.utc),
        ]
    }

    /// A record whose block is a text and the bytes behind it.
    private static func record(_ fields: [(String, String)], _ text: String, _ rest: [UInt8] = []) -> [UInt8] {
        var block: [UInt8] = []
        block.reserveCapacity(text.utf8.count + rest.count)
        block.append(contentsOf: text.utf8)
        block.append(contentsOf: rest)
        var head = "WARC/1.1\r\n"
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        head += "WARC-Block-Digest: \(digest(block))\r\nContent-Length: \(block.count)\r\n\r\n"
        var bytes: [UInt8] = []
        bytes.reserveCapacity(head.utf8.count + block.count + 4)
        bytes.append(contentsOf: head.utf8)
        bytes.append(contentsOf: block)
        bytes.append(contentsOf: "\r\n\r\n".utf8)
        return bytes
    }

    /// `sha1:` in base 32, the form that other tools compare.
    private static func digest(_ bytes: [UInt8]) -> String { "sha1:" + Digest.base32(Digest.sha1(bytes)) }

    /// A UUID made from what the record holds (RFC 9562, version 8), so that the same capture has the same name.
    private static func identifier(_ parts: String...) -> String {
        var bytes = Array(Digest.sha256(parts.joined(separator: "\n").utf8).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = Array(Digest.hexadecimal(bytes).utf8)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: hex[$0], as: UTF8.self) }
        return "<urn:uuid:\(groups.joined(separator: "-"))>"
    }
}
