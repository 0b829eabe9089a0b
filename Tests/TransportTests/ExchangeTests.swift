import Compression
import FlyingFox
import Foundation
import Model
import Testing
import Transport

@Suite struct ExchangeTests {
    private static let loopback = [NetworkRange("127.0.0.0/8")].compactMap { $0 }
    private static let hurry = HostPolicy(delay: .zero)

    private func transport(allowing networks: [NetworkRange] = loopback) throws -> Transport {
        try Transport(
            settings: TransportSettings(
                userAgent: "ChiSo-test/1 (+http://127.0.0.1/)", from: "test@example.vn", allowedNetworks: networks,
                now: { Timestamp(seconds: 1_715_848_260) }))
    }

    /// The outcome of one request to a server that answers as given.
    private func outcome(
        limits: TransferLimits = .standard, headers: [HeaderField] = [],
        _ answer: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse
    ) async throws -> Result<Capture, FetchFailure> {
        let server = try await LoopbackServer(answer)
        let address = try #require(WebAddress(server.address + "/tin?trang=2"))
        let transport = try transport()
        let request = Request(address: address, headers: headers, limits: limits)
        let result: Result<Capture, FetchFailure>
        do {
            result = .success(try await transport.exchange(request, policy: Self.hurry))
        } catch {
            result = .failure(error)
        }
        await server.stop()
        return result
    }

    private func kind(_ result: Result<Capture, FetchFailure>) -> FetchFailure.Kind? {
        if case .failure(let failure) = result { failure.kind } else { nil }
    }

    @Test func aResponseComesWithStatusHeadersBodyAndTime() async throws {
        let capture = try await outcome { request in
            #expect(request.headers[HTTPHeader("User-Agent")] == "ChiSo-test/1 (+http://127.0.0.1/)")
            #expect(request.headers[HTTPHeader("From")] == "test@example.vn")
            #expect(request.query.first?.value == "2")
            return HTTPResponse(statusCode: .ok, headers: [.contentType: "text/html"], body: Data("chào".utf8))
        }.get()
        #expect(capture.status == 200)
        #expect(capture.statusLine.hasPrefix("HTTP/1.1 200"))
        #expect(capture.headers.first(named: "content-type") == "text/html")
        #expect(String(decoding: capture.body, as: UTF8.self) == "chào")
        #expect(capture.fetched.seconds == 1_715_848_260)
    }

    @Test(arguments: [301, 304, 404, 500])
    func everyStatusIsAResponseAndNothingIsFollowed(status: Int) async throws {
        let capture = try await outcome { _ in
            HTTPResponse(statusCode: HTTPStatusCode(status, phrase: "x"), headers: [HTTPHeader("Location"): "/khac"])
        }.get()
        #expect(capture.status == status)
    }

    @Test func validatorsArePassedOn() async throws {
        let capture = try await outcome(headers: [HeaderField("If-None-Match", "\"abc\"")]) { request in
            HTTPResponse(statusCode: request.headers[.ifNoneMatch] == "\"abc\"" ? .notModified : .ok)
        }.get()
        #expect(capture.status == 304)
    }

    @Test func compressedContentIsDecoded() async throws {
        let text = String(repeating: "hồ sơ ", count: 1_000)
        let capture = try await outcome { _ in
            HTTPResponse(
                statusCode: .ok, headers: [HTTPHeader("Content-Encoding"): "gzip"],
                body: Data(Gzip.compress(Array(text.utf8))))
        }.get()
        #expect(String(decoding: capture.body, as: UTF8.self) == text)
    }

    @Test func aCompressedBodyThatEndsEarlyIsAFailure() async throws {
        let whole = Gzip.compress(Array(String(repeating: "hồ sơ ", count: 1_000).utf8))
        let result = try await outcome { _ in
            HTTPResponse(
                statusCode: .ok, headers: [HTTPHeader("Content-Encoding"): "gzip"], body: Data(whole.dropLast(20)))
        }
        #expect(kind(result) == .truncated)
    }

    @Test func aBombIsAFailure() async throws {
        let bomb = Gzip.compress([UInt8](repeating: 0, count: 20_000_000))
        let result = try await outcome { _ in
            HTTPResponse(statusCode: .ok, headers: [HTTPHeader("Content-Encoding"): "gzip"], body: Data(bomb))
        }
        #expect(kind(result) == .tooLarge)
    }

    @Test func aCodingNobodyAskedForIsAFailure() async throws {
        let result = try await outcome { _ in
            HTTPResponse(statusCode: .ok, headers: [HTTPHeader("Content-Encoding"): "compress"], body: Data([1, 2, 3]))
        }
        #expect(kind(result) == .badEncoding)
    }

    @Test func aBodyBeyondTheLimitIsAFailure() async throws {
        var limits = TransferLimits.standard
        limits.bodyBytes = 1_000
        let result = try await outcome(limits: limits) { _ in
            HTTPResponse(statusCode: .ok, body: Data(count: 1_001))
        }
        #expect(kind(result) == .tooLarge)
    }

    @Test func aServerThatDoesNotAnswerIsATimeout() async throws {
        var limits = TransferLimits.standard
        limits.totalTimeout = .milliseconds(200)
        let result = try await outcome(limits: limits) { _ in
            try await Task.sleep(for: .seconds(2))
            return HTTPResponse(statusCode: .ok)
        }
        #expect(kind(result) == .timeout)
    }

    @Test func nobodyListeningIsAFailureThatMayPass() async throws {
        let address = try #require(WebAddress("http://127.0.0.1:9/"))
        let failure = await #expect(throws: FetchFailure.self) {
            try await transport().exchange(Request(address: address), policy: Self.hurry)
        }
        #expect(failure?.kind == .connect)
        #expect(failure?.isTransient == true)
    }

    @Test(arguments: [
        "127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost", "0",
    ])
    func noSpellingOfALocalAddressIsReached(host: String) async throws {
        let server = try await LoopbackServer { _ in HTTPResponse(statusCode: .ok) }
        let port = try #require(URL(string: server.address)?.port)
        let address = try #require(WebAddress("http://\(host):\(port)/"))
        let failure = await #expect(throws: FetchFailure.self) {
            try await transport(allowing: []).exchange(Request(address: address), policy: Self.hurry)
        }
        #expect(failure?.kind == .forbiddenAddress, "\(failure?.description ?? "")")
        #expect(server.arrivals.isEmpty)
        await server.stop()
    }

    @Test func cancellingATaskEndsItsTransfer() async throws {
        let server = try await LoopbackServer { _ in
            try await Task.sleep(for: .seconds(15))
            return HTTPResponse(statusCode: .ok)
        }
        let address = try #require(WebAddress(server.address))
        let transport = try transport()
        let began = ContinuousClock.now
        let task = Task { try await transport.exchange(Request(address: address), policy: Self.hurry) }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        await #expect(throws: FetchFailure.self) { try await task.value }
        #expect(ContinuousClock.now - began < .seconds(6))
        await server.stop()
    }

    @Test func afterTheEndOfTheTransportNothingHangs() async throws {
        let address = try #require(WebAddress("http://127.0.0.1:9/"))
        let transport = try transport()
        transport.shutDown()
        let failure = await #expect(throws: FetchFailure.self) {
            try await transport.exchange(Request(address: address), policy: Self.hurry)
        }
        #expect(failure?.kind == .cancelled)
    }

    @Test func shuttingDownEndsWhatIsRunning() async throws {
        let server = try await LoopbackServer { _ in
            try await Task.sleep(for: .seconds(5))
            return HTTPResponse(statusCode: .ok)
        }
        let address = try #require(WebAddress(server.address))
        let transport = try transport()
        let task = Task { try await transport.exchange(Request(address: address), policy: Self.hurry) }
        while server.arrivals.isEmpty { await Task.yield() }
        transport.shutDown()
        let failure = await #expect(throws: FetchFailure.self) { try await task.value }
        #expect(failure?.kind == .cancelled)
        await server.stop()
    }

    @Test func aFieldThatWouldEndItsLineIsNotSent() async throws {
        let hostile = [HeaderField("If-None-Match", "\"a\"\r\nX-Smuggled: 1"), HeaderField("Accept", "text/html")]
        _ = try await outcome(headers: hostile) { request in
            #expect(request.headers[HTTPHeader("X-Smuggled")] == nil)
            #expect(request.headers[HTTPHeader("If-None-Match")] == nil)
            #expect(request.headers[HTTPHeader("Accept")] == "text/html")
            return HTTPResponse(statusCode: .ok)
        }.get()
    }

    @Test func headersBeyondTheLimitAreAFailure() async throws {
        var limits = TransferLimits.standard
        limits.headerBytes = 1_000
        let result = try await outcome(limits: limits) { _ in
            HTTPResponse(
                statusCode: .ok, headers: HTTPHeaders([HTTPHeader("X-Long"): String(repeating: "x", count: 1_001)]))
        }
        #expect(kind(result) == .headersTooLarge)
    }
}
