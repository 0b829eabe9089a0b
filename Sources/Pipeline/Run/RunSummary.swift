import Ledger
import Model

/// What one run did: the table it prints, its exit code and `run.json` are made from this.
public struct RunSummary: Sendable {
    /// One source's share of the run.
    public struct Source: Sendable {
        public var result: SourceResult
        /// Feeds, sitemaps or listings that could not be read: the source as a whole is in trouble.
        public var troubles: [String] = []
        /// Pages that failed, each with its reason.
        public var failures: [String] = []
        /// How many pages failed, by the class of failure.
        public var failedByKind: [String: Int] = [:]
        /// Published numbers an article in this run's new articles, and in those of the runs before; in hundredths, nil
        /// where there were no new articles.
        public var numbersPerArticle: (now: Int?, usual: Int?) = (nil, nil)
        /// Pages that were not asked for, each with the rule that forbids it.
        public var refusals: [String] = []
        /// Why pages were put off to a later run, each reason once.
        public var deferrals: [String] = []

        init(id: SourceID) { result = SourceResult(source: id) }

        /// A source has failed when it could not be searched, or when nothing but failures came of its pages; pages
        /// that were put off because of them are no success.
        public var hasFailed: Bool {
            !troubles.isEmpty || (result.failed > 0 && result.failed + result.deferred == result.pages)
        }
    }

    public let pipeline: String
    public let started: Timestamp
    public internal(set) var finished: Timestamp
    public internal(set) var sources: [Source] = []
    /// What people should know besides failures, each thing once.
    public internal(set) var notices: [String] = []
    /// What is wrong with sources as a whole.
    public internal(set) var alarms: [Alarm] = []
    /// The run was told to stop before it was through.
    public internal(set) var wasInterrupted = false
    /// The folder of the datasets.
    public let output: String
    /// What was written there; nothing when the run was told to stop.
    public internal(set) var export = ExportSummary(files: [])

    init(pipeline: String, started: Timestamp, output: String) {
        self.pipeline = pipeline
        self.started = started
        self.output = output
        finished = started
    }

    /// 0 good, 1 failed (every source), 3 partly failed, interrupted, or an alarm is on.
    public var exitCode: Int32 {
        let failed = sources.count { $0.hasFailed }
        if wasInterrupted { return 3 }
        if failed == 0 { return alarms.isEmpty ? 0 : 3 }
        return failed == sources.count ? 1 : 3
    }

    /// The sum of one figure over all sources.
    public func total(_ figure: KeyPath<SourceResult, Int>) -> Int {
        sources.reduce(0) { $0 + $1.result[keyPath: figure] }
    }
}
