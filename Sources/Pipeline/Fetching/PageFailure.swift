import Model
import Transport

/// Why a page was not had, as the ledger keeps it.
struct PageFailure: Error, Sendable, CustomStringConvertible {
    /// A stable word: `http_404`, `timeout`, `dns`, …
    let kind: String
    /// What happened, with libcurl's code, the attempt and the address where they tell more.
    let detail: String
    /// Whether a later run may have better luck.
    let isTransient: Bool
    /// The HTTP status that came before the failure, where one did.
    var status: Int?
    /// Not before this time, where the server said so or the host rests.
    var notBefore: Timestamp?
    /// The response that told of the failure, where there was one.
    var response: ArchivedCapture? {
        didSet { status = response?.capture.status ?? status }
    }

    init(kind: String, detail: String, isTransient: Bool) {
        self.kind = kind
        self.detail = detail
        self.isTransient = isTransient
    }

    /// The transfer failed, or was not made because the host rests.
    init(_ failure: FetchFailure) {
        let isResting = failure.kind == .circuitOpen
        self.init(
            kind: isResting ? PageFailure.deferred : failure.kind.rawValue, detail: PageFailure.detail(of: failure),
            isTransient: failure.isTransient)
        status = failure.status
        notBefore = failure.notBefore
    }

    /// The server answered with an error.
    init(status response: ArchivedCapture) {
        let status = response.capture.status
        self.init(
            kind: "http_\(status)", detail: response.capture.statusLine,
            isTransient: status >= 500 || status == 429 || status == 408, response: response)
    }

    /// The server says that nothing has changed since a visit that there was none of.
    init(unasked response: ArchivedCapture) {
        self.init(
            kind: FetchFailure.Kind.badResponse.rawValue, detail: "304 to a request that asked no condition",
            isTransient: false, response: response)
    }

    /// The content is of another kind than its header says.
    init?(mislabelled response: ArchivedCapture) {
        guard let found = ContentSignature.mismatch(in: response.capture) else { return nil }
        self.init(
            kind: "wrong_type", detail: "the header says HTML, the content is \(found)", isTransient: false,
            response: response)
    }

    /// A redirect that leads nowhere.
    init(redirect kind: String, _ reason: String, at address: WebAddress) {
        self.init(kind: kind, detail: "\(reason) (at \(address))", isTransient: false)
    }

    /// The server asked for more time than a run has.
    init(deferredUntil time: Timestamp, at address: WebAddress) {
        self.init(
            kind: PageFailure.deferred, detail: "\(address.host) asks to wait until \(time)", isTransient: true)
        notBefore = time
    }

    init(kind: String, detail: String, isTransient: Bool, response: ArchivedCapture) {
        self.init(kind: kind, detail: detail, isTransient: isTransient)
        self.response = response
        status = response.capture.status
    }

    private static func detail(of failure: FetchFailure) -> String {
        var facts: [String] = []
        if failure.curlCode != 0 { facts.append("libcurl \(failure.curlCode)") }
        if failure.attempt > 1 { facts.append("attempt \(failure.attempt)") }
        return facts.isEmpty ? failure.message : "\(failure.message) (\(facts.joined(separator: ", ")))"
    }

    static let deferred = "deferred"

    /// Whether the page was put off, by the server's wish or because its host rests.
    var isDeferral: Bool { kind == PageFailure.deferred }
    var isCancellation: Bool { kind == FetchFailure.Kind.cancelled.rawValue }

    /// For a line of the summary: `http_404: HTTP/1.1 404 Not Found`.
    var description: String { detail.isEmpty ? kind : "\(kind): \(detail)" }
}
