import Discovery
import Ledger
import Model
import Transport
import WebArchive

/// Fetches one address with all the rules: robots.txt and allowed hosts at every hop, retries, bounds.
struct PageFetcher: Sendable {
    let exchanger: Exchanger
    let robots: RobotsGate
    let retries: RetryPolicy
    /// How many redirects are followed.
    let redirects: Int
    let clock: WallClock

    /// Whom a page may be fetched from, and how.
    struct Access: Sendable {
        /// Hosts with their subdomains; nil allows any.
        let hosts: [String]?
        let policy: HostPolicy
        let crawlDelayCap: Duration
        let limits: TransferLimits
    }

    /// What came of it.
    enum Outcome: Sendable {
        /// A response with content (2xx).
        case fetched(ArchivedCapture)
        /// 304: nothing new.
        case notModified(ArchivedCapture)
        /// Our own rules or robots.txt forbid it.
        case refused(String)
        case failed(PageFailure)
    }

    /// The outcome of one address; only a broken archive or ledger is thrown.
    func fetch(
        _ address: WebAddress, kind: CaptureRecord.Kind = .page, access: Access, validators: Validators = Validators(),
        content: PostContent? = nil
    ) async throws -> Outcome {
        var target = address
        var content = content
        for hop in 0...redirects {
            if let refusal = await refusal(of: target, access: access) { return .refused(refusal) }
            let headers = hop == 0 ? validators.requestHeaders : []
            let outcome = try await answered(
                target, kind: kind, access: access, headers: headers, known: validators, content: content)
            guard case .fetched(let archived) = outcome else { return outcome }
            switch archived.capture.status {
            case 200..<300: return .fetched(archived)
            case 304: return .notModified(archived)
            case 301, 302, 303, 307, 308:
                try exchanger.remember(archived, as: kind)
                guard let next = archived.capture.headers.first(named: "Location").flatMap({ target.resolving($0) })
                else {
                    return .failed(PageFailure(kind: "bad_redirect", detail: "no address to go to", isTransient: false))
                }
                // Only 307 and 308 keep the method (RFC 9110, section 15.4).
                if archived.capture.status < 307 { content = nil }
                target = next
            default:
                return .failed(PageFailure(status: archived))
            }
        }
        return .refused("more than \(redirects) redirects")
    }

    private func refusal(of target: WebAddress, access: Access) async -> String? {
        if let hosts = access.hosts, !hosts.contains(where: { target.hostMatches($0) }) {
            return "\(target.host) is not among the source's hosts"
        }
        return await robots.refusal(of: target, policy: access.policy)
    }

    /// One hop, tried again after passing failures.
    private func answered(
        _ target: WebAddress, kind: CaptureRecord.Kind, access: Access, headers: [HeaderField], known: Validators,
        content: PostContent?
    ) async throws -> Outcome {
        let policy = await politePolicy(for: target, access: access)
        let type = content.map { [HeaderField("Content-Type", $0.type)] } ?? []
        let request = Request(
            address: target, headers: headers + type, body: content?.bytes, limits: access.limits)
        var attempt = 1
        while true {
            let outcome: Outcome
            let answer: RetryPolicy.Answer
            switch try await exchanger.exchange(request, policy: policy, known: known) {
            case .success(let archived):
                let headers = archived.capture.headers
                outcome = .fetched(archived)
                answer = .response(status: archived.capture.status, retryAfter: headers.first(named: "Retry-After"))
            case .failure(let failure):
                outcome = .failed(PageFailure(failure))
                answer = .failure(failure)
            }
            switch retries.decision(on: answer, attempt: attempt, now: clock.now()) {
            case .accept, .giveUp: return outcome
            case .deferUntil(let time): return .failed(PageFailure(deferredUntil: time))
            case .retry(let pause):
                if case .fetched(let archived) = outcome { try exchanger.remember(archived, as: kind) }
                attempt += 1
                do { try await Task.sleep(for: pause) } catch { return .failed(.cancelled) }
            }
        }
    }

    private func politePolicy(for target: WebAddress, access: Access) async -> HostPolicy {
        var policy = access.policy
        if let asked = await robots.crawlDelay(of: target, policy: policy) {
            policy.delay = max(policy.delay, min(asked, access.crawlDelayCap))
        }
        return policy
    }
}

extension Validators {
    /// A conditional request (RFC 9110, section 13.1).
    fileprivate var requestHeaders: [HeaderField] {
        [etag.map { HeaderField("If-None-Match", $0) }, lastModified.map { HeaderField("If-Modified-Since", $0) }]
            .compactMap { $0 }
    }
}
