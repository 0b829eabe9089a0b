import FlyingFox
import Model
import Testing
import Transport

@Suite struct PolitenessTests {
    private func transport() throws -> Transport {
        try Transport(
            settings: TransportSettings(
                userAgent: "ChiSo-test/1", allowedNetworks: [try #require(NetworkRange("127.0.0.0/8"))],
                now: { Timestamp(seconds: 0) }))
    }

    @Test func requestsToOneHostKeepTheirDistance() async throws {
        let server = try await LoopbackServer { _ in HTTPResponse(statusCode: .ok) }
        let transport = try transport()
        let address = try #require(WebAddress(server.address))
        let policy = HostPolicy(delay: .milliseconds(60))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { _ = try? await transport.exchange(Request(address: address), policy: policy) }
            }
        }
        let arrivals = server.arrivals
        #expect(arrivals.count == 4)
        for (first, second) in zip(arrivals, arrivals.dropFirst()) {
            #expect(second - first >= .milliseconds(60))
        }
        await server.stop()
    }

    @Test func theFirstRequestDoesNotWait() async throws {
        let server = try await LoopbackServer { _ in HTTPResponse(statusCode: .ok) }
        let address = try #require(WebAddress(server.address))
        let began = ContinuousClock.now
        _ = try await transport().exchange(Request(address: address), policy: HostPolicy(delay: .seconds(30)))
        #expect(ContinuousClock.now - began < .seconds(10))
        await server.stop()
    }
}

@Suite struct RetryPolicyTests {
    private let policy = RetryPolicy(retries: 2, fraction: { 0.5 })
    private let now = Timestamp(seconds: 1_715_848_260)

    @Test(arguments: [200, 304, 404, 403, 410])
    func aFinalStatusStands(status: Int) {
        #expect(policy.decision(on: .response(status: status, retryAfter: nil), attempt: 1, now: now) == .accept)
    }

    @Test(arguments: [429, 500, 502, 503, 504])
    func aPassingStatusIsTriedAgainAndPausesGrow(status: Int) {
        let answer = RetryPolicy.Answer.response(status: status, retryAfter: nil)
        #expect(policy.decision(on: answer, attempt: 1, now: now) == .retry(after: .milliseconds(500)))
        #expect(policy.decision(on: answer, attempt: 2, now: now) == .retry(after: .seconds(1)))
        #expect(policy.decision(on: answer, attempt: 3, now: now) == .giveUp)
    }

    @Test func retryAfterIsAMinimum() {
        let answer = RetryPolicy.Answer.response(status: 503, retryAfter: "7")
        #expect(policy.decision(on: answer, attempt: 1, now: now) == .retry(after: .seconds(7)))
    }

    @Test func retryAfterMayBeADate() {
        let answer = RetryPolicy.Answer.response(status: 503, retryAfter: "Thu, 16 May 2024 08:31:30 GMT")
        #expect(policy.decision(on: answer, attempt: 1, now: now) == .retry(after: .seconds(30)))
    }

    @Test(arguments: ["Thursday, 16-May-24 08:31:30 GMT", "Thu May 16 08:31:30 2024"])
    func olderFormsOfADateAreRead(text: String) {
        let answer = RetryPolicy.Answer.response(status: 503, retryAfter: text)
        #expect(policy.decision(on: answer, attempt: 1, now: now) == .retry(after: .seconds(30)))
    }

    @Test func aNumberBeyondEveryIntegerIsALongPause() {
        let answer = RetryPolicy.Answer.response(status: 503, retryAfter: "99999999999999999999999")
        guard case .deferUntil = policy.decision(on: answer, attempt: 1, now: now) else {
            Issue.record("the page is not put off")
            return
        }
    }

    @Test(arguments: ["soon", "-5", "", "Thu, 99 May 2024 08:31:30 GMT", "Thu, 16 May 2024 08:20:00 GMT"])
    func whatIsNoTimeToComeIsNoMinimum(text: String) {
        let answer = RetryPolicy.Answer.response(status: 503, retryAfter: text)
        #expect(policy.decision(on: answer, attempt: 1, now: now) == .retry(after: .milliseconds(500)))
    }

    @Test func aLongRetryAfterPutsThePageOff() {
        let answer = RetryPolicy.Answer.response(status: 429, retryAfter: "3600")
        #expect(
            policy.decision(on: answer, attempt: 1, now: now) == .deferUntil(Timestamp(seconds: now.seconds + 3_600)))
    }

    @Test func aFailureThatCannotPassStands() throws {
        let address = try #require(WebAddress("http://example.vn/"))
        let failure = FetchFailure(kind: .forbiddenAddress, address: address, message: "")
        #expect(policy.decision(on: .failure(failure), attempt: 1, now: now) == .accept)
    }
}
