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
        loop = try TransferLoop(settings: settings)
    }

    deinit { loop.close() }

    /// Waits for the host's turn, then makes one request and returns its response, whatever the status.
    ///
    /// Cancelling the task ends the transfer with the failure `cancelled`.
    public func exchange(_ request: Request, policy: HostPolicy) async throws(FetchFailure) -> Capture {
        let host = request.address.host
        if settings.proxies.proxy(for: request.address) != nil, !settings.mayAskProxy(for: request.address) {
            throw FetchFailure(
                kind: .forbiddenAddress, address: request.address,
                message: "\(host) is not public, and would be asked for through a proxy")
        }
        do {
            try await turns.begin(host, policy: policy)
        } catch {
            throw failure(for: error, request)
        }
        let result = await transfer(request)
        turns.end(host, policy: policy, outcome: Transport.outcome(result))
        return try capture(try result.get(), request)
    }

    /// Makes the host's next request wait at least so long: its own wish, or our back-off.
    public func hold(_ host: String, for pause: Duration) { turns.hold(host, for: pause) }

    /// Ends every transfer and the loop's thread.
    public func shutDown() { loop.close() }

    private func transfer(_ request: Request) async -> Result<RawResponse, FetchFailure> {
        let number = Mutex<Int?>(nil)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let transfer = Transfer(request) { continuation.resume(returning: $0) }
                let started = loop.start(transfer)
                number.withLock { $0 = started }
                if Task.isCancelled { loop.cancel(started) }
            }
        } onCancel: {
            if let started = number.withLock({ $0 }) { loop.cancel(started) }
        }
    }

    private func capture(_ response: RawResponse, _ request: Request) throws(FetchFailure) -> Capture {
        guard let head = ResponseHead(response.head) else {
            throw FetchFailure(kind: .badResponse, address: request.address, message: "no status line")
        }
        if head.hasConflictingLengths {
            throw FetchFailure(
                kind: .badResponse, address: request.address, status: head.status,
                message: "several lengths of content that disagree")
        }
        let body = try ContentDecoder.decoded(response.body, of: head, for: request)
        return Capture(
            address: request.address, fetched: settings.now(), statusLine: head.statusLine, status: head.status,
            headers: head.headers, body: body, requested: request.address)
    }

    private func failure(for refusal: TurnRefusal, _ request: Request) -> FetchFailure {
        switch refusal {
        case .cancelled:
            return FetchFailure(kind: .cancelled, address: request.address, message: "the run was told to stop")
        case .resting(let pause, let reason):
            let now = settings.now()
            let end = Timestamp(
                seconds: now.seconds + max(1, pause.components.seconds), offsetMinutes: now.offsetMinutes)
            return FetchFailure(
                kind: .circuitOpen, address: request.address,
                message: "\(request.address.host) kept failing (\(reason)) and is left alone for a while",
                notBefore: end)
        }
    }

    /// What an exchange tells of its host: no answer, a server error or too many requests are failures.
    ///
    /// A cancelled one, and one that our own rules ended, say nothing.
    private static func outcome(_ result: Result<RawResponse, FetchFailure>) -> HostTurns.Outcome {
        switch result {
        case .success(let response):
            guard let status = ResponseHead.status(of: response.head) else { return .failed("no status line") }
            return status >= 500 || status == 429 ? .failed("HTTP status \(status)") : .answered
        case .failure(let failure):
            if failure.kind == .cancelled { return .unknown }
            return failure.isTransient || failure.kind == .tls ? .failed("\(failure)") : .answered
        }
    }
}
