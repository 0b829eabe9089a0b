import Synchronization
import Testing

@testable import Transport

/// A clock that jumps to wherever somebody wants to sleep to, so that a schedule is checked without waiting.
private final class JumpingClock: Sendable {
    private let time = Mutex(Duration.zero)

    var now: Duration { time.withLock { $0 } }
    func advance(by step: Duration) { time.withLock { $0 += step } }
    var turnClock: TurnClock {
        TurnClock(
            now: { self.now },
            sleep: { until in
                try Task.checkCancellation()
                self.time.withLock { $0 = max($0, until) }
            })
    }
}

/// What several tasks write to.
private final class Shared<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) { state = Mutex(value) }
    var value: Value { state.withLock { $0 } }
    func change(_ change: (inout Value) -> Void) { state.withLock { change(&$0) } }
}

@Suite struct HostTurnsTests {
    private let clock = JumpingClock()
    private let policy = HostPolicy(delay: .seconds(1))

    @Test func theDelayIsCountedFromTheEndOfTheExchangeBefore() async throws {
        let turns = HostTurns(clock: clock.turnClock)
        var starts: [Duration] = []
        for length in [3, 0, 2] {
            try await turns.begin("a.vn", policy: policy)
            starts.append(clock.now)
            clock.advance(by: .seconds(length))
            await turns.end("a.vn", policy: policy, failed: false)
        }
        #expect(starts == [.zero, .seconds(4), .seconds(5)])
    }

    @Test func anotherHostDoesNotWait() async throws {
        let turns = HostTurns(clock: clock.turnClock)
        try await turns.begin("a.vn", policy: policy)
        try await turns.begin("b.vn", policy: policy)
        #expect(clock.now == .zero)
    }

    @Test func turnsAreGivenInTheOrderOfAsking() async throws {
        let turns = HostTurns(clock: clock.turnClock)
        let order = Shared<[Int]>([])
        let polite = policy
        try await turns.begin("a.vn", policy: polite)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    guard (try? await turns.begin("a.vn", policy: polite)) != nil else { return }
                    order.change { $0.append(number) }
                    await turns.end("a.vn", policy: polite, failed: false)
                }
                while await turns.waitingCount("a.vn") <= number { await Task.yield() }
            }
            await turns.end("a.vn", policy: polite, failed: false)
        }
        #expect(order.value == Array(0..<20))
    }

    @Test func aCancelledWaiterLeavesAtOnceAndCostsNoDelay() async throws {
        let turns = HostTurns(clock: clock.turnClock)
        let polite = policy
        try await turns.begin("a.vn", policy: polite)
        let waiter = Task { try await turns.begin("a.vn", policy: polite) }
        while await turns.waitingCount("a.vn") == 0 { await Task.yield() }
        waiter.cancel()
        // The exchange before is still running: only the cancellation can end the wait.
        await #expect(throws: TurnRefusal.cancelled) { try await waiter.value }
        await turns.end("a.vn", policy: polite, failed: false)
        try await turns.begin("a.vn", policy: polite)
        #expect(clock.now == .seconds(1))
    }

    @Test func neverMoreAtOnceThanAllowed() async throws {
        let turns = HostTurns(clock: clock.turnClock)
        let policy = HostPolicy(delay: .zero, concurrency: 3)
        let running = Shared((now: 0, most: 0))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<30 {
                group.addTask {
                    guard (try? await turns.begin("a.vn", policy: policy)) != nil else { return }
                    running.change { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                    await Task.yield()
                    running.change { $0.now -= 1 }
                    await turns.end("a.vn", policy: policy, failed: false)
                }
            }
        }
        #expect(running.value.now == 0)
        #expect(running.value.most <= 3)
    }

    @Test func aHostThatKeepsFailingRestsAndIsTriedOnceAgain() async throws {
        let turns = HostTurns(clock: clock.turnClock)
        func attempt(failed: Bool?) async throws {
            try await turns.begin("a.vn", policy: policy)
            await turns.end("a.vn", policy: policy, failed: failed)
        }
        for _ in 0..<HostTurns.toleratedFailures { try await attempt(failed: true) }
        await #expect(throws: TurnRefusal.circuitOpen) { try await attempt(failed: false) }
        clock.advance(by: HostTurns.closedFor)
        try await attempt(failed: true)
        await #expect(throws: TurnRefusal.circuitOpen) { try await attempt(failed: false) }
        clock.advance(by: HostTurns.closedFor)
        try await attempt(failed: false)
        try await attempt(failed: true)
        try await attempt(failed: nil)
    }
}
