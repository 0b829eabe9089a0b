import Model

/// One request and its response, as they go into the archive.
public struct Exchange: Sendable {
    /// What of a response is kept.
    public enum Keeping: Hashable, Sendable {
        /// All of it.
        case response
        /// The header alone: the content is that of an earlier response, byte for byte (WARC 1.1, section 6.7.2).
        case samePayload(as: EarlierResponse)
        /// The header alone: the server said 304 (section 6.7.3). The earlier response is nil where it is not known.
        case notModified(since: EarlierResponse?)
    }

    public let capture: Capture
    /// The request's method.
    public let method: String
    /// The fields of the request besides `Host`.
    public let requestHeaders: [HeaderField]
    public let requestBody: [UInt8]
    public let keeping: Keeping

    public init(
        capture: Capture, method: String = "GET", requestHeaders: [HeaderField] = [], requestBody: [UInt8] = [],
        keeping: Keeping = .response
    ) {
        self.capture = capture
        self.method = method
        self.requestHeaders = requestHeaders
        self.requestBody = requestBody
        self.keeping = keeping
    }
}

/// Records of one exchange, ready to be written. Making it is the work; writing it is not.
public struct PackedExchange: Sendable {
    /// The gzip members of the request and of the response, one behind the other.
    let members: [UInt8]
    /// Bytes of the request's member.
    let requestLength: Int
    /// The response as the index names it, but for file and place.
    let entry: IndexEntry
    let date: Timestamp
}
