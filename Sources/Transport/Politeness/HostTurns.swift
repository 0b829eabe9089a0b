/// Gives each host's requests their turns: so many at once, so far apart, first come first served.
///
/// A turn costs nothing for other hosts, and nobody waits for a request that is not made.
actor HostTurns {
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
        /// Failures in a row.
        var failures = 0
        var closedUntil: Duration?
    }

    private var hosts: [String: Host] = [:]
    private var lastNumber = 0
    private let clock: TurnClock

    init(clock: TurnClock = .continuous()) { self.clock = clock }

    /// Waits for the host's turn; throws when the task is cancelled or the host is left alone after many failures.
    func begin(_ host: String, policy: HostPolicy) async throws(TurnRefusal) {
        try refuseWhileClosed(host)
        try await takePlace(host, concurrency: policy.concurrency)
        do throws(TurnRefusal) {
            // The host may have been closed while this request waited; then it goes without a delay for the next one.
            try refuseWhileClosed(host)
            try await waitForTime(host)
        } catch {
            leavePlace(host)
            throw error
        }
        // With several exchanges at once, each start keeps its distance from the one before.
        if policy.concurrency > 1 {
            let next = clock.now() + policy.delay
            hosts[host]?.next = next
        }
    }

    /// Ends a turn: the next one may start after the delay. An outcome that says nothing of the host is nil.
    func end(_ host: String, policy: HostPolicy, failed: Bool?) {
        guard var state = hosts[host] else { return }
        let now = clock.now()
        if let failed {
            state.failures = failed ? state.failures + 1 : 0
            state.closedUntil = state.failures >= HostTurns.toleratedFailures ? now + HostTurns.closedFor : nil
        }
        state.next = max(state.next, now + policy.delay)
        hosts[host] = state
        leavePlace(host)
    }

    /// How many wait for a place with a host.
    func waitingCount(_ host: String) -> Int { hosts[host]?.waiting.count ?? 0 }

    /// After the rest the host is tried again; one more failure closes it again.
    private func refuseWhileClosed(_ host: String) throws(TurnRefusal) {
        if let closed = hosts[host]?.closedUntil, closed > clock.now() { throw .circuitOpen }
    }

    private func waitForTime(_ host: String) async throws(TurnRefusal) {
        while let next = hosts[host]?.next, next > clock.now() {
            do { try await clock.sleep(next) } catch { throw .cancelled }
        }
    }

    /// A place among the running exchanges, in the order of asking.
    private func takePlace(_ host: String, concurrency: Int) async throws(TurnRefusal) {
        let state = hosts[host] ?? Host()
        if state.running < concurrency && state.waiting.isEmpty {
            hosts[host] = state
            hosts[host]?.running += 1
            return
        }
        lastNumber += 1
        let number = lastNumber
        let hasTurn = await withTaskCancellationHandler {
            await withCheckedContinuation { turn in
                if Task.isCancelled {
                    turn.resume(returning: false)
                } else {
                    hosts[host]?.waiting.append(Waiter(number: number, concurrency: concurrency, turn: turn))
                }
            }
        } onCancel: {
            Task { await self.withdraw(number, from: host) }
        }
        if !hasTurn { throw .cancelled }
    }

    /// Frees a place and hands it to the first who waits, so that no newcomer slips in between.
    private func leavePlace(_ host: String) {
        guard var state = hosts[host] else { return }
        state.running -= 1
        var called: [Waiter] = []
        while let first = state.waiting.first, state.running < first.concurrency {
            state.running += 1
            called.append(state.waiting.removeFirst())
        }
        hosts[host] = state
        for waiter in called { waiter.turn.resume(returning: true) }
    }

    private func withdraw(_ number: Int, from host: String) {
        guard let index = hosts[host]?.waiting.firstIndex(where: { $0.number == number }) else { return }
        let waiter = hosts[host]?.waiting.remove(at: index)
        waiter?.turn.resume(returning: false)
    }

    /// A host that gave no answer so many times in a row is left alone for a while.
    static let toleratedFailures = 8
    static let closedFor = Duration.seconds(300)
}

/// Why there was no turn.
enum TurnRefusal: Error {
    case cancelled, circuitOpen
}
