import Model
import Transport

/// Why a page was not had, as the ledger keeps it.
struct PageFailure: Error, Sendable, CustomStringConvertible {
    /// A stable word: `http_404`, `timeout`, `dns`, …
    let kind: String
    let detail: String
    /// Whether a later run may have better luck.
    let isTransient: Bool
    /// Not before this time, where the server said so.
    var notBefore: Timestamp?
    /// The response that told of the failure, where there was one.
    var response: ArchivedCapture?

    init(kind: String, detail: String, isTransient: Bool) {
        self.kind = kind
        self.detail = detail
        self.isTransient = isTransient
    }

    /// The transfer failed.
    init(_ failure: FetchFailure) {
        self.init(kind: failure.kind.rawValue, detail: failure.message, isTransient: failure.isTransient)
    }

    /// The server answered with an error.
    init(status response: ArchivedCapture) {
        let status = response.capture.status
        self.init(
            kind: "http_\(status)", detail: response.capture.statusLine,
            isTransient: status >= 500 || status == 429 || status == 408)
        self.response = response
    }

    /// The server asked for more time than a run has.
    init(deferredUntil time: Timestamp) {
        self.init(kind: PageFailure.deferred, detail: "not before \(time)", isTransient: true)
        notBefore = time
    }

    static let deferred = "deferred"

    /// The run was told to stop.
    static let cancelled = PageFailure(
        kind: FetchFailure.Kind.cancelled.rawValue, detail: "the run was told to stop", isTransient: true)

    var isCancellation: Bool { kind == PageFailure.cancelled.kind }

    /// For a line of the summary: `http_404: HTTP/1.1 404 Not Found`.
    var description: String { detail.isEmpty ? kind : "\(kind): \(detail)" }
}
