import Model

/// Something that is wrong with a source as a whole, though no single page says so.
public struct Alarm: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// No new article for longer than this source is wont to be silent.
        case silent
        /// Pages give no article where they used to.
        case noArticles = "no_articles"
        case titlesMissing = "titles_missing"
        case datesMissing = "dates_missing"
        case bodiesMissing = "bodies_missing"
        /// Articles hold far fewer numbers than they used to.
        case numbersMissing = "numbers_missing"
    }

    public var source: SourceID
    public var kind: Kind
    /// What was seen, against what is usual.
    public var detail: String
    /// When it went on.
    public var since: Timestamp

    public init(source: SourceID, kind: Kind, detail: String, since: Timestamp) {
        self.source = source
        self.kind = kind
        self.detail = detail
        self.since = since
    }
}
