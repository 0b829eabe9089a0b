import ArgumentParser
import Foundation
import Model
import Synchronization
import Transport

/// What the transport alone costs: asks for every address of a file, drops the bodies, and prints one JSON line. For
/// developers, on a server of this machine; `Scripts/bench-fetch` starts it.
@main
struct TransportBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transport-bench", abstract: "Measure the transport alone, on addresses of this machine.")

    @Argument(help: "A file of addresses, one a line.")
    var file: String

    @Option(help: "Requests at once.")
    var atOnce = 64

    @Option(help: "Milliseconds between two requests to one host.")
    var delay = 0

    @Option(help: "Ask each address with this If-None-Match.")
    var etag: String?

    func run() async throws {
        let addresses = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            .compactMap { WebAddress(String($0)) }
        let transport = try Transport(
            settings: TransportSettings(
                userAgent: "ChiSo-bench", allowedNetworks: [NetworkRange("127.0.0.0/8")].compactMap { $0 },
                now: { Timestamp(seconds: 0) }))
        let policy = HostPolicy(delay: .milliseconds(delay), concurrency: delay == 0 ? atOnce : 1)
        let headers = etag.map { [HeaderField("If-None-Match", $0)] } ?? []
        let tally = SharedTally()
        let began = ContinuousClock.now
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<atOnce {
                group.addTask {
                    while let index = tally.next(of: addresses.count) {
                        let request = Request(address: addresses[index], headers: headers)
                        let result = try? await transport.exchange(request, policy: policy)
                        tally.count(result)
                    }
                }
            }
        }
        let took = (ContinuousClock.now - began) / .seconds(1)
        transport.shutDown()
        print(tally.line(seconds: took))
    }
}

/// The tally of all tasks.
private final class SharedTally: Sendable {
    private let state = Mutex(Tally())

    func next(of count: Int) -> Int? { state.withLock { $0.next(of: count) } }
    func count(_ capture: Capture?) { state.withLock { $0.count(capture) } }
    func line(seconds: Double) -> String { state.withLock { $0.line(seconds: seconds) } }
}

/// What came so far.
private struct Tally {
    private var started = 0
    private var pages = 0
    private var bytes = 0
    private var failures = 0

    mutating func next(of count: Int) -> Int? {
        guard started < count else { return nil }
        started += 1
        return started - 1
    }

    mutating func count(_ capture: Capture?) {
        if let capture, capture.status == 200 || capture.status == 304 {
            pages += 1
            bytes += capture.body.count
        } else {
            failures += 1
        }
    }

    func line(seconds: Double) -> String {
        var usage = rusage()
        getrusage(numericCast(RUSAGE_SELF.rawValue), &usage)
        let cpu = [usage.ru_utime, usage.ru_stime].reduce(0.0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        let figures: [(String, Double)] = [
            ("pages", Double(pages)), ("bytes", Double(bytes)), ("failures", Double(failures)), ("seconds", seconds),
            ("cpu_seconds", cpu), ("peak_mb", Double(usage.ru_maxrss) / 1_024),
        ]
        return "{" + figures.map { "\"\($0.0)\":\(($0.1 * 1_000).rounded() / 1_000)" }.joined(separator: ",") + "}"
    }
}
