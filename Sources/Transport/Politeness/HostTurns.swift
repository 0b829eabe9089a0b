/// Gives each host's requests their turns: so many at once, so far apart, first come first served.
///
/// A turn costs nothing for other hosts, and nobody waits for a request that is not made.
actor HostTurns {
    private struct Host {
        var running = 0
        /// When the next exchange may start.
        var next: ContinuousClock.Instant
        var waiting: [CheckedContinuation<Void, Never>] = []
        var failures = 0
        var closedUntil: ContinuousClock.Instant?
    }

    private var hosts: [String: Host] = [:]
    private let clock = ContinuousClock()

    /// Waits for the host's turn; throws when the task is cancelled or the host is left alone after many failures.
    func begin(_ host: String, policy: HostPolicy) async throws(TurnRefusal) {
        if let closed = hosts[host]?.closedUntil {
            if closed > clock.now { throw .circuitOpen }
            hosts[host]?.closedUntil = nil
        }
        while (hosts[host]?.running ?? 0) >= policy.concurrency {
            await withCheckedContinuation { hosts[host]?.waiting.append($0) }
        }
        var state = hosts[host] ?? Host(next: clock.now)
        state.running += 1
        let start = state.next
        // With several exchanges at once, each start keeps its distance from the one before.
        if policy.concurrency > 1 { state.next = max(start, clock.now) + policy.delay }
        hosts[host] = state
        if start > clock.now {
            do {
                try await clock.sleep(until: start)
            } catch {
                release(host, next: start)
                throw .cancelled
            }
        }
    }

    /// Ends a turn: the next one may start after the delay.
    func end(_ host: String, policy: HostPolicy, failed: Bool) {
        let failures = failed ? (hosts[host]?.failures ?? 0) + 1 : 0
        hosts[host]?.failures = failures
        if failures >= HostTurns.toleratedFailures {
            hosts[host]?.closedUntil = clock.now + HostTurns.closedFor
            hosts[host]?.failures = 0
        }
        release(host, next: clock.now + policy.delay)
    }

    private func release(_ host: String, next: ContinuousClock.Instant) {
        guard var state = hosts[host] else { return }
        state.running -= 1
        state.next = max(state.next, next)
        let waiter = state.waiting.isEmpty ? nil : state.waiting.removeFirst()
        hosts[host] = state
        waiter?.resume()
    }

    /// A host that gave no answer so many times in a row is left alone for a while.
    private static let toleratedFailures = 8
    private static let closedFor = Duration.seconds(300)
}

/// Why there was no turn.
enum TurnRefusal: Error {
    case cancelled, circuitOpen
}
