import Compression
import Model

/// An HTTP message as an archive holds it.
public struct ArchivedMessage: Hashable, Sendable {
    /// The first line: of a response the status line, of a request the request line.
    public let statusLine: String
    public let headers: [HeaderField]
    /// In the codings that `headers` name.
    public let body: [UInt8]

    public init(statusLine: String, headers: [HeaderField], body: [UInt8]) {
        self.statusLine = statusLine
        self.headers = headers
        self.body = body
    }

    /// The body without its transfer and content codings (RFC 9112, section 7; RFC 9110, section 8.4).
    ///
    /// Chunks that are none, as of archives that took them off without saying so, are kept as they are. A coding that is
    /// not gzip or deflate leaves the body as it is; a damaged one throws.
    public func decodedBody(limit: Int) throws(CompressionError) -> [UInt8] {
        var decoded = body
        for name in codings("Transfer-Encoding").reversed() + codings("Content-Encoding").reversed() {
            switch name {
            case "chunked": decoded = ArchivedMessage.unchunked(decoded) ?? decoded
            case "gzip", "x-gzip":
                if Gzip.isGzip(decoded) { decoded = try Gzip.decompress(decoded, limit: limit) }
            case "deflate":
                if !decoded.isEmpty { decoded = try Deflate.decompress(decoded, limit: limit) }
            default: return decoded
            }
        }
        return decoded
    }

    private func codings(_ field: String) -> [String] {
        (headers.first(named: field) ?? "").lowercased().split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
    }

    /// The data of the chunks; nil when the bytes do not begin with a chunk. A body that ends early gives what is there.
    private static func unchunked(_ bytes: [UInt8]) -> [UInt8]? {
        var data: [UInt8] = []
        var position = 0
        while position < bytes.count {
            guard let lineEnd = bytes[position...].prefix(1_000).firstIndex(of: 0x0A),
                let size = chunkSize(bytes[position..<lineEnd])
            else { return position == 0 ? nil : data }
            if size == 0 { return data }
            let start = lineEnd + 1
            let end = size < bytes.count - start ? start + size : bytes.count
            data += bytes[start..<end]
            position = end
            if position < bytes.count, bytes[position] == 0x0D { position += 1 }
            if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        }
        return data
    }

    /// The hexadecimal number before extensions; nil when there is none or it is absurd.
    private static func chunkSize(_ line: ArraySlice<UInt8>) -> Int? {
        let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x0D && $0 != 0x20 }
        guard !digits.isEmpty, digits.count <= 8 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 16).flatMap { $0 >= 0 ? $0 : nil }
    }
}
