import Compression
import Mustache

/// Makes every page of the portal from the articles as they are now.
struct PageMaker {
    let templates: MustacheLibrary
    let articles: [SampleArticle]
    let generated: GeneratedArticles
    /// The portal's own address as the client named it, without a slash at the end.
    let base: String

    private static let entriesPerListing = 3

    /// The page at an address (path and query); nil where there is none.
    func page(at address: String) -> Page? {
        switch address {
        case "/": page("home", ["entries": recent.map(\.teaserValues)])
        case "/robots.txt": robots
        case "/rss/tin-moi.rss": feed
        case "/sitemap.xml": sitemapIndex
        case "/sitemaps/cong-2024.xml.gz": compressedSitemap
        case "/sitemaps/cong-2026.xml": sitemap(portalEntries { $0 >= Self.merger })
        case "/sitemaps/sinh.xml" where generated.count > 0: generatedSitemap
        case "/ban-tin/", "/ban-tin": listing(1)
        default: listing(at: address) ?? articlePage(at: address)
        }
    }

    /// The article at an address, its own or its second one.
    func article(at address: String) -> SampleArticle? {
        articles.first { $0.address == address || $0.alternateAddress == address } ?? generated.article(at: address)
    }

    // MARK: Articles

    private func articlePage(at address: String) -> Page? {
        guard let article = article(at: address), article.trouble != .gone else { return nil }
        let page = ArticlePage(article: article, related: related(to: article), base: base)
        // An old server names no encoding in the header; the page's own meta element does.
        let type = article.encoding == .utf8 ? "text/html; charset=utf-8" : "text/html"
        return Page(body: page.bytes(templates), contentType: type, modified: article.modified)
    }

    /// The next three articles of the same layout.
    private func related(to article: SampleArticle) -> [SampleArticle] {
        let family = articles.filter { $0.layout == article.layout && $0.isPublic }
        guard let place = family.firstIndex(where: { $0.address == article.address }) else {
            return Array(family.prefix(3))
        }
        return (1...3).map { family[(place + $0) % family.count] }.filter { $0.address != article.address }
    }

    // MARK: Lists of articles

    private var recent: [SampleArticle] {
        articles.filter(\.isPublic).sorted { ($1.published, $0.address) < ($0.published, $1.address) }
    }

    /// The feed of the newspaper, with one article that has been taken down.
    private var feed: Page {
        let entries = articles.filter { $0.layout == .newspaper }.sorted { $1.published < $0.published }
        var page = page("rss", ["entries": entries.map(\.teaserValues)])
        page.contentType = "application/rss+xml; charset=utf-8"
        return page
    }

    private func listing(at address: String) -> Page? {
        let prefix = "/ban-tin/?trang="
        guard address.hasPrefix(prefix), let number = Int(address.dropFirst(prefix.count)) else { return nil }
        return listing(number)
    }

    /// A page of the bulletin, which has neither feed nor sitemap; it also shows the article that robots must not read.
    private func listing(_ number: Int) -> Page? {
        let entries = articles.filter { $0.layout == .plain || $0.layout == .aspx }
        let count = (entries.count + Self.entriesPerListing - 1) / Self.entriesPerListing
        guard number >= 1, number <= count else { return nil }
        let start = (number - 1) * Self.entriesPerListing
        let shown = entries[start..<min(start + Self.entriesPerListing, entries.count)]
        var values: [String: Any] = [
            "page": number, "entries": shown.map(\.teaserValues),
            "pages": (1...count).map { ["number": $0, "current": $0 == number] as [String: Any] },
        ]
        if number < count { values["next"] = number + 1 }
        return page("listing", values)
    }

    // MARK: Sitemaps and robots

    private static let merger = PortalTime("2025-07-01 00:00") ?? PortalTime(minutes: 0)

    private func portalEntries(_ wanted: (PortalTime) -> Bool) -> [[String: Any]] {
        articles.filter { $0.isPublic && wanted($0.published) }.flatMap { article -> [[String: Any]] in
            let second: [[String: Any]] = article.alternateAddress.map { [entry($0, article.modified)] } ?? []
            return article.layout == .portal ? [entry(article.address, article.modified)] : second
        }
    }

    private func entry(_ path: String, _ modified: PortalTime) -> [String: Any] {
        ["path": path, "iso": modified.iso]
    }

    private func sitemap(_ entries: [[String: Any]]) -> Page {
        .xml(render("sitemap", ["entries": entries]), modified: lastChange)
    }

    /// The portal's articles of 2024 and the second address of one of the newspaper's.
    private var compressedSitemap: Page {
        var page = sitemap(portalEntries { $0 < Self.merger })
        page.body = Gzip.compress(page.body)
        page.contentType = "application/x-gzip"
        return page
    }

    private var generatedSitemap: Page {
        guard generated.count > 0 else { return sitemap([]) }
        return sitemap((1...generated.count).map { entry(generated.address($0), generated.published($0)) })
    }

    private var sitemapIndex: Page {
        var children = ["/sitemaps/cong-2024.xml.gz", "/sitemaps/cong-2026.xml"]
        if generated.count > 0 { children.append("/sitemaps/sinh.xml") }
        return .xml(
            render("sitemap-index", ["children": children.map { entry($0, lastChange) }]), modified: lastChange)
    }

    private var robots: Page {
        var page = page("robots", [:])
        page.contentType = "text/plain; charset=utf-8"
        return page
    }

    // MARK: Templates

    private var lastChange: PortalTime { articles.map(\.modified).max() ?? PortalTime(minutes: 0) }

    private func page(_ template: String, _ values: [String: Any]) -> Page {
        .html(render(template, values), modified: lastChange)
    }

    private func render(_ template: String, _ values: [String: Any]) -> String {
        templates.render(values.merging(["base": base]) { own, _ in own }, withTemplate: template) ?? ""
    }
}
