import CCurl
import Model
import Synchronization

/// Talks HTTP through libcurl: one exchange at a time for each host's turn, nothing followed and nothing repeated.
///
/// Redirects and retries are the caller's: each hop must be checked against robots.txt and the allowed hosts, and each
/// response archived, before the next request is made.
public final class Transport: Sendable {
    private let settings: TransportSettings
    private let loop: TransferLoop
    private let turns = HostTurns()

    public init(settings: TransportSettings) throws(TransportError) {
        self.settings = settings
        loop = try TransferLoop()
    }

    deinit { loop.close() }

    /// Waits for the host's turn, then makes one request and returns its response, whatever the status.
    ///
    /// Cancelling the task ends the transfer with the failure `cancelled`.
    public func exchange(_ request: Request, policy: HostPolicy) async throws(FetchFailure) -> Capture {
        let host = request.address.host
        do {
            try await turns.begin(host, policy: policy)
        } catch {
            throw refused(error, request)
        }
        let result = await transfer(request)
        await turns.end(host, policy: policy, failed: Transport.counts(result))
        let response = try result.get()
        let body = try ContentDecoder.decoded(response, request: request)
        guard let status = Transport.status(of: response.statusLine) else {
            throw FetchFailure(kind: .badResponse, address: request.address, message: "no status line")
        }
        return Capture(
            address: request.address, fetched: settings.now(), statusLine: response.statusLine, status: status,
            headers: response.headers, body: body, requested: request.address)
    }

    /// Ends every transfer and the loop's thread.
    public func shutDown() { loop.close() }

    private func transfer(_ request: Request) async -> Result<RawResponse, FetchFailure> {
        let number = Mutex<Int?>(nil)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard let transfer = Transfer(request, settings: settings, done: { continuation.resume(returning: $0) })
                else {
                    let failure = FetchFailure(kind: .badResponse, address: request.address, message: "out of memory")
                    continuation.resume(returning: .failure(failure))
                    return
                }
                let started = loop.start(transfer)
                number.withLock { $0 = started }
                if Task.isCancelled { loop.cancel(started) }
            }
        } onCancel: {
            if let started = number.withLock({ $0 }) { loop.cancel(started) }
        }
    }

    private func refused(_ refusal: TurnRefusal, _ request: Request) -> FetchFailure {
        switch refusal {
        case .cancelled:
            FetchFailure(kind: .cancelled, address: request.address, message: "the run was told to stop")
        case .circuitOpen:
            FetchFailure(
                kind: .circuitOpen, address: request.address, message: "\(request.address.host) kept failing and rests")
        }
    }

    /// Whether an exchange counts against its host: no answer, or a server error.
    ///
    /// A cancelled one says nothing of the host.
    private static func counts(_ result: Result<RawResponse, FetchFailure>) -> Bool? {
        switch result {
        case .success(let response): (status(of: response.statusLine) ?? 500) >= 500
        case .failure(let failure): failure.kind == .cancelled ? nil : failure.isTransient
        }
    }

    /// The three digits after the protocol.
    private static func status(of line: String) -> Int? {
        let words = line.split(separator: " ")
        return words.count > 1 ? Int(words[1]) : nil
    }
}
