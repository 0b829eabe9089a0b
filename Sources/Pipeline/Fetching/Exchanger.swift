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
    ///
    /// Of a response whose content is the one that `known` tells of, the archive keeps a `revisit`.
    func exchange(
        _ request: Request, policy: HostPolicy, known: Validators = Validators()
    ) async throws -> Result<ArchivedCapture, FetchFailure> {
        let capture: Capture
        do {
            capture = try await transport.exchange(request, policy: policy)
        } catch {
            return .failure(error)
        }
        let archived = ArchivedCapture(capture: capture, known: known)
        return .success(try await keep(archived, request))
    }

    private func keep(_ archived: ArchivedCapture, _ request: Request) async throws -> ArchivedCapture {
        guard let archive else { return archived }
        var archived = archived
        archived.location = try await archive.keep(
            Exchange(
                capture: archived.capture, method: request.body == nil ? "GET" : "POST",
                requestHeaders: request.headers, requestBody: request.body ?? [], keeping: archived.keeping))
        return archived
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
    fileprivate(set) var location: ArchiveLocation?
    /// `sha256:…` of the content.
    let digest: String
    /// How much of it the archive keeps.
    fileprivate let keeping: Exchange.Keeping
    /// The response that the archive holds the content of: this one, or an earlier one with the same content.
    private let original: EarlierResponse

    /// `known` is what the ledger knows of the page's content.
    init(capture: Capture, known: Validators) {
        self.capture = capture
        digest = "sha256:" + Digest.hexadecimal(Digest.sha256(capture.body))
        if capture.status == 304 {
            keeping = .notModified(since: known.original)
        } else if let earlier = known.original, digest == known.payloadDigest {
            keeping = .samePayload(as: earlier)
        } else {
            keeping = .response
        }
        original =
            if case .samePayload(let earlier) = keeping {
                earlier
            } else {
                EarlierResponse(address: capture.address, fetched: capture.fetched)
            }
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
            payloadDigest: digest, original: original)
    }
}
