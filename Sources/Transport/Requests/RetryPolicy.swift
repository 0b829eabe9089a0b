import Model

/// What to do after an exchange: keep its outcome, try again, or leave the page to a later run.
///
/// Pauses grow twofold and are drawn from the whole interval ("full jitter"), so that clients that failed together do
/// not come back together. `Retry-After` (RFC 9110, section 10.2.3) is a minimum; beyond the cap nobody sleeps on it.
public struct RetryPolicy: Sendable {
    /// How many times a passing failure is tried again.
    public let retries: Int
    /// The first pause is at most this long.
    public let base: Duration
    public let maximumPause: Duration
    /// A longer Retry-After puts the page off to a later run.
    public let retryAfterCap: Duration
    private let fraction: @Sendable () -> Double

    /// `fraction` gives random numbers from 0 to 1.
    public init(
        retries: Int, base: Duration = .seconds(1), maximumPause: Duration = .seconds(60),
        retryAfterCap: Duration = .seconds(60),
        fraction: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.retries = retries
        self.base = base
        self.maximumPause = maximumPause
        self.retryAfterCap = retryAfterCap
        self.fraction = fraction
    }

    /// What came of an attempt.
    public enum Answer: Sendable {
        case response(status: Int, retryAfter: String?)
        case failure(FetchFailure)
    }

    public enum Decision: Hashable, Sendable {
        /// The outcome stands.
        case accept
        case retry(after: Duration)
        /// The server wants more time than a run has.
        case deferUntil(Timestamp)
        /// It keeps failing.
        case giveUp
    }

    /// The decision after attempt number `attempt`, counted from 1.
    public func decision(on answer: Answer, attempt: Int, now: Timestamp) -> Decision {
        var minimum = Duration.zero
        var allowed = retries
        switch answer {
        case .failure(let failure):
            if !failure.isTransient { return .accept }
            if failure.kind == .cancelled || failure.kind == .circuitOpen { return .giveUp }
            // Waiting in vain costs most of all: once more, and the rest is for a later run.
            if failure.kind == .timeout { allowed = min(retries, 1) }
        case .response(let status, let retryAfter):
            guard RetryPolicy.passing.contains(status) else { return .accept }
            minimum = retryAfter.flatMap { RetryAfter.pause($0, now: now) } ?? .zero
            if minimum > retryAfterCap {
                return .deferUntil(
                    Timestamp(seconds: now.seconds + minimum.components.seconds, offsetMinutes: now.offsetMinutes))
            }
        }
        guard attempt <= allowed else { return .giveUp }
        let ceiling = min(maximumPause, base * (1 << min(attempt - 1, 16)))
        return .retry(after: max(minimum, ceiling * fraction()))
    }

    /// Too many requests, and errors of a server that may be over soon.
    private static let passing: Set<Int> = [408, 429, 500, 502, 503, 504]
}
