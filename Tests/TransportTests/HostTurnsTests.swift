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
            turns.end("a.vn", policy: policy, outcome: .answered)
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
                    turns.end("a.vn", policy: polite, outcome: .answered)
                }
                while turns.waitingCount("a.vn") <= number { await Task.yield() }
            }
            turns.end("a.vn", policy: polite, outcome: .answered)
        }
        #expect(order.value == Array(0..<20))
    }

    @Test func aCancelledWaiterLeavesAtOnceAndCostsNoDelay() async throws {
        let turns = HostTurns(clock: clock.turnClock)
        let polite = policy
        try await turns.begin("a.vn", policy: polite)
        let waiter = Task { try await turns.begin("a.vn", policy: polite) }
        while turns.waitingCount("a.vn") == 0 { await Task.yield() }
        waiter.cancel()
        // The exchange before is still running: only the cancellation can end the wait.
        await #expect(throws: TurnRefusal.cancelled) { try await waiter.value }
        turns.end("a.vn", policy: polite, outcome: .answered)
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
                    turns.end("a.vn", policy: policy, outcome: .answered)
                }
            }
        }
        #expect(running.value.now == 0)
        #expect(running.value.most <= 3)
    }

    @Test func aPauseHoldsEveryRequestToTheHostAndNoOther() async throws {
        let turns = HostTurns(clock: clock.turnClock)
        try await turns.begin("a.vn", policy: policy)
        turns.end("a.vn", policy: policy, outcome: .failed("HTTP status 429"))
        turns.hold("a.vn", for: .seconds(30))
        try await turns.begin("b.vn", policy: policy)
        #expect(clock.now == .zero)
        try await turns.begin("a.vn", policy: policy)
        #expect(clock.now == .seconds(30))
    }

    @Test func aHostThatKeepsFailingRestsAndIsTriedOnceAgain() async throws {
        let turns = HostTurns(clock: clock.turnClock)
        func attempt(_ outcome: HostTurns.Outcome) async throws {
            try await turns.begin("a.vn", policy: policy)
            turns.end("a.vn", policy: policy, outcome: outcome)
        }
        let closed = TurnRefusal.resting(for: HostTurns.closedFor, because: "timeout")
        for _ in 0..<HostTurns.toleratedFailures { try await attempt(.failed("timeout")) }
        await #expect(throws: closed) { try await attempt(.answered) }
        clock.advance(by: HostTurns.closedFor)
        try await attempt(.failed("timeout"))
        await #expect(throws: closed) { try await attempt(.answered) }
        clock.advance(by: HostTurns.closedFor)
        try await attempt(.answered)
        try await attempt(.failed("timeout"))
        try await attempt(.unknown)
    }
}
