import Compression
import Model

/// Undoes the content codings of a response, outermost first (RFC 9110, section 8.4).
enum ContentDecoder {
    static func decoded(_ body: [UInt8], of head: ResponseHead, for request: Request) throws(FetchFailure) -> [UInt8] {
        let names = head.headers.filter { $0.name.lowercased() == "content-encoding" }
            .flatMap { $0.value.split(separator: ",") }
            .map { $0.filter { $0 != " " } }
            .filter { !$0.isEmpty && $0.lowercased() != "identity" }
        if names.isEmpty || body.isEmpty { return body }
        guard names.count <= maximumCodings else {
            throw failure(.badEncoding, "\(names.count) content codings one in another", head, request)
        }
        let limits = request.limits
        let limit = min(limits.bodyBytes, max(1_000_000, body.count * limits.decompressionRatio))
        var body = body
        for name in names.reversed() {
            guard let coding = ContentCoding(name: name) else {
                let message = "the server sent the content coding `\(name)`, which was not asked for"
                throw failure(.badEncoding, message, head, request)
            }
            do {
                body = try coding.decoded(body, limit: limit)
            } catch {
                throw failure(kind(of: error), "\(coding.rawValue): \(error)", head, request)
            }
        }
        return body
    }

    /// Nobody nests deeper in earnest.
    private static let maximumCodings = 3

    private static func kind(of error: CompressionError) -> FetchFailure.Kind {
        switch error {
        case .truncated: .truncated
        case .tooLarge: .tooLarge
        case .damaged, .unavailable: .badEncoding
        }
    }

    private static func failure(
        _ kind: FetchFailure.Kind, _ message: String, _ head: ResponseHead, _ request: Request
    ) -> FetchFailure {
        FetchFailure(kind: kind, address: request.address, status: head.status, message: message)
    }
}
