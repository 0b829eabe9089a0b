import Synchronization

/// Gives each host's requests their turns: so many at once, so far apart, first come first served.
///
/// A turn costs nothing for other hosts, and nobody waits for a request that is not made. Whoever need not wait is not
/// suspended.
final class HostTurns: Sendable {
    /// What an exchange told of its host.
    enum Outcome: Hashable, Sendable {
        case answered
        /// The host gave no answer or one that says it is ill; how.
        case failed(String)
        /// The exchange was cancelled.
        case unknown
    }

    private struct Waiter {
        let number: Int
        let concurrency: Int
        /// True gives the turn, false sends away.
        let turn: CheckedContinuation<Bool, Never>
    }

    private struct Host {
        var running = 0
        /// When the next exchange may start.
        var next = Duration.zero
        var waiting: [Waiter] = []
        /// Failures in a row, and what the last one was.
        var failures = 0
        var lastFailure = ""
        var closedUntil: Duration?
    }

    private struct State {
        var hosts: [String: Host] = [:]
        var lastNumber = 0
    }

    private let state = Mutex(State())
    private let clock: TurnClock

    init(clock: TurnClock = .continuous()) { self.clock = clock }

    /// Waits for the host's turn; throws when the task is cancelled or the host is left alone after many failures.
    func begin(_ host: String, policy: HostPolicy) async throws(TurnRefusal) {
        try refuseWhileClosed(host)
        if !takeFreePlace(host, concurrency: policy.concurrency) {
            try await waitForPlace(host, concurrency: policy.concurrency)
        }
        do throws(TurnRefusal) {
            // The host may have been closed while this request waited; then it goes without a delay for the next one.
            try refuseWhileClosed(host)
            try await waitForTime(host, policy: policy)
        } catch {
            leavePlace(host)
            throw error
        }
    }

    /// Ends a turn: the next one may start after the delay.
    func end(_ host: String, policy: HostPolicy, outcome: Outcome) {
        let now = clock.now()
        change(host) { host in
            switch outcome {
            case .answered:
                host.failures = 0
                host.closedUntil = nil
            case .failed(let reason):
                host.failures += 1
                host.lastFailure = reason
                if host.failures >= HostTurns.toleratedFailures { host.closedUntil = now + HostTurns.closedFor }
            case .unknown: break
            }
            host.next = max(host.next, now + policy.delay)
        }
        leavePlace(host)
    }

    /// Nobody's next exchange with the host starts before the pause is over.
    func hold(_ host: String, for pause: Duration) {
        let end = clock.now() + pause
        change(host) { $0.next = max($0.next, end) }
    }

    /// How many wait for a place with a host.
    func waitingCount(_ host: String) -> Int { state.withLock { $0.hosts[host]?.waiting.count ?? 0 } }

    private func change(_ host: String, _ change: (inout Host) -> Void) {
        state.withLock { change(&$0.hosts[host, default: Host()]) }
    }

    /// After the rest the host is tried again; one more failure closes it again.
    private func refuseWhileClosed(_ host: String) throws(TurnRefusal) {
        let now = clock.now()
        let refusal: TurnRefusal? = state.withLock { state in
            guard let host = state.hosts[host], let end = host.closedUntil, end > now else { return nil }
            return .resting(for: end - now, because: host.lastFailure)
        }
        if let refusal { throw refusal }
    }

    /// Returns when the host's time has come; with several exchanges at once, each start keeps its distance from the
    /// one before.
    private func waitForTime(_ host: String, policy: HostPolicy) async throws(TurnRefusal) {
        while true {
            let now = clock.now()
            let wait: Duration? = state.withLock { state in
                let next = state.hosts[host]?.next ?? .zero
                if next > now { return next }
                if policy.concurrency > 1 { state.hosts[host]?.next = now + policy.delay }
                return nil
            }
            guard let wait else { return }
            do { try await clock.sleep(wait) } catch { throw .cancelled }
        }
    }

    private func takeFreePlace(_ host: String, concurrency: Int) -> Bool {
        state.withLock { state in
            let entry = state.hosts[host] ?? Host()
            guard entry.running < concurrency && entry.waiting.isEmpty else { return false }
            state.hosts[host, default: Host()].running += 1
            return true
        }
    }

    /// A place among the running exchanges, in the order of asking.
    private func waitForPlace(_ host: String, concurrency: Int) async throws(TurnRefusal) {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        let hasTurn = await withTaskCancellationHandler {
            await withCheckedContinuation { turn in
                let verdict: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    var entry = state.hosts[host] ?? Host()
                    defer { state.hosts[host] = entry }
                    // A place may have become free since it was looked for.
                    if entry.running < concurrency && entry.waiting.isEmpty {
                        entry.running += 1
                        return true
                    }
                    entry.waiting.append(Waiter(number: number, concurrency: concurrency, turn: turn))
                    return nil
                }
                if let verdict { turn.resume(returning: verdict) }
            }
        } onCancel: {
            withdraw(number, from: host)
        }
        if !hasTurn { throw .cancelled }
    }

    /// Frees a place and hands it to the first who waits, so that no newcomer slips in between.
    private func leavePlace(_ host: String) {
        let called: [Waiter] = state.withLock { state in
            guard var entry = state.hosts[host] else { return [] }
            entry.running -= 1
            var called: [Waiter] = []
            while let first = entry.waiting.first, entry.running < first.concurrency {
                entry.running += 1
                called.append(entry.waiting.removeFirst())
            }
            state.hosts[host] = entry
            return called
        }
        for waiter in called { waiter.turn.resume(returning: true) }
    }

    private func withdraw(_ number: Int, from host: String) {
        let waiter: Waiter? = state.withLock { state in
            guard let index = state.hosts[host]?.waiting.firstIndex(where: { $0.number == number }) else { return nil }
            return state.hosts[host]?.waiting.remove(at: index)
        }
        waiter?.turn.resume(returning: false)
    }

    /// A host that failed so many times in a row is left alone for a while.
    static let toleratedFailures = 8
    static let closedFor = Duration.seconds(300)
}

/// Why there was no turn.
enum TurnRefusal: Error, Hashable {
    case cancelled
    /// The host is left alone, still for so long.
    case resting(for: Duration, because: String)
}
