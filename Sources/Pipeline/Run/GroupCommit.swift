import Foundation
import Synchronization

/// Work that costs about the same for one item as for many, as a commit does: whoever comes while it is being done for
/// some waits, and it is done next for all who wait. When little is going on nobody waits for others.
///
/// The work blocks, so it has a thread of its own and takes none from the tasks that compute.
final class GroupCommit<Item: Sendable, Outcome: Sendable>: Sendable {
    private struct Waiting: Sendable {
        let item: Item
        let turn: CheckedContinuation<Outcome, any Error>
    }

    private struct State: Sendable {
        var waiting: [Waiting] = []
        var isWorking = false
    }

    private let state = Mutex(State())
    private let queue: DispatchQueue
    private let limit: Int
    private let work: @Sendable ([Item]) throws -> [Outcome]

    /// `work` gives one outcome an item, in their order; it is never called twice at once, and for at most `limit` items.
    init(_ label: String, limit: Int = 256, work: @escaping @Sendable ([Item]) throws -> [Outcome]) {
        queue = DispatchQueue(label: label)
        self.limit = limit
        self.work = work
    }

    /// The outcome of the work for this item; when the work fails, it fails for all for whom it was done.
    func callAsFunction(_ item: Item) async throws -> Outcome {
        try await withCheckedThrowingContinuation { turn in
            let isFirst = state.withLock { state in
                state.waiting.append(Waiting(item: item, turn: turn))
                defer { state.isWorking = true }
                return !state.isWorking
            }
            if isFirst { queue.async { self.workOff() } }
        }
    }

    private func workOff() {
        while let group = next() {
            do {
                let outcomes = try work(group.map(\.item))
                for (member, outcome) in zip(group, outcomes) { member.turn.resume(returning: outcome) }
            } catch {
                for member in group { member.turn.resume(throwing: error) }
            }
        }
    }

    private func next() -> [Waiting]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWorking = false
                return nil
            }
            defer { state.waiting.removeFirst(min(limit, state.waiting.count)) }
            return Array(state.waiting.prefix(limit))
        }
    }
}
