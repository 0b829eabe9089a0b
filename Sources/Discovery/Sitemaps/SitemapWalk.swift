import Model

/// Goes through the sitemaps of a site: which to ask for next, and what was found, without asking itself.
///
///     var walk = SitemapWalk(from: [address])
///     while let next = walk.next() { walk.take(…) }
///
/// Every address is asked for once, so that files that name each other come to an end; depth and number of files and
/// the number of pages are bounded.
public struct SitemapWalk: Sendable {
    /// The files still to be asked for, in the order in which they were named.
    private var waiting: [(address: WebAddress, depth: Int)] = []
    private var head = 0
    private var seen: Set<WebAddress> = []
    private var depth = 0
    private var pageCount = 0

    /// Indices within indices: more levels than this are a trap or a mistake.
    private static let greatestDepth = 5
    /// Files of one walk.
    private static let mostFiles = 1_000
    /// Pages of one walk: ten files as large as the protocol allows.
    private static let mostPages = 500_000

    public init(from addresses: [WebAddress]) {
        for address in addresses { wait(for: address, depth: 0) }
    }

    /// The file to ask for now; nil when all is done.
    public mutating func next() -> WebAddress? {
        guard head < waiting.count, pageCount < SitemapWalk.mostPages else { return nil }
        defer { head += 1 }
        depth = waiting[head].depth
        return waiting[head].address
    }

    /// Notes that a redirect led from the file asked for last to another one; whether that one is new.
    public mutating func follow(to target: WebAddress) -> Bool { seen.insert(target).inserted }

    /// Reads the file asked for last and returns the pages that it names; nil for an index, whose files come next.
    ///
    /// `isKnown` tells of a file that an index names whether it was read after its last change and need not be again.
    public mutating func take(
        _ bytes: [UInt8], at address: WebAddress, isKnown: (SitemapEntry) -> Bool = { _ in false }
    ) throws(DiscoveryError) -> [SitemapEntry]? {
        switch try SitemapParser.parse(bytes, base: address) {
        case .index(let children):
            for child in children where !isKnown(child) { wait(for: child.address, depth: depth + 1) }
            return nil
        case .addresses(let entries):
            let kept = entries.prefix(SitemapWalk.mostPages - pageCount)
            pageCount += kept.count
            return Array(kept)
        }
    }

    private mutating func wait(for address: WebAddress, depth: Int) {
        guard depth <= SitemapWalk.greatestDepth, waiting.count < SitemapWalk.mostFiles else { return }
        if seen.insert(address).inserted { waiting.append((address, depth)) }
    }
}

extension SitemapWalk {
    /// Where sitemaps lie that no robots.txt names, the usual places first.
    public static func usualPlaces(of site: WebAddress) -> [WebAddress] {
        [
            "/sitemap.xml", "/sitemap_index.xml", "/sitemap-index.xml", "/sitemap.xml.gz", "/sitemap_index.xml.gz",
            "/sitemap/sitemap-index.xml", "/sitemap_news.xml", "/sitemap-news.xml", "/news-sitemap.xml", "/sitemap.txt",
            "/sitemap", "/sitemaps.xml", "/wp-sitemap.xml",
        ].compactMap { site.resolving($0) }
    }
}
