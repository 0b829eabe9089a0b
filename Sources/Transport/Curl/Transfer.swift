import CCurl
import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One exchange with libcurl: the easy handle, what it has received so far, and who waits for the end.
///
/// Confined: until it is handed to the loop only its maker touches it, from then on only the loop's thread, and after
/// `finish` nobody.
final class Transfer {
    let request: Request
    let handle: OpaquePointer
    private let settings: TransportSettings
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private let done: (Result<RawResponse, FetchFailure>) -> Void

    private(set) var statusLine = ""
    private(set) var headers: [HeaderField] = []
    private(set) var body: [UInt8] = []
    private var headerBytes = 0
    /// False after the empty line: the fields of a trailer are not those of the response (RFC 9110, section 6.5.1).
    private var isInHeader = false
    /// Why a callback broke the transfer off; libcurl only knows that one did.
    private var broken: FetchFailure.Kind?
    private var foundForbidden = false

    /// Nil when libcurl has no memory for a handle, or refuses a setting that keeps the transfer safe.
    init?(
        _ request: Request, settings: TransportSettings,
        done: @escaping (Result<RawResponse, FetchFailure>) -> Void
    ) {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = OpaquePointer(handle)
        self.request = request
        self.settings = settings
        self.done = done
        guard configure(handle) else { return nil }
    }

    deinit {
        curl_easy_cleanup(UnsafeMutableRawPointer(handle))
        curl_slist_free_all(headerList)
    }

    /// Ends the transfer with libcurl's verdict.
    func finish(_ code: CURLcode) {
        if code == CURLE_OK && broken == nil {
            done(.success(RawResponse(statusLine: statusLine, headers: headers, body: body)))
        } else {
            fail(kind(of: code), code: Int(code.rawValue), message: message(for: code))
        }
    }

    /// Ends the transfer from outside.
    func cancel() { fail(.cancelled, code: 0, message: "the run was told to stop") }

    private func fail(_ kind: FetchFailure.Kind, code: Int, message: String) {
        done(.failure(FetchFailure(kind: kind, address: request.address, curlCode: code, message: message)))
    }

    // MARK: Setting up

    private func configure(_ handle: UnsafeMutableRawPointer) -> Bool {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let limits = request.limits
        chiso_set_string(handle, CURLOPT_URL, request.address.text)
        // The address is in normal form already and goes out as it is.
        chiso_set_long(handle, CURLOPT_PATH_AS_IS, 1)
        chiso_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        chiso_set_long(handle, CURLOPT_NOSIGNAL, 1)
        chiso_set_string(handle, CURLOPT_USERAGENT, settings.userAgent)
        chiso_set_string(handle, CURLOPT_PROXY, settings.proxy ?? "")
        chiso_set_long(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        chiso_set_long(handle, CURLOPT_SSL_VERIFYPEER, settings.verifiesTLS ? 1 : 0)
        chiso_set_long(handle, CURLOPT_SSL_VERIFYHOST, settings.verifiesTLS ? 2 : 0)
        if let caFile = settings.caFile { chiso_set_string(handle, CURLOPT_CAINFO, caFile) }
        chiso_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, limits.connectTimeout.milliseconds)
        chiso_set_long(handle, CURLOPT_TIMEOUT_MS, limits.totalTimeout.milliseconds)
        chiso_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, 100)
        chiso_set_long(handle, CURLOPT_LOW_SPEED_TIME, max(1, Int(limits.stallTimeout.components.seconds)))
        chiso_set_offset(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limits.bodyBytes))
        chiso_set_receiver(handle, CURLOPT_WRITEFUNCTION, Transfer.receiveBody, context)
        chiso_set_receiver(handle, CURLOPT_HEADERFUNCTION, Transfer.receiveHeader, context)
        if let body = request.body {
            chiso_set_long(handle, CURLOPT_POST, 1)
            chiso_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            body.withUnsafeBufferPointer { bytes in
                _ = chiso_set_pointer(
                    handle, CURLOPT_COPYPOSTFIELDS,
                    UnsafeMutableRawPointer(mutating: UnsafeRawPointer(bytes.baseAddress)))
            }
        }
        // The content is decoded after the transfer, where its end can be checked: libcurl 7.88 takes a gzip stream
        // that stops early for a whole one.
        for field in [HeaderField("Accept-Encoding", "gzip, deflate")] + sender + request.headers
        where field.isSafe {
            headerList = curl_slist_append(headerList, "\(field.name): \(field.value)")
        }
        chiso_set_list(handle, CURLOPT_HTTPHEADER, headerList)
        return chiso_allow_http_only(handle) == CURLE_OK
            && chiso_set_socket_opener(handle, Transfer.openSocket, context) == CURLE_OK
    }

    private var sender: [HeaderField] { settings.from.map { [HeaderField("From", $0)] } ?? [] }

    // MARK: Receiving

    private static let receiveBody: curl_write_callback = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        return transfer.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    private static let receiveHeader: curl_write_callback = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        return transfer.receive(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    /// libcurl is about to connect to an address that a name or number led to: the only place where no spelling of a
    /// host gets past the check.
    private static let openSocket: curl_opensocket_callback = { context, _, target in
        guard let context, let target else { return CURL_SOCKET_BAD }
        let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        guard transfer.mayConnect(to: target) else { return CURL_SOCKET_BAD }
        return socket(
            target.pointee.family, target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), target.pointee.protocol)
    }

    /// A response that is broken off returns fewer bytes than it was given, which libcurl takes as an error.
    private func receive(body bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= request.limits.bodyBytes else {
            broken = .tooLarge
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    private func receive(header bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= request.limits.headerBytes else {
            broken = .headersTooLarge
            return 0
        }
        let line = HeaderLine.text(bytes)
        if line.hasPrefix("HTTP/") {
            // A new response begins: what came before was an interim one (RFC 9110, section 15.2).
            statusLine = line
            headers = []
            isInHeader = true
        } else if line.isEmpty {
            isInHeader = false
        } else if isInHeader {
            add(headerLine: line)
        }
        return bytes.count
    }

    private func add(headerLine line: String) {
        if let last = headers.last, let more = HeaderLine.continuation(line) {
            headers[headers.count - 1] = HeaderField(last.name, last.value + " " + more)
        } else if let field = HeaderLine.field(line) {
            headers.append(field)
        }
    }

    private func mayConnect(to target: UnsafePointer<curl_sockaddr>) -> Bool {
        // Behind a proxy every connection is to the proxy, which the configuration names.
        if settings.proxy != nil { return true }
        let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0
        let address = UnsafeRawPointer(target).advanced(by: offset).assumingMemoryBound(to: sockaddr.self)
        guard let address = IPAddress(address) else { return false }
        if address.isPublic || settings.allowedNetworks.contains(where: { $0.contains(address) }) { return true }
        foundForbidden = true
        return false
    }

    // MARK: Failures

    private func kind(of code: CURLcode) -> FetchFailure.Kind {
        if let broken { return broken }
        if foundForbidden && code == CURLE_COULDNT_CONNECT { return .forbiddenAddress }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: return .dns
        case CURLE_COULDNT_CONNECT, CURLE_SEND_ERROR: return .connect
        case CURLE_OPERATION_TIMEDOUT: return .timeout
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2_STREAM: return .truncated
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
        default: String(cString: curl_easy_strerror(code))
        }
    }
}

extension Duration {
    /// Whole milliseconds, at least one and at most those of eleven days.
    var milliseconds: Int {
        let seconds = Int(min(max(components.seconds, 0), 1_000_000))
        return max(1, seconds * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000))
    }
}

extension HeaderField {
    /// Whether the field can be sent as it is: a value that came from a server, as an entity tag, must not end the line.
    fileprivate var isSafe: Bool { (name + value).unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } }
}
