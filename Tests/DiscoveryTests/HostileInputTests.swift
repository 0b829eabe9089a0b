import Discovery
import Model
import TestSupport
import Testing

/// Whatever a server sends, the readers of discovery answer or throw.
struct HostileInputTests {
    private static let samples: [String] = [
        """
        <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY x "y">]><rss version="2.0"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Báo &amp; chí &x;</title><link>/</link><item>
        <title><![CDATA[Một <b>cửa</b>]]></title><guid>https://h.vn/1</guid><dc:date>2024-05-16T08:31:00+07:00</dc:date>
        <description>&lt;a href="x"&gt;</description></item></channel></rss>
        """,
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="a/"><entry><content type="xhtml"><div>x<br/></div></content>
        <link href="1"/><updated>2024-05-16</updated><author><name>An</name></author></entry></feed>
        """,
        #"{"items":[{"id":1,"url":"/a","date_published":"2024-05-16T15:31:00+07:00","authors":[{"name":"A"}]}]}"#,
        "<urlset><url><loc>https://h.vn/1</loc><lastmod>2024-05-16</lastmod></url></urlset>",
        "User-agent: *\nDisallow: /*/a$\nAllow: /b%2f\nCrawl-delay: 1.5\nSitemap: https://h.vn/s.xml\n",
    ]

    @Test func mutatedAndRandomBytesNeverEndTheProgram() throws {
        let base = try #require(WebAddress("https://h.vn/"))
        var generator = SeededGenerator(seed: 3)
        for round in 0..<4_000 {
            var bytes = Array(HostileInputTests.samples[round % HostileInputTests.samples.count].utf8)
            for _ in 0..<Int.random(in: 1...8, using: &generator) { mutate(&bytes, &generator) }
            _ = try? FeedParser.parse(bytes, base: base, contentType: nil)
            _ = try? SitemapParser.parse(bytes, base: base)
            let rules = RobotsRules(parsing: bytes)
            _ = rules.verdict(for: base, product: "chiso")
            _ = rules.crawlDelay(product: "chiso")
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.removeLast(bytes.count - place)
        case 3:
            let end = Int.random(in: place...bytes.count, using: &generator)
            bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        default: bytes.insert("<>&;\"'=/]![-?{}[]:\0".utf8.randomElement(using: &generator) ?? 0, at: place)
        }
    }

    @Test(.timeLimit(.minutes(1))) func manyWildcardsTakeTimeInProportion() {
        let stars = String(repeating: "*a", count: 5_000)
        let rules = RobotsRules(parsing: Array("User-agent: *\nDisallow: /\(stars)$\n".utf8))
        let path = "/" + String(repeating: "a", count: 4_000)
        for _ in 0..<20 { #expect(rules.verdict(forPath: path, product: "chiso").allowed) }
    }
}
