import Datasets
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

    public init(surroundings: Surroundings, allowedNetworks: [String], output: String?, logger: Logger) {
        self.surroundings = surroundings
        self.allowedNetworks = allowedNetworks
        self.output = output
        self.logger = logger
    }

    /// One result an address, in order.
    public func fetch(_ addresses: [String]) async throws -> [FetchResult] {
        let defaults = try surroundings.configuration().loadDefaults()
        let harvest = try Harvest(
            surroundings: surroundings, defaults: defaults, archive: nil, ledger: nil, clock: .system,
            allowedNetworks: allowedNetworks)
        defer { harvest.shutDown() }
        if let output {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        }
        var results: [FetchResult] = []
        for text in addresses {
            guard let address = WebAddress(text) else {
                results.append(FetchResult(address: text, problem: "no address; write http:// or https:// in front"))
                continue
            }
            let outcome = try await harvest.fetcher(verifiesTLS: true).fetch(address, access: harvest.anywhere)
            results.append(try result(of: outcome, for: address))
            if Task.isCancelled { break }
        }
        return results
    }

    /// 0 when all came, 1 when none did, 3 otherwise.
    public static func exitCode(of results: [FetchResult]) -> Int32 {
        let good = results.count { $0.isGood }
        if good == results.count { return 0 }
        return good == 0 ? 1 : 3
    }

    private func result(of outcome: PageFetcher.Outcome, for address: WebAddress) throws -> FetchResult {
        switch outcome {
        case .fetched(let archived), .notModified(let archived):
            let capture = archived.capture
            var result = FetchResult(address: address.text)
            result.finalAddress = capture.address.text
            result.status = capture.status
            result.bytes = capture.body.count
            result.contentType = capture.headers.first(named: "Content-Type")
            if let output {
                let file = output + "/" + FetchJob.fileName(for: address)
                try Data(capture.body).write(to: URL(fileURLWithPath: file), options: .atomic)
                result.file = file
            }
            return result
        case .refused(let reason):
            return FetchResult(address: address.text, problem: "refused: \(reason)")
        case .failed(let failure):
            var result = FetchResult(address: address.text, problem: failure.description)
            result.status = failure.response?.capture.status
            return result
        }
    }

    /// The host and a digest of the address: no address can name a file of its choice.
    private static func fileName(for address: WebAddress) -> String {
        let host = address.host.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        return "\(host)-\(Digest.hexadecimal(Digest.sha256(address.text.utf8)).prefix(12)).body"
    }
}

/// What came of one address.
public struct FetchResult: Sendable {
    public let address: String
    /// Why there is no content; nil when there is.
    public let problem: String?
    var finalAddress: String?
    var status: Int?
    var bytes: Int?
    var contentType: String?
    var file: String?

    init(address: String, problem: String? = nil) {
        self.address = address
        self.problem = problem
    }

    public var isGood: Bool { problem == nil }

    public var text: String {
        if let problem { return "\(address): \(problem)" }
        let moved = finalAddress == address ? "" : " from \(finalAddress ?? "")"
        return "\(address): \(status ?? 0), \(bytes ?? 0) bytes\(moved)" + (file.map { " → \($0)" } ?? "")
    }

    public var json: String {
        var json = JSONWriter()
        json.object { json in
            json.member("address", address)
            json.member("final_address", finalAddress)
            json.member("status", status)
            json.member("bytes", bytes)
            json.member("content_type", contentType)
            json.member("file", file)
            json.member("error", problem)
        }
        return json.text
    }
}
