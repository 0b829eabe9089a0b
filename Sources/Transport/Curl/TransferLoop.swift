import CCurl
import Foundation
import Synchronization

/// libcurl's multi handle on a thread of its own: transfers come in through a queue, nothing else touches libcurl.
///
/// `@unchecked Sendable`: `multi` and `running` are used by the loop's thread alone, except `curl_multi_wakeup`, which
/// libcurl documents as safe from any thread; all that is shared lies in the mutex.
final class TransferLoop: @unchecked Sendable {
    /// A transfer on its way to the loop; its maker lets go of it here.
    private struct Arrival: @unchecked Sendable {
        let number: Int
        let transfer: Transfer
    }

    private struct Inbox {
        var arrivals: [Arrival] = []
        var cancelled: Set<Int> = []
        var isClosing = false
        var lastNumber = 0
    }

    private let multi: UnsafeMutableRawPointer
    private let inbox = Mutex(Inbox())
    private var running: [OpaquePointer: (number: Int, transfer: Transfer)] = [:]
    private let ended = DispatchSemaphore(value: 0)

    init() throws(TransportError) {
        guard TransferLoop.isLibraryReady, let multi = curl_multi_init() else {
            throw TransportError(message: "libcurl cannot be started: out of memory")
        }
        self.multi = multi
        chiso_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        chiso_multi_set_long(multi, CURLMOPT_MAXCONNECTS, 256)
        let thread = Thread { [self] in loop() }
        thread.name = "transfers"
        thread.start()
    }

    /// libcurl asks for one call before any thread uses it.
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Hands over a transfer; its number cancels it. A closed loop cancels it at once.
    func start(_ transfer: sending Transfer) -> Int {
        let arrival = Arrival(number: 0, transfer: transfer)
        let number: Int? = inbox.withLock { inbox in
            guard !inbox.isClosing else { return nil }
            inbox.lastNumber += 1
            inbox.arrivals.append(Arrival(number: inbox.lastNumber, transfer: arrival.transfer))
            curl_multi_wakeup(multi)
            return inbox.lastNumber
        }
        guard let number else {
            arrival.transfer.cancel()
            return 0
        }
        return number
    }

    /// Breaks off a transfer, if it is not over yet.
    func cancel(_ number: Int) {
        inbox.withLock { inbox in
            // A closing loop cancels everything, and its multi handle may be gone.
            guard !inbox.isClosing else { return }
            inbox.cancelled.insert(number)
            curl_multi_wakeup(multi)
        }
    }

    /// Cancels what is left and ends the thread.
    func close() {
        let isFirst = inbox.withLock { inbox in
            guard !inbox.isClosing else { return false }
            inbox.isClosing = true
            curl_multi_wakeup(multi)
            return true
        }
        guard isFirst else { return }
        ended.wait()
        curl_multi_cleanup(multi)
    }

    private func loop() {
        var isOpen = true
        while isOpen {
            let (arrivals, cancelled, isClosing) = inbox.withLock { inbox in
                defer {
                    inbox.arrivals = []
                    inbox.cancelled = []
                }
                return (inbox.arrivals, inbox.cancelled, inbox.isClosing)
            }
            for arrival in arrivals { add(arrival) }
            for (handle, entry) in running where isClosing || cancelled.contains(entry.number) {
                remove(handle)?.cancel()
            }
            isOpen = !isClosing
            var active: Int32 = 0
            curl_multi_perform(multi, &active)
            finishDone()
            if isOpen { curl_multi_poll(multi, nil, 0, 1_000, nil) }
        }
        ended.signal()
    }

    private func add(_ arrival: Arrival) {
        guard curl_multi_add_handle(multi, UnsafeMutableRawPointer(arrival.transfer.handle)) == CURLM_OK else {
            arrival.transfer.finish(CURLE_OUT_OF_MEMORY)
            return
        }
        running[arrival.transfer.handle] = (arrival.number, arrival.transfer)
    }

    private func remove(_ handle: OpaquePointer) -> Transfer? {
        curl_multi_remove_handle(multi, UnsafeMutableRawPointer(handle))
        return running.removeValue(forKey: handle)?.transfer
    }

    private func finishDone() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            let code = chiso_message_result(message)
            remove(OpaquePointer(handle))?.finish(code)
        }
    }
}
