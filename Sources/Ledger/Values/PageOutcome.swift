import Model

/// A response in the archive, as the ledger refers to it.
public struct CaptureRecord: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case page, feed, sitemap, listing, robots
    }

    public var kind: Kind
    /// The address of the response, after redirects.
    public var address: WebAddress
    public var location: ArchiveLocation
    /// `sha256:…` of the payload.
    public var digest: String
    public var status: Int
    public var fetched: Timestamp

    public init(
        kind: Kind = .page, address: WebAddress, location: ArchiveLocation, digest: String, status: Int,
        fetched: Timestamp
    ) {
        self.kind = kind
        self.address = address
        self.location = location
        self.digest = digest
        self.status = status
        self.fetched = fetched
    }
}

/// An article as read, with its numbers, ready to publish.
public struct ArticleRecord: Hashable, Sendable {
    /// `version`, `supersedes`, `aliases` and the two counts are the ledger's: what is given for them is not used.
    public var row: ArticleRow
    /// The article's text, which the digest in `row` is of and the offsets of quotes refer to.
    public var text: String
    /// In the order of the text. What they say of the article itself is taken from `row`.
    public var observations: [ObservationRow]
    public var rejections: [RejectionRow]

    public init(row: ArticleRow, text: String, observations: [ObservationRow], rejections: [RejectionRow]) {
        self.row = row
        self.text = text
        self.observations = observations
        self.rejections = rejections
    }
}

/// What came of one visit to a page: all that one transaction writes.
public struct PageOutcome: Hashable, Sendable {
    public enum Result: Hashable, Sendable {
        /// 304, or the same payload as last time.
        case unchanged
        case article(ArticleRecord)
        /// A page of another kind; `kind` is a short code, `detail` says how one knows.
        case notAnArticle(kind: String, detail: String)
        case failed(kind: String, detail: String, isTransient: Bool)
        /// 404 or 410.
        case gone
        /// The rule of robots.txt that forbids it.
        case disallowed(rule: String)
    }

    public var source: SourceID
    /// The address as the candidate had it.
    public var address: WebAddress
    public var checked: Timestamp
    public var result: Result
    public var status: Int?
    public var capture: CaptureRecord?
    /// Those of an article or other page replace the former ones; those that come with `unchanged` add to them; those
    /// of a failure are not kept.
    public var validators: Validators
    /// When to look again; nil for never.
    public var nextCheck: Timestamp?

    public init(
        source: SourceID, address: WebAddress, checked: Timestamp, result: Result, status: Int? = nil,
        capture: CaptureRecord? = nil, validators: Validators = Validators(), nextCheck: Timestamp? = nil
    ) {
        self.source = source
        self.address = address
        self.checked = checked
        self.result = result
        self.status = status
        self.capture = capture
        self.validators = validators
        self.nextCheck = nextCheck
    }
}

/// What recording an outcome changed about the articles.
public enum RecordedChange: String, Sendable {
    /// Nothing about any article.
    case none
    case newArticle = "new_article"
    /// The text at a known address changed.
    case newVersion = "new_version"
    /// The same text as an article known from another address.
    case alias
    /// The same text read anew: title, date or numbers differ from what stood here.
    case reread
}
