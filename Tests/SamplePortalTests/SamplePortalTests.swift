import Foundation
import SamplePortal
import Testing

struct SamplePortalTests {
    private static let reference = "/ban-tin/tam-duong-bao-cao-doan-giam-sat.htm"
    private static let twice = "/chuyen-doi-so/gia-loc-day-nhanh-so-hoa-ho-so-20240514.html"

    private func visit(
        _ behaviour: Behaviour = .smooth, _ body: (SamplePortal, Visitor) async throws -> Void
    ) async throws {
        let portal = try await SamplePortal(behaviour: behaviour)
        try await body(portal, Visitor(portal: portal))
        await portal.stop()
    }

    @Test func servesEveryArticleWithItsTextInEveryLayout() async throws {
        try await visit { portal, visitor in
            let shown = portal.articles.filter { $0.trouble != .gone }
            #expect(shown.count >= 18)
            #expect(Set(shown.map(\.layout)) == Set(SampleArticle.Layout.allCases))
            for article in shown where article.encoding == .utf8 {
                let answer = try await visitor.get(article.address)
                #expect(answer.status == 200, "\(article.address)")
                let pieces = [article.title, article.lead, article.published.date] + article.paragraphs
                for piece in pieces {
                    let escaped = piece.replacingOccurrences(of: "\"", with: "&quot;")
                        .replacingOccurrences(of: "'", with: "&#39;")
                    #expect(answer.text.contains(escaped), "\(article.address) lacks: \(piece)")
                }
            }
        }
    }

    @Test func weekdayStandsBeforeTheDateOfThePlainLayout() async throws {
        try await visit { _, visitor in
            let page = try await visitor.get(Self.reference).text
            #expect(page.contains("Thứ Năm, 16/05/2024 15:31 (GMT+7)"))
        }
    }

    @Test func encodesOnePageAsLettersWithCombiningTones() async throws {
        try await visit { portal, visitor in
            let article = try #require(portal.articles.first { $0.encoding == .windows1258 })
            let answer = try await visitor.get(article.address)
            #expect(answer.headers["content-type"] == "text/html")
            // "Đồng Văn": đ, ô with a grave tone after it, ă.
            let name: [UInt8] = [0xD0, 0xF4, 0xCC, 0x6E, 0x67, 0x20, 0x56, 0xE3, 0x6E]
            #expect(answer.bytes.range(of: Data(name)) != nil)
            #expect(answer.text.contains("charset=windows-1258"))
            #expect(!answer.text.contains("&#7"))
        }
    }

    @Test func answersNotModifiedUntilAnArticleIsEdited() async throws {
        try await visit { portal, visitor in
            let first = try await visitor.get(Self.reference)
            let tag = try #require(first.headers["etag"])
            let changed = try #require(first.headers["last-modified"])
            #expect(changed == "Thu, 16 May 2024 08:31:00 GMT")
            #expect(try await visitor.get(Self.reference, headers: ["If-None-Match": tag]).status == 304)
            #expect(try await visitor.get(Self.reference, headers: ["If-Modified-Since": changed]).status == 304)

            try portal.edit(articleAt: Self.reference, replacing: "12.285", with: "12.385")
            let second = try await visitor.get(Self.reference, headers: ["If-None-Match": tag])
            #expect(second.status == 200)
            #expect(second.text.contains("12.385 lượt người"))
            #expect(second.headers["etag"] != tag)
            #expect(second.headers["last-modified"] == "Thu, 16 May 2024 08:32:00 GMT")
            #expect(portal.requests.map(\.isConditional) == [false, true, true, true])
            #expect(portal.requests.map(\.status) == [200, 304, 304, 200])
        }
    }

    @Test func refusesAnEditThatChangesNothing() async throws {
        try await visit { portal, _ in
            #expect(throws: PortalError.noArticle(at: "/x")) {
                try portal.edit(articleAt: "/x", replacing: "a", with: "b")
            }
            #expect(throws: PortalError.noText("không có", at: Self.reference)) {
                try portal.edit(articleAt: Self.reference, replacing: "không có", with: "b")
            }
        }
    }

    @Test func secondAddressNamesTheFirstAsCanonical() async throws {
        try await visit { portal, visitor in
            let article = try #require(portal.articles.first { $0.address == Self.twice })
            let second = try #require(article.alternateAddress)
            let canonical = "<link rel=\"canonical\" href=\"\(portal.address)\(Self.twice)\">"
            #expect(try await visitor.get(second).text.contains(canonical))
            #expect(try await visitor.get(Self.twice).text.contains(canonical))
        }
    }

    @Test func hasItsTroubles() async throws {
        try await visit(Behaviour(slowness: .milliseconds(200))) { portal, visitor in
            let failing = try #require(portal.articles.first { $0.trouble == .failsOnce })
            #expect(try await visitor.get(failing.address).status == 500)
            #expect(try await visitor.get(failing.address).status == 200)
            let gone = try #require(portal.articles.first { $0.trouble == .gone })
            #expect(try await visitor.get(gone.address).status == 404)
            #expect(try await visitor.get("/rss/tin-moi.rss").text.contains(gone.address))
            let slow = try #require(portal.articles.first { $0.trouble == .slow })
            let start = ContinuousClock.now
            #expect(try await visitor.get(slow.address).status == 200)
            #expect(ContinuousClock.now - start >= .milliseconds(200))
        }
    }

    @Test func twoPortalsDoNotShareAPort() async throws {
        try await visit { portal, _ in
            await #expect(throws: PortalError.self) { _ = try await SamplePortal(port: portal.port) }
        }
    }
}
