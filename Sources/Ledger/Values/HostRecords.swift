import Model

/// A host's robots.txt as last fetched.
public struct StoredRobots: Hashable, Sendable {
    public var host: String
    /// The HTTP status it came with; 0 where no answer came.
    public var status: Int
    public var body: [UInt8]
    public var fetched: Timestamp
    public var expires: Timestamp

    public init(host: String, status: Int, body: [UInt8], fetched: Timestamp, expires: Timestamp) {
        self.host = host
        self.status = status
        self.body = body
        self.fetched = fetched
        self.expires = expires
    }
}

/// What one run learned of a host that the next must heed.
public struct HostState: Hashable, Sendable {
    public var host: String
    /// Leave it alone until then (Retry-After, or our own back-off).
    public var notBefore: Timestamp
    /// Failed requests in a row.
    public var failures: Int

    public init(host: String, notBefore: Timestamp, failures: Int) {
        self.host = host
        self.notBefore = notBefore
        self.failures = failures
    }
}

/// A feed, sitemap or listing as the ledger knows it.
public struct DirectoryState: Hashable, Sendable {
    public var validators: Validators
    /// When it was last read.
    public var checked: Timestamp
}
