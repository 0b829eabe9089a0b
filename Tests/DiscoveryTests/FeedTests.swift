import Compression
import Discovery
import Markup
import Model
import Testing

@Suite struct FeedTests {
    private let base = WebAddress("https://h.vn/rss/tin.rss")

    private func feed(_ text: String) throws -> Feed {
        try FeedParser.parse(Array(text.utf8), base: try #require(base), contentType: "text/xml")
    }

    @Test func rss() throws {
        let feed = try feed(
            """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Báo</title><link>https://h.vn/</link>
            <item><title>Một &amp;amp; cửa</title><link>/tin-1.html</link><pubDate>Thu, 16 May 2024 15:31:00 +0700</pubDate></item>
            <item><title><![CDATA[Hai <b>cấp</b>]]></title><guid>https://h.vn/tin-2.html</guid><pubDate>16/05/2024 08:00</pubDate></item>
            </channel></rss>
            """)
        #expect(feed.title?.plain == "Báo")
        #expect(feed.entries.map(\.link) == ["https://h.vn/tin-1.html", "https://h.vn/tin-2.html"])
        #expect(feed.entries.map { $0.title?.plain } == ["Một & cửa", "Hai cấp"])
        #expect(feed.entries.map { $0.published?.utc } == ["2024-05-16T08:31:00Z", "2024-05-16T01:00:00Z"])
    }

    @Test func atomWithBaseAndSeveralLinks() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://k.vn/"><title>T</title><entry><title>A</title>
            <link rel="self" href="x.xml"/><link href="bai/1"/><updated>2024-05-16T08:31:00Z</updated></entry></feed>
            """)
        #expect(feed.entries.first?.link == "https://k.vn/bai/1")
        #expect(feed.entries.first?.updated?.utc == "2024-05-16T08:31:00Z")
    }

    @Test func rdfAndJSON() throws {
        let rdf = try feed(
            "<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>T</title></channel><item><title>A</title><link>http://h.vn/a</link><dc:date>2024-05-16</dc:date></item></rdf:RDF>"
        )
        #expect(rdf.entries.first?.link == "http://h.vn/a")
        let json = try feed(
            #"{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/a","title":"A","date_published":"2024-05-16T15:31:00+07:00"}]}"#
        )
        #expect(json.entries.first?.link == "https://h.vn/a")
        #expect(json.entries.first?.published?.utc == "2024-05-16T08:31:00Z")
    }

    @Test func entitiesOfHTMLAndBareAmpersands() throws {
        let feed = try feed(
            """
            <rss><channel><title>Báo&nbsp;chí</title><item><title>Sở &amp; ngành &ndash; A&B</title>
            <link>http://h.vn/?a=1&b=2&copy=3</link><description><![CDATA[x & y &nbsp;]]></description></item></channel></rss>
            """)
        #expect(feed.title?.plain == "Báo chí")
        #expect(feed.entries.first?.title?.plain == "Sở & ngành – A&B")
        #expect(feed.entries.first?.link == "http://h.vn/?a=1&b=2&copy=3")
        #expect(feed.entries.first?.summary?.value == "x & y &nbsp;")
    }

    @Test func ampersandsInAttributes() throws {
        let feed = try feed(#"<feed><entry><link href="/?a=1&amp;b=2&lt;&c=3"/></entry></feed>"#)
        #expect(feed.entries.first?.link == "https://h.vn/?a=1&b=2%3C&c=3")
    }

    @Test(.timeLimit(.minutes(1))) func declaredEntitiesNeitherExplodeNorAreLoaded() throws {
        let levels = (1...30).map { "<!ENTITY e\($0) '&e\($0 - 1);&e\($0 - 1);'>" }.joined()
        let feed = try feed(
            """
            <!DOCTYPE rss [<!ENTITY e0 'ha'>\(levels)<!ENTITY f SYSTEM 'file:///etc/passwd'>]>
            <rss><channel><item><title>a &e30; &f; b</title><link>/1</link></item></channel></rss>
            """)
        #expect((feed.entries.first?.title?.value.utf8.count ?? 0) < 100)
        #expect(feed.entries.first?.title?.value.contains("root") != true)
    }

    @Test func atomTextOfEveryKind() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><subtitle>Phụ đề</subtitle><id>tag:h.vn,1</id>
            <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Một <b>cửa</b></div></title>
            <content>Nội dung</content><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a &lt; <i>b</i></div></summary>
            <link href="/1"/><link rel="alternate" href="/2"/><author><name>An</name><email>an@h.vn</email></author>
            <published>2024-05-16T08:31:00Z</published></entry>
            <entry><title type="text">a &lt;b&gt; c</title><summary type="application/octet-stream">Y+G6o2k=</summary></entry></feed>
            """)
        #expect(feed.description?.plain == "Phụ đề" && feed.id == "tag:h.vn,1")
        #expect(feed.entries.map { $0.title?.plain } == ["Một cửa", "a <b> c"])
        #expect(feed.entries.map { $0.summary?.value } == ["a &lt; <i>b</i>", "cải"])
        #expect(feed.entries.first?.link == "https://h.vn/1")
        #expect(feed.entries.first?.author == "An (an@h.vn)")
    }

    @Test func aMemberOfAWrongTypeCostsNoFeed() throws {
        let feed = try feed(
            #"{"title":7,"items":[3,{"id":5,"url":"/a","title":null,"authors":[{"name":"An"}]},{"url":{}}]}"#)
        #expect(feed.entries.map(\.link) == ["https://h.vn/a", nil])
        #expect(feed.entries.first?.id == "5" && feed.entries.first?.author == "An")
    }

    @Test func noDamageEndsTheProgram() throws {
        let whole = Array(
            "<rss><channel><title>a&nbsp;b</title><item><title>x<b>y</b></title><link>/1</link></item></channel></rss>"
                .utf8)
        let address = try #require(base)
        for cut in 0..<whole.count {
            _ = try? FeedParser.parse(Array(whole[..<cut]), base: address, contentType: nil)
            var damaged = whole
            damaged[cut] = UInt8(ascii: cut % 2 == 0 ? "&" : "<")
            _ = try? FeedParser.parse(damaged, base: address, contentType: nil)
        }
    }

    @Test func aTruncatedFeedGivesWhatIsWhole() throws {
        let feed = try feed("<rss><channel><item><link>http://h.vn/1</link></item><item><link>http://h.vn/2</li")
        #expect(feed.entries.first?.link == "http://h.vn/1")
    }

    @Test(arguments: ["<html><body>Không tìm thấy</body></html>", "không phải", "{}", ""])
    func whatIsNoFeedIsAnError(text: String) { #expect(throws: DiscoveryError.self) { try feed(text) } }
}

@Suite struct SitemapTests {
    private func parse(_ bytes: [UInt8]) throws -> SitemapContent {
        try SitemapParser.parse(bytes, base: try #require(WebAddress("https://h.vn/sitemap.xml")))
    }

    private let urls = """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="i"><url><loc> https://h.vn/1 </loc><lastmod>2024-05-16</lastmod>
        <image:image><image:loc>https://h.vn/anh.jpg</image:loc></image:image></url><url><loc>/2</loc></url></urlset>
        """

    @Test func addressesWithoutPictures() throws {
        guard case .addresses(let entries) = try parse(Array(urls.utf8)) else { throw DiscoveryError("no addresses") }
        #expect(entries.map(\.address.text) == ["https://h.vn/1", "https://h.vn/2"])
        #expect(entries.first?.modified?.vietnamDate.description == "2024-05-16")
    }

    @Test func gzippedIsTheSame() throws {
        #expect(try parse(Gzip.compress(Array(urls.utf8))) == parse(Array(urls.utf8)))
    }

    @Test func aGzippedBombIsRefused() throws {
        let bomb = Gzip.compress([UInt8](repeating: UInt8(ascii: " "), count: 5_000_000))
        let base = try #require(WebAddress("https://h.vn/sitemap.xml.gz"))
        #expect(throws: DiscoveryError.self) { try SitemapParser.parse(bomb, base: base, limit: 1_000_000) }
    }

    @Test func aByteOrderMarkDoesNotHideTheFirstAddress() throws {
        guard case .addresses(let lines) = try parse(Array("\u{FEFF}https://h.vn/1\nhttps://h.vn/2".utf8)) else {
            throw DiscoveryError("no lines")
        }
        #expect(lines.count == 2)
    }

    @Test func indexTextAndMistakes() throws {
        let index = "<sitemapindex><sitemap><loc>https://h.vn/a.xml</loc></sitemap></sitemapindex>"
        guard case .index(let children) = try parse(Array(index.utf8)) else { throw DiscoveryError("no index") }
        #expect(children.count == 1)
        guard case .addresses(let lines) = try parse(Array("https://h.vn/1\nhttps://h.vn/2\n".utf8)) else {
            throw DiscoveryError("no lines")
        }
        #expect(lines.count == 2)
        #expect(throws: DiscoveryError.self) { try parse(Array("<html></html>".utf8)) }
    }
}

@Suite struct ListingTests {
    private let page = """
        <div class=tin><a class=anh href='/1.html'><img></a><a class=t href='/1.html'>Một cửa</a><span>(16/05/2024 15:31)</span></div>
        <div class=tin><a class=t href='2.html?utm=1'>Hai cấp</a></div><div class=qc><a href='/qc'>Quảng cáo</a></div>
        <a class=sau href='?trang=2'>Trang sau</a>
        """

    @Test func itemsBySelector() throws {
        let rules = ListingRules(
            items: try Selector(parsing: "div.tin"), link: try Selector(parsing: "a.t"), title: nil,
            date: try Selector(parsing: "span"), next: try Selector(parsing: "a.sau"))
        let base = try #require(WebAddress("https://h.vn/ban-tin/"))
        let listing = ListingParser.parse(
            Array(page.utf8), base: base, contentType: "text/html; charset=utf-8", rules: rules)
        #expect(listing.entries.map(\.address.text) == ["https://h.vn/1.html", "https://h.vn/ban-tin/2.html?utm=1"])
        #expect(listing.entries.map(\.title) == ["Một cửa", "Hai cấp"])
        #expect(listing.entries.first?.published?.utc == "2024-05-16T08:31:00Z")
        #expect(listing.next?.text == "https://h.vn/ban-tin/?trang=2")
    }

    @Test func filters() throws {
        let filter = try CandidateFilter(hosts: ["h.vn"], include: [#"-\d+\.html$"#], exclude: ["^/video/"])
        for (text, expected) in [
            ("https://h.vn/tin-1.html", true), ("https://www.h.vn/tin-1.html", true),
            ("https://k.vn/tin-1.html", false),
            ("https://h.vn/tin.html", false), ("https://h.vn/video/tin-1.html", false),
        ] { #expect(filter.accepts(try #require(WebAddress(text))) == expected, "\(text)") }
        #expect(throws: DiscoveryError.self) { try CandidateFilter(hosts: [], include: ["("], exclude: []) }
    }
}
