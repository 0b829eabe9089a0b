/// One row of `articles`: the newest version of an article, with or without numbers.
public struct ArticleRow: Hashable, Sendable {
    public var articleID: ArticleID
    /// 1 for the text first seen at this address, 2 for the first change of it, and so on.
    public var version: Int
    /// The version that this one replaced.
    public var supersedes: ArticleID?
    public var source: SourceID
    public var sourceName: String
    /// The address that the page names as its own, else the address that it was found at.
    public var url: WebAddress
    /// Other addresses of the same article, in order.
    public var aliases: [WebAddress]
    public var title: String
    public var authors: [String]
    public var publishedAt: Timestamp?
    public var publishedFrom: DateSource?
    public var modifiedAt: Timestamp?
    public var section: String?
    public var language: String?
    public var lead: String?
    /// Words of the text, counted by white space.
    public var words: Int
    /// How many numbers of the article are published, and how many are not.
    public var observations: Int
    public var rejections: Int
    /// The digest of the payload in the archive, `sha256:…`.
    public var capture: String
    /// The digest of the article's text, `sha256:…`.
    public var textDigest: String
    public var extractorVersion: String

    public init(
        articleID: ArticleID, version: Int = 1, supersedes: ArticleID? = nil, source: SourceID, sourceName: String,
        url: WebAddress, aliases: [WebAddress] = [], title: String, authors: [String], publishedAt: Timestamp?,
        publishedFrom: DateSource?, modifiedAt: Timestamp?, section: String?, language: String?, lead: String?,
        words: Int, observations: Int, rejections: Int, capture: String, textDigest: String, extractorVersion: String
    ) {
        self.articleID = articleID
        self.version = version
        self.supersedes = supersedes
        self.source = source
        self.sourceName = sourceName
        self.url = url
        self.aliases = aliases
        self.title = title
        self.authors = authors
        self.publishedAt = publishedAt
        self.publishedFrom = publishedFrom
        self.modifiedAt = modifiedAt
        self.section = section
        self.language = language
        self.lead = lead
        self.words = words
        self.observations = observations
        self.rejections = rejections
        self.capture = capture
        self.textDigest = textDigest
        self.extractorVersion = extractorVersion
    }
}
