/// How far a run is.
public struct RunProgressState: Sendable {
    /// Pages done, and pages known so far; more may be found.
    public var done = 0
    public var known = 0
    public var articles = 0
    /// Sources that are being worked on.
    public var sources = 0
    public var isFinished = false
}

/// Shows how far a run is, on a terminal for example; called often and from any thread.
public protocol RunProgress: Sendable {
    func update(_ progress: RunProgressState)
}

/// Keeps count for all sources of a run.
actor ProgressCounter {
    private let display: (any RunProgress)?
    private var state = RunProgressState()

    init(display: (any RunProgress)?) { self.display = display }

    func change(_ change: @Sendable (inout RunProgressState) -> Void) {
        change(&state)
        display?.update(state)
    }
}
