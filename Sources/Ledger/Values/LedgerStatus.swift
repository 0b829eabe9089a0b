import Model

/// What `chiso status` tells.
public struct LedgerStatus: Hashable, Sendable {
    /// One run; the sums are over its sources.
    public struct Run: Hashable, Sendable {
        public var id: RunID
        public var pipeline: String
        public var version: String
        public var started: Timestamp
        /// Nil for a run that is still going or was killed.
        public var finished: Timestamp?
        public var exitCode: Int?
        public var wasInterrupted: Bool
        public var pages: Int
        public var newArticles: Int
        public var changedArticles: Int
        public var observations: Int
        public var failed: Int
    }

    /// One source.
    public struct Source: Hashable, Sendable {
        public var id: SourceID
        public var lastRun: Timestamp?
        public var lastSuccess: Timestamp?
        public var lastNewArticle: Timestamp?
        /// Articles and numbers in the datasets.
        public var articles: Int
        public var observations: Int
        /// Pages known by name only.
        public var waiting: Int
        /// What was wrong in the last run.
        public var trouble: String?

        /// Published numbers per article, nil without articles.
        public var observationsPerArticle: Double? { articles > 0 ? Double(observations) / Double(articles) : nil }
    }

    /// The newest first.
    public var runs: [Run]
    /// What is wrong with sources, by source and kind.
    public var alarms: [Alarm]
    /// By identifier.
    public var sources: [Source]
}
