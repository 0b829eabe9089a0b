import Foundation
import SamplePortal
import Testing

/// Every article can be found in exactly the way its part of the portal offers: feed, sitemap or listing.
struct DiscoveryPagesTests {
    private func visit(
        _ behaviour: Behaviour = .smooth, _ body: (SamplePortal, Visitor) async throws -> Void
    ) async throws {
        let portal = try await SamplePortal(behaviour: behaviour)
        try await body(portal, Visitor(portal: portal))
        await portal.stop()
    }

    private func addresses(_ portal: SamplePortal, _ layouts: Set<SampleArticle.Layout>) -> [String] {
        portal.articles.filter { layouts.contains($0.layout) }.map(\.address)
    }

    @Test func feedListsTheNewspaper() async throws {
        try await visit { portal, visitor in
            let feed = try await visitor.get("/rss/tin-moi.rss")
            #expect(feed.headers["content-type"] == "application/rss+xml; charset=utf-8")
            for address in addresses(portal, [.newspaper]) {
                #expect(feed.text.contains("<link>\(portal.address)\(address)</link>"))
            }
            #expect(feed.text.contains("<pubDate>Mon, 13 Jul 2026 08:00:00 +0700</pubDate>"))
        }
    }

    @Test func sitemapIndexHasAGzippedChild() async throws {
        try await visit { portal, visitor in
            let index = try await visitor.get("/sitemap.xml").text
            #expect(index.contains("<loc>\(portal.address)/sitemaps/cong-2024.xml.gz</loc>"))
            #expect(!index.contains("sinh.xml"))
            let child = try await visitor.get("/sitemaps/cong-2024.xml.gz")
            #expect(child.headers["content-encoding"] == nil)
            #expect(child.bytes.starts(with: [0x1F, 0x8B]))
            let plain = try await visitor.get("/sitemaps/cong-2026.xml").text
            #expect(plain.contains("xa-gia-loc-quy-i-2026"))
        }
    }

    @Test func listingPagesLeadToEachOther() async throws {
        try await visit { portal, visitor in
            var seen = ""
            var page = 1
            while true {
                let answer = try await visitor.get("/ban-tin/?trang=\(page)")
                try #require(answer.status == 200)
                seen += answer.text
                guard answer.text.contains("rel=\"next\" href=\"/ban-tin/?trang=\(page + 1)\"") else { break }
                page += 1
            }
            #expect(page >= 2)
            for address in addresses(portal, [.plain, .aspx]) { #expect(seen.contains("href=\"\(address)\"")) }
            #expect(seen.contains("href=\"/noi-bo/"))
            #expect(try await visitor.get("/ban-tin/?trang=\(page + 1)").status == 404)
        }
    }

    @Test func robotsForbidsTheInternalPages() async throws {
        try await visit { portal, visitor in
            let robots = try await visitor.get("/robots.txt").text
            #expect(robots.contains("Disallow: /noi-bo/"))
            #expect(robots.contains("Sitemap: \(portal.address)/sitemap.xml"))
        }
    }

    @Test func generatedArticlesAreTheSameEachTime() async throws {
        var pages: [[String]] = []
        for _ in 0..<2 {
            try await visit(Behaviour(slowness: .zero, failures: false, generatedPages: 40)) { portal, visitor in
                let sitemap = try await visitor.get("/sitemaps/sinh.xml").text
                #expect(sitemap.components(separatedBy: "<loc>").count == 41)
                var texts: [String] = []
                for number in [1, 2, 3, 40] {
                    let answer = try await visitor.get("/sinh/\(number).html")
                    #expect(answer.status == 200)
                    texts.append(answer.text.replacingOccurrences(of: ":\(portal.port)", with: ""))
                }
                pages.append(texts)
                #expect(try await visitor.get("/sinh/41.html").status == 404)
                #expect(try await visitor.get("/sinh/01.html").status == 404)
            }
        }
        let areSame = pages.first == pages.last
        #expect(areSame)
    }
}
