import CCurl
import Foundation
import Synchronization

/// libcurl's multi handle on a thread of its own: transfers come in through a queue, nothing else touches libcurl.
///
/// `@unchecked Sendable`: `multi` is used by the loop's thread alone, except `curl_multi_wakeup`, which libcurl documents
/// as safe from any thread; all that is shared lies in the mutex.
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
        /// Whether the loop has been woken and has not looked yet.
        var isWoken = false
    }

    private let multi: UnsafeMutableRawPointer
    private let settings: TransportSettings
    private let inbox = Mutex(Inbox())
    private let ended = DispatchSemaphore(value: 0)

    init(settings: TransportSettings) throws(TransportError) {
        guard TransferLoop.isLibraryReady, let multi = curl_multi_init() else {
            throw TransportError(message: "libcurl cannot be started: out of memory")
        }
        self.multi = multi
        self.settings = settings
        chiso_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        chiso_multi_set_long(multi, CURLMOPT_MAXCONNECTS, 256)
        let thread = Thread { [self] in
            work()
            ended.signal()
        }
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
            wake(&inbox)
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
            wake(&inbox)
        }
    }

    /// Cancels what is left and ends the thread.
    func close() {
        let isFirst = inbox.withLock { inbox in
            guard !inbox.isClosing else { return false }
            inbox.isClosing = true
            wake(&inbox)
            return true
        }
        guard isFirst else { return }
        ended.wait()
        curl_multi_cleanup(multi)
    }

    private func wake(_ inbox: inout Inbox) {
        if inbox.isWoken { return }
        inbox.isWoken = true
        curl_multi_wakeup(multi)
    }

    /// The life of the thread; the desk with its handles ends before it does.
    private func work() {
        var desk = TransferDesk(multi: multi, settings: settings)
        var isOpen = true
        while isOpen {
            let news = inbox.withLock { inbox in
                defer {
                    inbox.arrivals.removeAll(keepingCapacity: true)
                    inbox.cancelled = []
                    inbox.isWoken = false
                }
                return inbox
            }
            for arrival in news.arrivals { desk.begin(arrival.transfer, number: arrival.number) }
            for number in news.cancelled { desk.cancel(number) }
            if news.isClosing { desk.cancelAll() }
            isOpen = !news.isClosing
            desk.work()
            if isOpen { curl_multi_poll(multi, nil, 0, 1_000, nil) }
        }
    }
}
