import Digest
import Foundation
import Logging
import Model

/// Fetches addresses with all the rules of a run, and keeps nothing but the bodies that are asked for: `chiso fetch`.
public struct FetchJob: Sendable {
    private let surroundings: Surroundings
    private let allowedNetworks: [String]
    private let output: String?
    private let logger: Logger
    private let progress: any WorkProgress

    public init(
        surroundings: Surroundings, allowedNetworks: [String], output: String?, logger: Logger,
        progress: any WorkProgress = NoProgress()
    ) {
        self.progress = progress
        self.surroundings = surroundings
        self.allowedNetworks = allowedNetworks
        self.output = output
        self.logger = logger
    }

    /// What came of all addresses, in their order; hosts are visited side by side, each at its own pace.
    public func fetch(_ addresses: [String]) async throws -> FetchReport {
        let defaults = try surroundings.configuration().loadDefaults()
        let harvest = try Harvest(
            surroundings: surroundings, defaults: defaults, archive: nil, ledger: nil, clock: .system,
            allowedNetworks: allowedNetworks)
        defer { harvest.shutDown() }
        if let output {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        }
        let results = try await withThrowingTaskGroup(of: (Int, FetchResult).self) { group in
            var results = [FetchResult?](repeating: nil, count: addresses.count)
            var waiting = addresses.enumerated().makeIterator()
            func startNext() {
                guard let (index, text) = waiting.next() else { return }
                group.addTask { (index, try await result(of: text, through: harvest)) }
            }
            for _ in 0..<FetchJob.addressesAtOnce { startNext() }
            defer { progress.finish() }
            var done = 0
            progress.update(0, of: addresses.count, "addresses")
            while let (index, result) = try await group.next() {
                results[index] = result
                done += 1
                progress.update(done, of: addresses.count, "addresses")
                if !Task.isCancelled { startNext() }
            }
            return results.compactMap { $0 }
        }
        return FetchReport(results: results, notices: harvest.notices.texts)
    }

    /// More would only hold more bodies in memory.
    private static let addressesAtOnce = 16

    private func result(of text: String, through harvest: Harvest) async throws -> FetchResult {
        guard let address = WebAddress(text) else {
            return FetchResult(address: text, problem: "no address; write http:// or https:// in front")
        }
        switch try await harvest.fetcher.fetch(address, access: harvest.anywhere) {
        case .fetched(let archived), .notModified(let archived):
            return try kept(archived.capture, of: address, problem: nil)
        case .refused(let reason):
            return FetchResult(address: address.text, problem: "refused: \(reason)")
        case .failed(let failure):
            if let capture = failure.response?.capture, (200..<300).contains(capture.status) {
                return try kept(capture, of: address, problem: failure.description)
            }
            var result = FetchResult(address: address.text, problem: failure.description)
            result.status = failure.status
            return result
        }
    }

    /// The result for content that came, whatever is wrong with it; the content is written where that is wanted.
    private func kept(_ capture: Capture, of address: WebAddress, problem: String?) throws -> FetchResult {
        var result = FetchResult(address: address.text, problem: problem)
        result.finalAddress = capture.address.text
        result.status = capture.status
        result.bytes = capture.body.count
        result.contentType = capture.contentType
        if let block = SoftBlock(of: capture, requested: address) { result.notes.append(block.description) }
        if let note = ContentSignature.note(on: capture) { result.notes.append(note) }
        if let output {
            let file = output + "/" + FetchJob.fileName(for: address)
            try Data(capture.body).write(to: URL(fileURLWithPath: file), options: .atomic)
            result.file = file
        }
        return result
    }

    /// The host and a digest of the address: no address can name a file of its choice.
    private static func fileName(for address: WebAddress) -> String {
        let host = address.host.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        return "\(host)-\(Digest.hexadecimal(Digest.sha256(address.text.utf8)).prefix(12)).body"
    }
}
