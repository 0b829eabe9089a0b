/// The content codings that can be undone (RFC 9110, section 8.4.1).
public enum ContentCoding: String, Sendable, CaseIterable {
    case gzip, deflate
    case brotli = "br"
    case zstandard = "zstd"

    /// The value of Accept-Encoding that asks for these and nothing else.
    public static let accepted = allCases.map(\.rawValue).joined(separator: ", ")

    /// A coding by its name in any case; nil for one that cannot be undone. The name `identity` is no coding.
    public init?(name: String) {
        let name = name.lowercased()
        self.init(rawValue: name == "x-gzip" ? "gzip" : name)
    }

    /// The content without this coding; an early end is an error, as is more than `limit` bytes.
    public func decoded(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
        switch self {
        case .gzip: try Gzip.decompress(bytes, limit: limit)
        case .deflate: try Deflate.decompress(bytes, limit: limit)
        case .brotli: try Brotli.decompress(bytes, limit: limit)
        case .zstandard: try Zstandard.decompress(bytes, limit: limit)
        }
    }
}
