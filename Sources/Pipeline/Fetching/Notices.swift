import Synchronization

/// What people should know of a run besides its failures: each thing once, however many pages it concerns.
final class Notices: Sendable {
    private let state = Mutex<Set<String>>([])

    func add(_ text: String) { state.withLock { _ = $0.insert(text) } }

    /// In alphabetical order, whatever came first.
    var texts: [String] { state.withLock { $0.sorted() } }
}
