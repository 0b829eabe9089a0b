import Datasets

/// What came of the addresses of one `chiso fetch`.
public struct FetchReport: Sendable {
    /// One result an address, in their order.
    public let results: [FetchResult]
    /// What people should know besides, each thing once.
    public let notices: [String]

    /// 0 when all came, 1 when none did, 3 otherwise.
    public var exitCode: Int32 {
        let good = results.count { $0.isGood }
        if good == results.count { return 0 }
        return good == 0 ? 1 : 3
    }
}

/// What came of one address.
public struct FetchResult: Sendable {
    public let address: String
    /// Why there is no good content; nil when there is.
    public let problem: String?
    var finalAddress: String?
    var status: Int?
    var bytes: Int?
    var contentType: String?
    var file: String?
    /// What is odd about the content.
    var notes: [String] = []

    init(address: String, problem: String? = nil) {
        self.address = address
        self.problem = problem
    }

    public var isGood: Bool { problem == nil }

    public var text: String {
        var facts: [String] = []
        if let problem { facts.append(problem) }
        if let bytes {
            let moved = finalAddress == address ? "" : " from \(finalAddress ?? "")"
            facts.append("\(status ?? 0), \(bytes) bytes\(moved)")
        }
        return "\(address): " + (facts + notes).joined(separator: "; ") + (file.map { " → \($0)" } ?? "")
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
            json.member("notes", notes)
        }
        return json.text
    }
}
