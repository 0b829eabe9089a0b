import CCurl
import Model

/// One exchange: what is asked, what has been received so far, and who waits for the end.
///
/// Confined: until it is handed to the loop only its maker touches it, from then on only the loop's thread, and after
/// `finish` nobody.
final class Transfer {
    let request: Request
    private let done: (Result<RawResponse, FetchFailure>) -> Void

    /// The lines of the response's header, as they came.
    private var head: [UInt8] = []
    private(set) var body: [UInt8] = []
    /// Of all header lines, those of interim responses and trailers too.
    private var headerBytes = 0
    /// False after the empty line: the fields of a trailer are not those of the response (RFC 9110, section 6.5.1).
    private var isInHeader = false
    /// Why a callback broke the transfer off; libcurl only knows that one did.
    private var broken: FetchFailure.Kind?
    /// The content went on beyond the limit, and that is allowed.
    private var isCut = false
    /// Set when the host's address may not be reached.
    var foundForbidden = false

    init(_ request: Request, done: @escaping (Result<RawResponse, FetchFailure>) -> Void) {
        self.request = request
        self.done = done
    }

    // MARK: The end

    /// Ends the transfer with libcurl's verdict.
    func finish(_ code: CURLcode) {
        if isCut || (code == CURLE_OK && broken == nil) {
            done(.success(RawResponse(head: head, body: body)))
        } else {
            fail(kind(of: code), code: Int(code.rawValue), message: message(for: code))
        }
    }

    /// Ends the transfer from outside.
    func cancel() { fail(.cancelled, code: 0, message: "the run was told to stop") }

    private func fail(_ kind: FetchFailure.Kind, code: Int, message: String) {
        done(
            .failure(
                FetchFailure(
                    kind: kind, address: request.address, curlCode: code, status: ResponseHead.status(of: head),
                    message: message)))
    }

    // MARK: Receiving

    /// Makes room for the content at once, as far as it is allowed to go.
    func reserve(_ length: Int) { body.reserveCapacity(min(length, request.limits.bodyBytes)) }

    /// A response that is broken off returns fewer bytes than it was given, which libcurl takes as an error.
    func receive(body bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= request.limits.bodyBytes else {
            if request.limits.cutsBody {
                body.append(contentsOf: bytes.prefix(request.limits.bodyBytes - body.count))
                isCut = true
            } else {
                broken = .tooLarge
            }
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    func receive(header line: UnsafeRawBufferPointer) -> Int {
        headerBytes += line.count
        guard headerBytes <= request.limits.headerBytes else {
            broken = .headersTooLarge
            return 0
        }
        if line.starts(with: "HTTP/".utf8) {
            // A new response begins: what came before was an interim one (RFC 9110, section 15.2).
            head.removeAll(keepingCapacity: true)
            isInHeader = true
        } else if line.first == 0x0A || line.starts(with: "\r\n".utf8) {
            isInHeader = false
        }
        if isInHeader { head.append(contentsOf: line) }
        return line.count
    }

    // MARK: Failures

    private func kind(of code: CURLcode) -> FetchFailure.Kind {
        if let broken { return broken }
        if foundForbidden && code == CURLE_COULDNT_CONNECT { return .forbiddenAddress }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: return .dns
        case CURLE_COULDNT_CONNECT, CURLE_SEND_ERROR, CURLE_PROXY: return .connect
        case CURLE_OPERATION_TIMEDOUT: return .timeout
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge
        case CURLE_GOT_NOTHING: return .noAnswer
        case CURLE_RECV_ERROR: return head.isEmpty ? .noAnswer : .truncated
        case CURLE_PARTIAL_FILE, CURLE_HTTP2, CURLE_HTTP2_STREAM: return .truncated
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
            return .tls
        default: return .badResponse
        }
    }

    private func message(for code: CURLcode) -> String {
        switch kind(of: code) {
        case .forbiddenAddress:
            "\(request.address.host) has no public address; allow its network with --allow-address or network.allow"
        case .tooLarge: "more than \(request.limits.bodyBytes) bytes"
        case .headersTooLarge: "more than \(request.limits.headerBytes) bytes of headers"
        case .timeout: timeoutMessage
        default: String(cString: curl_easy_strerror(code))
        }
    }

    /// What was still missing when the time was over.
    private var timeoutMessage: String {
        if head.isEmpty { return "no answer in time" }
        return isInHeader ? "the headers did not end in time" : "too slow: \(body.count) bytes came in time"
    }
}
