import Foundation
import SamplePortal
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// An HTTP client without a cache or cookies.
struct Visitor {
    let portal: SamplePortal

    struct Answer {
        let status: Int
        let bytes: Data
        let headers: [String: String]
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        let session = URLSession(configuration: configuration)
        defer { session.invalidateAndCancel() }
        var request = URLRequest(url: try #require(URL(string: portal.address + path)))
        request.cachePolicy = .reloadIgnoringLocalCacheData
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        let answer = try #require(response as? HTTPURLResponse)
        let fields = answer.allHeaderFields.map { ("\($0)".lowercased(), "\($1)") }
        return Answer(status: answer.statusCode, bytes: data, headers: Dictionary(fields) { $1 })
    }
}
