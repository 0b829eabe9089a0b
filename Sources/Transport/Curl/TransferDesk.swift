import CCurl

/// The transfers that are under way, and the handles that wait for the next ones. Confined to the loop's thread.
struct TransferDesk {
    private let multi: UnsafeMutableRawPointer
    private let settings: TransportSettings
    /// Nil when there is no memory for them; then every transfer fails.
    private let shares = Shares()
    private let standardFields: HeaderList
    private var running: [Int: EasyHandle] = [:]
    private var idle: [EasyHandle] = []

    init(multi: UnsafeMutableRawPointer, settings: TransportSettings) {
        self.multi = multi
        self.settings = settings
        standardFields = HeaderList(settings.standardFields)
    }

    mutating func begin(_ transfer: Transfer, number: Int) {
        guard let handle = handle(jar: transfer.request.cookieJar), handle.begin(transfer) else {
            return transfer.finish(CURLE_OUT_OF_MEMORY)
        }
        handle.number = number
        guard curl_multi_add_handle(multi, handle.pointer) == CURLM_OK else {
            return transfer.finish(CURLE_OUT_OF_MEMORY)
        }
        running[number] = handle
    }

    mutating func cancel(_ number: Int) {
        guard let handle = running[number] else { return }
        remove(handle)?.cancel()
    }

    mutating func cancelAll() {
        for number in running.keys.sorted() { cancel(number) }
    }

    /// Lets libcurl send and receive what it can without waiting, and ends what is done.
    mutating func work() {
        var active: Int32 = 0
        curl_multi_perform(multi, &active)
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let pointer = message.pointee.easy_handle else { continue }
            let code = chiso_message_result(message)
            var context: UnsafeMutableRawPointer?
            guard chiso_get_pointer(pointer, CURLINFO_PRIVATE, &context) == CURLE_OK, let context else { continue }
            remove(EasyHandle.from(context))?.finish(code)
        }
    }

    private mutating func remove(_ handle: EasyHandle) -> Transfer? {
        curl_multi_remove_handle(multi, handle.pointer)
        running.removeValue(forKey: handle.number)
        let transfer = handle.end()
        // A handle that has cookies keeps them to itself.
        if transfer?.request.cookieJar == nil && idle.count < TransferDesk.idleHandles { idle.append(handle) }
        return transfer
    }

    private mutating func handle(jar: String?) -> EasyHandle? {
        if jar == nil, let handle = idle.popLast() { return handle }
        guard let share = shares?.share(jar: jar) else { return nil }
        return EasyHandle(settings: settings, standardFields: standardFields, share: share, keepsCookies: jar != nil)
    }

    private static let idleHandles = 64
}
