import Dispatch
import Foundation
import Synchronization

/// Works on numbered items on several threads and hands the results on in the order of the items; only a few wait for
/// their turn at a time, so that memory stays flat.
enum OrderedWork {
    /// - Parameters:
    ///   - workers: Threads; with one, everything happens on the caller's.
    ///   - take: Called on the caller's thread, in order.
    static func run<Output: Sendable>(
        _ count: Int, workers: Int, _ work: @escaping @Sendable (Int) -> Output, take: (Int, Output) throws -> Void
    ) rethrows {
        guard workers > 1, count > 1 else {
            for index in 0..<count { try take(index, work(index)) }
            return
        }
        let shelf = Shelf<Output>(count: count, window: 32 * workers)
        // Threads of its own: the pool of libdispatch counts the waiting caller as one that works, and starts a thread too few.
        for _ in 0..<min(workers, count) {
            let thread = Thread {
                while let index = shelf.next() { shelf.put(work(index), at: index) }
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        do {
            for index in 0..<count { try take(index, shelf.result(at: index)) }
        } catch {
            shelf.abandon()
            throw error
        }
    }

    /// Hands out items and keeps results until their turn.
    private final class Shelf<Output: Sendable>: Sendable {
        private struct State {
            var next = 0
            var isAbandoned = false
            var results: [Int: Output] = [:]
        }

        private let count: Int
        private let state = Mutex(State())
        private let room: DispatchSemaphore
        private let arrivals = DispatchSemaphore(value: 0)

        init(count: Int, window: Int) {
            self.count = count
            // Begun at zero and raised: libdispatch ends the program when one goes with less than it began with.
            room = DispatchSemaphore(value: 0)
            for _ in 0..<window { room.signal() }
        }

        /// The next item, when there is room for its result.
        func next() -> Int? {
            room.wait()
            let index = state.withLock { state -> Int? in
                guard state.next < count, !state.isAbandoned else { return nil }
                state.next += 1
                return state.next - 1
            }
            // Those that wait for room must hear of the end too.
            if index == nil { room.signal() }
            return index
        }

        func put(_ result: Output, at index: Int) {
            state.withLock { $0.results[index] = result }
            arrivals.signal()
        }

        /// Waits for a result and takes it.
        func result(at index: Int) -> Output {
            while true {
                if let result = state.withLock({ $0.results.removeValue(forKey: index) }) {
                    room.signal()
                    return result
                }
                arrivals.wait()
            }
        }

        func abandon() {
            state.withLock { $0.isAbandoned = true }
            room.signal()
        }
    }
}
