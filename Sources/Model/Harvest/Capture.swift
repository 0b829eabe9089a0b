/// One header line of an HTTP message, in the order and spelling in which it came.
public struct HeaderField: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension [HeaderField] {
    /// The value of the first field of that name; names do not distinguish case (RFC 9110, section 5.1).
    public func first(named name: String) -> String? {
        first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// A response as it came over the wire: what the archive keeps and the later stages read.
public struct Capture: Hashable, Sendable {
    /// The address of this response, after redirects.
    public let address: WebAddress
    public let fetched: Timestamp
    /// The status line without its line end, as `HTTP/1.1 200 OK`.
    public let statusLine: String
    public let status: Int
    public let headers: [HeaderField]
    /// The content, decoded from its transfer and content codings.
    public let body: [UInt8]
    /// The address that was asked for first, where redirects led elsewhere.
    public let requested: WebAddress

    public init(
        address: WebAddress, fetched: Timestamp, statusLine: String, status: Int, headers: [HeaderField],
        body: [UInt8], requested: WebAddress
    ) {
        self.address = address
        self.fetched = fetched
        self.statusLine = statusLine
        self.status = status
        self.headers = headers
        self.body = body
        self.requested = requested
    }

    /// What the server says that the content is; nil where it does not.
    public var contentType: String? { headers.first(named: "Content-Type") }
}

/// The response in which a content came first: what a later response with the same content refers to.
public struct EarlierResponse: Hashable, Sendable {
    /// The address of that response, after redirects.
    public let address: WebAddress
    public let fetched: Timestamp

    public init(address: WebAddress, fetched: Timestamp) {
        self.address = address
        self.fetched = fetched
    }
}

/// Where the archive holds a record: a file of the archive folder and the byte at which its gzip member begins.
public struct ArchiveLocation: Hashable, Sendable {
    public let file: String
    public let offset: Int64
    /// Bytes of the compressed member.
    public let length: Int64

    public init(file: String, offset: Int64, length: Int64) {
        self.file = file
        self.offset = offset
        self.length = length
    }
}
