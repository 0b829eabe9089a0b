import CCurl
import Model

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// libcurl's handle for one transfer after another, and the callbacks that it calls while it works.
///
/// Confined to the loop's thread. What is the same for every request of a run is set once; a handle that is used again
/// keeps its buffers.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    private let settings: TransportSettings
    private let standardFields: HeaderList
    private var ownFields: HeaderList?
    private(set) var transfer: Transfer?
    /// The number of the transfer.
    var number = 0

    /// Nil when libcurl has no memory for a handle, or refuses a setting that keeps transfers safe.
    init?(
        settings: TransportSettings, standardFields: HeaderList, share: UnsafeMutableRawPointer, keepsCookies: Bool
    ) {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        self.settings = settings
        self.standardFields = standardFields
        guard setUp(), chiso_set_pointer(pointer, CURLOPT_SHARE, share) == CURLE_OK else { return nil }
        // An empty name reads no file, and turns cookies on.
        if keepsCookies { chiso_set_string(pointer, CURLOPT_COOKIEFILE, "") }
    }

    deinit { curl_easy_cleanup(pointer) }

    /// Readies the handle for a transfer; false when libcurl refuses one of its settings.
    func begin(_ transfer: Transfer) -> Bool {
        self.transfer = transfer
        let (request, limits) = (transfer.request, transfer.request.limits)
        let isSecure = request.address.scheme == "https"
        chiso_set_long(pointer, CURLOPT_CONNECTTIMEOUT_MS, limits.connectTimeout.milliseconds)
        chiso_set_long(pointer, CURLOPT_TIMEOUT_MS, limits.totalTimeout.milliseconds)
        chiso_set_long(pointer, CURLOPT_LOW_SPEED_TIME, max(1, Int(limits.stallTimeout.components.seconds)))
        chiso_set_offset(pointer, CURLOPT_MAXFILESIZE_LARGE, limits.cutsBody ? 0 : curl_off_t(limits.bodyBytes))
        // Waits for a connection that may carry several requests at once; only HTTP/2 has those, and that needs TLS.
        chiso_set_long(pointer, CURLOPT_PIPEWAIT, isSecure ? 1 : 0)
        chiso_set_long(pointer, CURLOPT_SSL_VERIFYPEER, request.verifiesTLS ? 1 : 0)
        chiso_set_long(pointer, CURLOPT_SSL_VERIFYHOST, request.verifiesTLS ? 2 : 0)
        chiso_set_string(pointer, CURLOPT_PROXY, settings.proxies.proxy(for: request.address) ?? "")
        setContent(request.body)
        ownFields = request.headers.isEmpty ? nil : standardFields.adding(request.headers)
        chiso_set_list(pointer, CURLOPT_HTTPHEADER, (ownFields ?? standardFields).list)
        return chiso_set_string(pointer, CURLOPT_URL, request.address.text) == CURLE_OK
    }

    /// Lets go of the transfer, when libcurl works on it no more.
    func end() -> Transfer? {
        defer { transfer = nil }
        return transfer
    }

    /// Bytes of content that the server announces; nil where it does not.
    fileprivate var announcedLength: Int? {
        var length: curl_off_t = -1
        guard chiso_get_offset(pointer, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length) == CURLE_OK, length >= 0 else {
            return nil
        }
        return Int(length)
    }

    private func setUp() -> Bool {
        let context = Unmanaged.passUnretained(self).toOpaque()
        // An address is in normal form already and goes out as it is.
        chiso_set_long(pointer, CURLOPT_PATH_AS_IS, 1)
        chiso_set_long(pointer, CURLOPT_FOLLOWLOCATION, 0)
        chiso_set_long(pointer, CURLOPT_NOSIGNAL, 1)
        chiso_set_long(pointer, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        chiso_set_long(pointer, CURLOPT_BUFFERSIZE, 128 * 1_024)
        chiso_set_long(pointer, CURLOPT_DNS_CACHE_TIMEOUT, 300)
        chiso_set_long(pointer, CURLOPT_LOW_SPEED_LIMIT, 1_000)
        chiso_set_long(pointer, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        chiso_set_string(pointer, CURLOPT_USERAGENT, settings.userAgent)
        // Which hosts go without a proxy is decided for each request; libcurl's own look at the environment is off.
        chiso_set_string(pointer, CURLOPT_NOPROXY, "")
        if let caFile = settings.caFile { chiso_set_string(pointer, CURLOPT_CAINFO, caFile) }
        chiso_set_receiver(pointer, CURLOPT_WRITEFUNCTION, EasyHandle.receiveBody, context)
        chiso_set_receiver(pointer, CURLOPT_HEADERFUNCTION, EasyHandle.receiveHeader, context)
        chiso_set_pointer(pointer, CURLOPT_PRIVATE, context)
        return chiso_allow_http_only(pointer) == CURLE_OK
            && chiso_set_socket_opener(pointer, EasyHandle.openSocket, context) == CURLE_OK
    }

    private func setContent(_ content: [UInt8]?) {
        guard let content else {
            chiso_set_long(pointer, CURLOPT_HTTPGET, 1)
            return
        }
        chiso_set_long(pointer, CURLOPT_POST, 1)
        chiso_set_offset(pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(content.count))
        content.withUnsafeBufferPointer { bytes in
            _ = chiso_set_pointer(
                pointer, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: UnsafeRawPointer(bytes.baseAddress)))
        }
    }

    // MARK: What libcurl calls

    /// The handle that a callback's context, or CURLINFO_PRIVATE, names.
    static func from(_ context: UnsafeMutableRawPointer) -> EasyHandle {
        Unmanaged<EasyHandle>.fromOpaque(context).takeUnretainedValue()
    }

    private static let receiveBody: curl_write_callback = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let handle = EasyHandle.from(context)
        guard let transfer = handle.transfer else { return 0 }
        if transfer.body.isEmpty, let length = handle.announcedLength { transfer.reserve(length) }
        return transfer.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    private static let receiveHeader: curl_write_callback = { bytes, size, count, context in
        guard let bytes, let context, let transfer = EasyHandle.from(context).transfer else { return 0 }
        return transfer.receive(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    /// libcurl is about to connect to an address that a name or number led to: the only place where no spelling of a
    /// host gets past the check.
    private static let openSocket: curl_opensocket_callback = { context, _, target in
        guard let context, let target else { return CURL_SOCKET_BAD }
        let handle = EasyHandle.from(context)
        guard handle.mayConnect(to: target) else { return CURL_SOCKET_BAD }
        return socket(
            target.pointee.family, target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), target.pointee.protocol)
    }

    private func mayConnect(to target: UnsafePointer<curl_sockaddr>) -> Bool {
        guard let transfer else { return false }
        // Behind a proxy every connection is to the proxy, which the configuration names.
        if settings.proxies.proxy(for: transfer.request.address) != nil { return true }
        let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0
        let address = UnsafeRawPointer(target).advanced(by: offset).assumingMemoryBound(to: sockaddr.self)
        guard let address = IPAddress(address) else { return false }
        if settings.allows(address) { return true }
        transfer.foundForbidden = true
        return false
    }
}

/// A list of header lines in libcurl's form, freed when it goes.
final class HeaderList {
    private let fields: [HeaderField]
    let list: UnsafeMutablePointer<curl_slist>?

    /// Fields that would end their line, and so begin another, are left out.
    init(_ fields: [HeaderField]) {
        self.fields = fields.filter(\.isSafe)
        list = self.fields.reduce(nil) { curl_slist_append($0, "\($1.name): \($1.value)") ?? $0 }
    }

    deinit { curl_slist_free_all(list) }

    func adding(_ more: [HeaderField]) -> HeaderList { HeaderList(fields + more) }
}

extension HeaderField {
    /// Whether the field can be sent as it is: a value that came from a server, as an entity tag, must not end the line.
    fileprivate var isSafe: Bool { (name + value).unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } }
}

extension Duration {
    /// Whole milliseconds, at least one and at most those of eleven days.
    var milliseconds: Int {
        let seconds = Int(min(max(components.seconds, 0), 1_000_000))
        return max(1, seconds * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000))
    }
}
