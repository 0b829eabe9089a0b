import Compression
import Model

/// Undoes the content codings of a response, outermost first (RFC 9110, section 8.4).
enum ContentDecoder {
    static func decoded(_ response: RawResponse, request: Request) throws(FetchFailure) -> [UInt8] {
        let codings = response.headers.filter { $0.name.lowercased() == "content-encoding" }
            .flatMap { $0.value.split(separator: ",") }
            .map { $0.filter { $0 != " " }.lowercased() }
        var body = response.body
        if body.isEmpty { return body }
        guard codings.count <= maximumCodings else {
            throw FetchFailure(
                kind: .badEncoding, address: request.address, message: "\(codings.count) content codings one in another"
            )
        }
        let limits = request.limits
        let limit = min(limits.bodyBytes, max(1_000_000, body.count * limits.decompressionRatio))
        do {
            for coding in codings.reversed() {
                switch coding {
                case "gzip", "x-gzip": body = try Gzip.decompress(body, limit: limit)
                case "deflate": body = try Deflate.decompress(body, limit: limit)
                case "identity", "": break
                default:
                    throw FetchFailure(
                        kind: .badEncoding, address: request.address,
                        message: "the server sent the content coding `\(coding)`, which was not asked for")
                }
            }
        } catch let error as FetchFailure {
            throw error
        } catch {
            throw failure(error, request)
        }
        return body
    }

    /// Nobody nests deeper in earnest.
    private static let maximumCodings = 3

    private static func failure(_ error: any Error, _ request: Request) -> FetchFailure {
        let kind: FetchFailure.Kind =
            switch error as? CompressionError {
            case .truncated: .truncated
            case .tooLarge: .tooLarge
            default: .badEncoding
            }
        return FetchFailure(kind: kind, address: request.address, message: "\(error)")
    }
}
