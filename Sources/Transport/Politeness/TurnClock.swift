/// The clock that spaces requests: a time that only grows, counted from the clock's making, and a way to wait for it.
struct TurnClock: Sendable {
    let now: @Sendable () -> Duration
    /// Returns when the time has come; throws when the task is cancelled.
    let sleep: @Sendable (_ until: Duration) async throws -> Void

    /// The machine's clock, which goes on while the machine sleeps.
    static func continuous() -> TurnClock {
        let origin = ContinuousClock.now
        return TurnClock(
            now: { ContinuousClock.now - origin },
            sleep: { try await ContinuousClock().sleep(until: origin + $0) })
    }
}
