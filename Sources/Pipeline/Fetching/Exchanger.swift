import Digest
import Ledger
import Model
import Transport
import WebArchive

/// One request and its response, archived before anything reads it.
struct Exchanger: Sendable {
    let transport: Transport
    /// Nil for commands that write nothing.
    let archive: ArchiveKeeper?
    let ledger: Ledger?

    /// The response to one request, or why there was none; only a broken archive is thrown.
    func exchange(_ request: Request, policy: HostPolicy) async throws -> Result<ArchivedCapture, FetchFailure> {
        let capture: Capture
        do {
            capture = try await transport.exchange(request, policy: policy)
        } catch {
            return .failure(error)
        }
        let location = try await archive?.keep(capture, requestHeaders: request.headers)
        return .success(ArchivedCapture(capture: capture, location: location))
    }

    /// Tells the ledger where a response lies that no page's transaction will name: redirects, feeds, robots.txt.
    func remember(_ archived: ArchivedCapture, as kind: CaptureRecord.Kind) throws(LedgerError) {
        if let record = archived.record(as: kind) { try ledger?.record(record) }
    }
}

/// A response and where the archive holds it.
struct ArchivedCapture: Sendable {
    let capture: Capture
    /// Nil when nothing is archived.
    let location: ArchiveLocation?
    /// `sha256:…` of the content.
    let digest: String

    init(capture: Capture, location: ArchiveLocation?) {
        self.capture = capture
        self.location = location
        digest = "sha256:" + Digest.hexadecimal(Digest.sha256(capture.body))
    }

    /// The entry for the ledger; nil when nothing is archived.
    func record(as kind: CaptureRecord.Kind) -> CaptureRecord? {
        location.map {
            CaptureRecord(
                kind: kind, address: capture.address, location: $0, digest: digest, status: capture.status,
                fetched: capture.fetched)
        }
    }

    /// What to ask with next time whether it has changed.
    var validators: Validators {
        Validators(
            etag: capture.headers.first(named: "ETag"), lastModified: capture.headers.first(named: "Last-Modified"),
            payloadDigest: digest)
    }
}
