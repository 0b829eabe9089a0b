import Model

/// What a server gave to ask "has it changed?" with (RFC 9110, section 8.8), and the digest of what it sent last.
public struct Validators: Hashable, Sendable {
    public var etag: String?
    public var lastModified: String?
    /// `sha256:…` of the payload.
    public var payloadDigest: String?
    /// The response that the archive holds the payload of; nil where an earlier version of chiso kept the digest alone.
    public var original: EarlierResponse?

    public init(
        etag: String? = nil, lastModified: String? = nil, payloadDigest: String? = nil,
        original: EarlierResponse? = nil
    ) {
        self.etag = etag
        self.lastModified = lastModified
        self.payloadDigest = payloadDigest
        self.original = original
    }
}

/// How things stand with a page.
public enum PageStanding: String, Sendable, CaseIterable {
    /// Known by name only.
    case new
    case article
    case notAnArticle = "not_an_article"
    case failed
    /// It was or may have been there and is no more (404, 410).
    case gone
    /// robots.txt forbids it.
    case disallowed
}

/// A page as the ledger knows it.
public struct PageState: Hashable, Sendable {
    /// How it was found, with what the feed or listing told about it.
    public var candidate: Candidate
    public var standing: PageStanding
    public var validators: Validators
    /// The last HTTP status.
    public var status: Int?
    public var discovered: Timestamp
    public var checked: Timestamp?
    public var nextCheck: Timestamp?
    /// Failed attempts in a row.
    public var failures: Int

    public var address: WebAddress { candidate.address }
    public var source: SourceID { candidate.source }
}
