import Model

/// The number of a run in this ledger.
public struct RunID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public var description: String { String(rawValue) }
}

/// What is known of a run when it begins.
public struct RunStart: Hashable, Sendable {
    public var pipeline: String
    /// The version of chiso.
    public var version: String
    public var started: Timestamp

    public init(pipeline: String, version: String, started: Timestamp) {
        self.pipeline = pipeline
        self.version = version
        self.started = started
    }
}

/// What is known of a run when it ends.
public struct RunFinish: Hashable, Sendable {
    public var finished: Timestamp
    public var exitCode: Int
    public var wasInterrupted: Bool
    public var sources: [SourceResult]

    public init(finished: Timestamp, exitCode: Int, wasInterrupted: Bool = false, sources: [SourceResult]) {
        self.finished = finished
        self.exitCode = exitCode
        self.wasInterrupted = wasInterrupted
        self.sources = sources
    }
}

/// One source's share of a run.
public struct SourceResult: Hashable, Sendable {
    public let source: SourceID
    public var candidates = 0
    public var newCandidates = 0
    public var pages = 0
    public var unchanged = 0
    public var newArticles = 0
    public var changedArticles = 0
    public var notArticles = 0
    /// Pages that robots.txt or our own limits did not let us ask for.
    public var refused = 0
    public var failed = 0
    public var deferred = 0
    public var observations = 0
    public var rejections = 0
    /// New articles that have a title, a date, and a body of some length: what a change of a portal's layout takes first.
    public var withTitle = 0
    public var withDate = 0
    public var withBody = 0
    public var succeeded = true
    /// What was wrong with the source as a whole.
    public var trouble: String?

    public init(source: SourceID) { self.source = source }
}
