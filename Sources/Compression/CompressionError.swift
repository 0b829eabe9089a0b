/// Why bytes could not be decompressed.
public enum CompressionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes are not in the format, or damaged, from about this offset on.
    case damaged(offset: Int)
    /// The bytes end in the middle.
    case truncated
    /// More would come out than the limit, in bytes, allows.
    case tooLarge(limit: Int)
    /// The decoder could not be started, for want of memory.
    case unavailable

    public var description: String {
        switch self {
        case .damaged(let offset): "the compressed data is damaged near byte \(offset)"
        case .truncated: "the compressed data ends too early"
        case .tooLarge(let limit): "the data is larger than \(limit) bytes when decompressed"
        case .unavailable: "the decoder could not be started: out of memory"
        }
    }
}
