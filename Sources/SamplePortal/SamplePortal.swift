import FlyingFox
import FlyingSocks
import Foundation

/// A little Vietnamese news portal on loopback, for the demo and for tests.
///
/// It listens from the moment it exists until `stop()`. All its events, people and numbers are invented; its administrative units
/// are real. Every address in its pages is relative or follows the request's `Host`, so any port will do.
public final class SamplePortal: Sendable {
    /// The port of `make demo`, fixed so that the demo's datasets are the same each time.
    public static let demoPort: UInt16 = 8642

    /// `http://127.0.0.1:PORT`
    public let address: String
    /// The port listened on.
    public let port: UInt16

    private let desk: FrontDesk
    private let server: HTTPServer
    private let listening: Task<Void, any Error>

    /// Reads the articles and starts to listen; port 0 takes any free one.
    ///
    /// Throws `PortalError.cannotListen` where the port cannot be had.
    public init(port: UInt16 = 0, behaviour: Behaviour = .standard) async throws {
        let desk = FrontDesk(site: try await Site(), behaviour: behaviour)
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: 300, logger: .disabled,
            handler: ClosureHTTPHandler { await desk.answer($0) })
        let waiting = Task { try await server.waitUntilListening() }
        let listening = Task {
            do {
                try await server.run()
            } catch {
                waiting.cancel()
                throw error
            }
        }
        do {
            try await waiting.value
        } catch {
            listening.cancel()
            throw PortalError.cannotListen(port: port, reason: await Self.reason(listening) ?? "\(error)")
        }
        guard case .ip4(_, let actual) = await server.listeningAddress else {
            listening.cancel()
            throw PortalError.cannotListen(port: port, reason: "the listening socket has no address")
        }
        self.port = actual
        address = "http://127.0.0.1:\(actual)"
        self.desk = desk
        self.server = server
        self.listening = listening
    }

    deinit {
        listening.cancel()
    }

    /// Serves until `stop()` or until the calling task is cancelled.
    public func run() async {
        await withTaskCancellationHandler {
            _ = await listening.result
        } onCancel: {
            listening.cancel()
        }
    }

    /// Closes the listening socket and the connections.
    public func stop() async {
        await server.stop(timeout: 0)
        listening.cancel()
        _ = await listening.result
    }

    /// The written articles as they are now, with all that their pages should yield.
    public var articles: [SampleArticle] { desk.articles }

    /// What clients have asked for, in the order of the answers.
    public var requests: [RequestLogEntry] { desk.log }

    /// Changes a published article: its text, `ETag` and `Last-Modified` change.
    ///
    /// Throws where there is no such article or where it does not hold the text to replace.
    public func edit(
        articleAt path: String, replacing old: String, with new: String
    ) throws(PortalError) {
        try desk.edit(path, old, new)
    }

    private static func reason(_ listening: Task<Void, any Error>) async -> String? {
        guard case .failure(let error) = await listening.result else { return nil }
        return (error as? SocketError)?.errorDescription ?? "\(error)"
    }
}
