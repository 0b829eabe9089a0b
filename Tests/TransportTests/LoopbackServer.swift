import FlyingFox
import Foundation
import Synchronization

/// A server on loopback whose answers a test gives as a closure; remembers when requests came.
final class LoopbackServer: Sendable {
    let address: String
    private let server: HTTPServer
    private let task: Task<Void, any Error>

    init(_ answer: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse) async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0))
        self.server = server
        let box = Box()
        await server.appendRoute("*") { request in
            box.arrivals.withLock { $0.append(.now) }
            return try await answer(request)
        }
        arrivalsBox = box
        task = Task { try await server.run() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else { throw CocoaError(.featureUnsupported) }
        address = "http://127.0.0.1:\(port)"
    }

    private final class Box: Sendable { let arrivals = Mutex<[ContinuousClock.Instant]>([]) }
    private let arrivalsBox: Box

    /// When each request came.
    var arrivals: [ContinuousClock.Instant] { arrivalsBox.arrivals.withLock { $0 } }

    func stop() async {
        await server.stop()
        _ = try? await task.value
    }
}
