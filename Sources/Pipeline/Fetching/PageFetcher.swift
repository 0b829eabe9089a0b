import Discovery
import Ledger
import Model
import Transport
import WebArchive

/// Fetches one address with all the rules: robots.txt and allowed hosts at every hop, retries, bounds.
struct PageFetcher: Sendable {
    let patient: PatientExchanger
    let robots: RobotsGate
    /// How many redirects are followed.
    let redirects: Int

    /// Whom a page may be fetched from, and how.
    struct Access: Sendable {
        /// Hosts with their subdomains; nil allows any.
        let hosts: [String]?
        let policy: HostPolicy
        let crawlDelayCap: Duration
        let limits: TransferLimits
        var verifiesTLS = true
        /// Where cookies are kept; nil for none.
        var cookieJar: String?
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

    var exchanger: Exchanger { patient.exchanger }

    /// The outcome of one address; only a broken archive or ledger is thrown.
    ///
    /// The validators belong to what stood at the end of the redirects, so that every hop is asked with them.
    func fetch(
        _ address: WebAddress, kind: CaptureRecord.Kind = .page, access: Access, validators: Validators = Validators(),
        content: PostContent? = nil
    ) async throws -> Outcome {
        var target = address
        var content = content
        var seen: Set<WebAddress> = [address]
        for _ in 0...redirects {
            if let refusal = await refusal(of: target, access: access) { return .refused(refusal) }
            let response: ArchivedCapture
            switch try await answer(
                from: target, kind: kind, access: access, known: validators, content: content)
            {
            case .failed(let failure): return .failed(failure)
            case .response(let archived): response = archived
            }
            switch response.capture.status {
            case 200..<300:
                if kind == .page, let failure = PageFailure(mislabelled: response) { return .failed(failure) }
                return .fetched(response)
            case 304 where !validators.requestHeaders.isEmpty: return .notModified(response)
            case 304: return .failed(PageFailure(unasked: response))
            case 301, 302, 303, 307, 308:
                try exchanger.remember(response, as: kind)
                let location = response.capture.headers.first(named: "Location")
                guard let next = location.flatMap({ target.resolving($0) }) else {
                    return .failed(PageFailure(redirect: "bad_redirect", PageFetcher.reason(location), at: target))
                }
                // A cookie may have been what was missing the first time.
                guard seen.insert(next).inserted || access.cookieJar != nil else {
                    return .failed(PageFailure(redirect: "redirect_loop", "back to \(next)", at: target))
                }
                // Only 307 and 308 keep the method (RFC 9110, section 15.4).
                if response.capture.status < 307 { content = nil }
                target = next
            default:
                return .failed(PageFailure(status: response))
            }
        }
        return .failed(PageFailure(redirect: "too_many_redirects", "more than \(redirects)", at: target))
    }

    private func refusal(of target: WebAddress, access: Access) async -> String? {
        if let hosts = access.hosts, !hosts.contains(where: { target.hostMatches($0) }) {
            return "\(target.host) is not among the source's hosts"
        }
        return await robots.refusal(of: target, access: access)
    }

    /// One hop.
    private func answer(
        from target: WebAddress, kind: CaptureRecord.Kind, access: Access, known: Validators, content: PostContent?
    ) async throws -> PatientExchanger.Answer {
        var policy = access.policy
        if let asked = await robots.crawlDelay(of: target, access: access) {
            policy.delay = max(policy.delay, min(asked, access.crawlDelayCap))
        }
        let type = content.map { [HeaderField("Content-Type", $0.type)] } ?? []
        let request = Request(
            address: target, headers: known.requestHeaders + type, body: content?.bytes, limits: access.limits,
            verifiesTLS: access.verifiesTLS, cookieJar: access.cookieJar)
        return try await patient.answer(to: request, kind: kind, policy: policy, known: known)
    }

    private static func reason(_ location: String?) -> String {
        guard let location, !location.isEmpty else { return "no address to go to" }
        let shown = location.unicodeScalars.prefix(100).map { $0.value < 0x20 ? " " : String($0) }.joined()
        return "only http and https addresses are followed, not `\(shown)`"
    }
}

extension Validators {
    /// A conditional request (RFC 9110, section 13.1).
    fileprivate var requestHeaders: [HeaderField] {
        [etag.map { HeaderField("If-None-Match", $0) }, lastModified.map { HeaderField("If-Modified-Since", $0) }]
            .compactMap { $0 }
    }
}
