import Model

/// What the last runs brought of one source, the newest first.
public struct SourceHistory: Hashable, Sendable {
    /// One run's share. Runs before the counting of titles, dates and bodies have nil there.
    public struct Entry: Hashable, Sendable {
        public var started: Timestamp
        public var newArticles: Int
        public var notArticles: Int
        public var observations: Int
        public var withTitle: Int?
        public var withDate: Int?
        public var withBody: Int?
        public var succeeded: Bool

        public init(
            started: Timestamp, newArticles: Int, notArticles: Int, observations: Int, withTitle: Int?, withDate: Int?,
            withBody: Int?, succeeded: Bool
        ) {
            self.started = started
            self.newArticles = newArticles
            self.notArticles = notArticles
            self.observations = observations
            self.withTitle = withTitle
            self.withDate = withDate
            self.withBody = withBody
            self.succeeded = succeeded
        }
    }

    public var source: SourceID
    public var entries: [Entry]

    public init(source: SourceID, entries: [Entry]) {
        self.source = source
        self.entries = entries
    }
}
