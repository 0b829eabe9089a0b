import Ledger
import Model
import Transport
import WebArchive

/// One answer to a request: passing failures are tried again, as patiently as the retry policy says.
///
/// A pause holds the host back, not this request alone: what else is wanted of the host waits for its turn too.
struct PatientExchanger: Sendable {
    let exchanger: Exchanger
    let retries: RetryPolicy
    let clock: WallClock

    enum Answer: Sendable {
        /// A response, whatever its status.
        case response(ArchivedCapture)
        case failed(PageFailure)
    }

    /// The last answer; only a broken archive or ledger is thrown.
    func answer(
        to request: Request, kind: CaptureRecord.Kind, policy: HostPolicy, known: Validators = Validators()
    ) async throws -> Answer {
        var attempt = 1
        while true {
            let answer: Answer
            let decision: RetryPolicy.Decision
            switch try await exchanger.exchange(request, policy: policy, known: known) {
            case .success(let archived):
                let capture = archived.capture
                answer = .response(archived)
                decision = retries.decision(
                    on: .response(status: capture.status, retryAfter: capture.headers.first(named: "Retry-After")),
                    attempt: attempt, now: clock.now())
            case .failure(var failure):
                failure.attempt = attempt
                answer = .failed(PageFailure(failure))
                decision = retries.decision(on: .failure(failure), attempt: attempt, now: clock.now())
            }
            switch decision {
            case .accept, .giveUp: return answer
            case .deferUntil(let time):
                var failure = PageFailure(deferredUntil: time, at: request.address)
                if case .response(let archived) = answer { failure.response = archived }
                return .failed(failure)
            case .retry(let pause):
                if case .response(let archived) = answer { try exchanger.remember(archived, as: kind) }
                attempt += 1
                exchanger.transport.hold(request.address.host, for: pause)
            }
        }
    }
}
