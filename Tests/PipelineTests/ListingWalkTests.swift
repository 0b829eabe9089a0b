import Configuration
import Discovery
import Model
import Testing

@testable import Pipeline

/// Which pages of a listing are asked for, and when that ends.
@Suite struct ListingWalkTests {
    private func listing(
        reading: ListingConfiguration.Reading = .found, template: String? = nil, body: String? = nil, pages: Int = 5,
        known: Int = 3, before: String? = nil
    ) throws -> ListingConfiguration {
        ListingConfiguration(
            address: try #require(WebAddress("https://tinh.example.vn/tin")), pageTemplate: template,
            maximumPages: pages, reading: reading, next: nil, body: body, bodyType: "application/json",
            stopAfterKnown: known, stopBefore: before.flatMap { CivilDate(iso: $0) })
    }

    private static func page(_ walk: inout ListingWalk) throws -> ListingWalk.Page {
        let page = walk.next()
        return try #require(page)
    }

    private var json: ListingConfiguration.Reading {
        .json(items: nil, link: JSONPath("u"), template: nil, title: nil, date: JSONPath("d"))
    }

    private func capture(_ page: ListingWalk.Page, _ body: String) -> Capture {
        Capture(
            address: page.address, fetched: Timestamp(seconds: 1_715_821_200, offsetMinutes: 420),
            statusLine: "HTTP/1.1 200 OK", status: 200, headers: [], body: Array(body.utf8), requested: page.address)
    }

    @Test func fillsTheNumberIntoATemplateAndABody() throws {
        var walk = ListingWalk(
            try listing(reading: json, template: "https://tinh.example.vn/tin?trang={page}", pages: 3), mayStop: false)
        var asked: [String] = []
        while let page = walk.next() {
            asked.append(page.address.pathAndQuery)
            _ = try walk.take(capture(page, #"[{"u": "/a\#(asked.count)"}]"#))
        }
        #expect(asked == ["/tin", "/tin?trang=2", "/tin?trang=3"])
        #expect(walk.isFinished)

        var posts = ListingWalk(try listing(reading: json, body: #"{"trang": {page}}"#, pages: 2), mayStop: false)
        var sent: [String] = []
        while let page = posts.next() {
            sent.append(String(decoding: page.content?.bytes ?? [], as: UTF8.self))
            _ = try posts.take(capture(page, #"[{"u": "/b"}]"#))
        }
        #expect(sent == [#"{"trang": 1}"#, #"{"trang": 2}"#])
    }

    @Test func stopsWhereEverythingIsKnownOrOld() throws {
        let template = "https://tinh.example.vn/tin?trang={page}"
        var walk = ListingWalk(try listing(reading: json, template: template, known: 2), mayStop: true)
        let first = try Self.page(&walk)
        _ = try walk.take(capture(first, #"[{"u": "/a"}, {"u": "/b"}]"#))
        walk.known = 2
        #expect(walk.next() == nil)

        var eager = ListingWalk(try listing(reading: json, template: template, known: 2), mayStop: false)
        let only = try Self.page(&eager)
        _ = try eager.take(capture(only, #"[{"u": "/a"}]"#))
        eager.known = 2
        #expect(eager.next() != nil)

        var dated = ListingWalk(try listing(reading: json, template: template, before: "2024-01-01"), mayStop: false)
        let old = try Self.page(&dated)
        _ = try dated.take(capture(old, #"[{"u": "/a", "d": "2023-12-31"}]"#))
        #expect(dated.next() == nil)
    }

    @Test func aPageThatNeverCameLeavesTheWalkUnfinished() throws {
        var walk = ListingWalk(try listing(), mayStop: false)
        _ = walk.next()
        #expect(!walk.isFinished)
    }

    @Test func anEmptyFirstPageIsTrouble() throws {
        var walk = ListingWalk(try listing(), mayStop: false)
        let page = try Self.page(&walk)
        #expect(throws: DiscoveryError.self) { try walk.take(capture(page, "<p>Không có tin</p>")) }
    }
}
