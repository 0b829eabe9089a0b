import Discovery
import Model
import Testing

struct SitemapWalkTests {
    private let site = "https://tinh.gov.vn"

    /// Walks through files by name and returns the paths that were asked for and the pages that were found.
    private func walk(_ files: [String: String], from start: String) throws -> (asked: [String], pages: [String]) {
        var walk = SitemapWalk(from: [try #require(WebAddress(site + start))])
        var (asked, pages): ([String], [String]) = ([], [])
        while let address = walk.next() {
            asked.append(address.path)
            guard let file = files[address.path] else { continue }
            pages += (try walk.take(Array(file.utf8), at: address) ?? []).map(\.address.path)
        }
        return (asked, pages)
    }

    private func index(_ names: String...) -> String {
        "<sitemapindex>" + names.map { "<sitemap><loc>\(site)\($0)</loc></sitemap>" }.joined() + "</sitemapindex>"
    }

    private func pages(_ names: String...) -> String {
        "<urlset>" + names.map { "<url><loc>\(site)\($0)</loc></url>" }.joined() + "</urlset>"
    }

    @Test func readsTheFilesOfAnIndexInOrder() throws {
        let found = try walk(["/i": index("/b", "/a"), "/a": pages("/1"), "/b": pages("/2", "/3")], from: "/i")
        #expect(found.asked == ["/i", "/b", "/a"])
        #expect(found.pages == ["/2", "/3", "/1"])
    }

    @Test func comesToAnEndWhereFilesNameEachOther() throws {
        let found = try walk(["/a": index("/b", "/a"), "/b": index("/a", "/c"), "/c": pages("/1")], from: "/a")
        #expect(found.asked == ["/a", "/b", "/c"])
        #expect(found.pages == ["/1"])
    }

    @Test func doesNotGoDownForEver() throws {
        var files: [String: String] = [:]
        for level in 0..<100 { files["/\(level)"] = index("/\(level + 1)") }
        #expect(try walk(files, from: "/0").asked.count < 10)
    }

    @Test func boundsTheNumberOfFiles() throws {
        let names = (0..<5_000).map { "<sitemap><loc>\(site)/\($0)</loc></sitemap>" }.joined()
        #expect(try walk(["/i": "<sitemapindex>\(names)</sitemapindex>"], from: "/i").asked.count <= 1_000)
    }

    @Test func doesNotReadTheTargetOfARedirectTwice() throws {
        let first = try #require(WebAddress(site + "/a"))
        var walk = SitemapWalk(from: [first])
        let other = try #require(WebAddress(site + "/b"))
        let next = walk.next()
        #expect(next == first)
        let areNew = [first, other, other].map { walk.follow(to: $0) }
        #expect(areNew == [false, true, false])
    }

    @Test func readsLinesOfText() throws {
        let found = try walk(["/t": "\u{FEFF}\n\(site)/1\r\n\n  \(site)/2  \nnonsense\n"], from: "/t")
        #expect(found.pages == ["/1", "/2"])
    }

    @Test func refusesWhatIsNoSitemap() throws {
        let address = try #require(WebAddress(site))
        for text in ["", "Not found", "<html><body>x</body></html>", "\u{1F}\u{8B}\u{8}broken"] {
            var walk = SitemapWalk(from: [address])
            #expect(throws: DiscoveryError.self) { try walk.take(Array(text.utf8), at: address) }
        }
    }

    @Test func filesKnownToBeUnchangedAreNotAskedFor() throws {
        let start = try #require(WebAddress(site + "/i"))
        var walk = SitemapWalk(from: [start])
        _ = walk.next()
        let index = """
            <sitemapindex><sitemap><loc>/old</loc><lastmod>2024-05-15T00:00:00Z</lastmod></sitemap>
            <sitemap><loc>/day</loc><lastmod>2024-05-16</lastmod></sitemap><sitemap><loc>/none</loc></sitemap></sitemapindex>
            """
        let read = Timestamp(seconds: 1_715_860_800)  // 2024-05-16T12:00:00Z
        let pages = try walk.take(Array(index.utf8), at: start) { ($0.latestModified.map { $0 < read }) ?? false }
        #expect(pages == nil)
        var rest: [String] = []
        while let next = walk.next() { rest.append(next.path) }
        #expect(rest == ["/day", "/none"])
    }

    @Test func theNewsExtensionTellsTitleAndTime() throws {
        let start = try #require(WebAddress(site + "/n"))
        var walk = SitemapWalk(from: [start])
        _ = walk.next()
        let news = """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
            xmlns:i="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>/1</loc><i:image><i:loc>/1.jpg</i:loc></i:image>
            <n:news><n:publication><n:name>Báo</n:name></n:publication><n:publication_date>2024-05-16T08:31:00+07:00</n:publication_date>
            <n:title>Một cửa</n:title></n:news></url><url><loc>/2</loc><i:image><i:title>Ảnh</i:title></i:image></url></urlset>
            """
        let pages = try #require(try walk.take(Array(news.utf8), at: start))
        #expect(pages.map(\.address.path) == ["/1", "/2"])
        #expect(pages.map(\.title) == ["Một cửa", nil])
        #expect(pages.map { $0.published?.utc } == ["2024-05-16T01:31:00Z", nil])
    }
}
