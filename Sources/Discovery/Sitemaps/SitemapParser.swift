import Compression
import Markup
import Model
import VietnameseText

/// What a sitemap file holds (sitemaps.org).
public enum SitemapContent: Hashable, Sendable {
    /// Other sitemaps.
    case index([SitemapEntry])
    /// Pages.
    case addresses([SitemapEntry])
}

/// One address of a sitemap, and when it last changed.
public struct SitemapEntry: Hashable, Sendable {
    public let address: WebAddress
    public let modified: Timestamp?
}

/// Reads sitemaps and sitemap indices, plain or gzipped, XML or lines of text, and feeds that serve as sitemaps.
public enum SitemapParser {
    /// - Parameters:
    ///   - base: The sitemap's own address.
    ///   - limit: Bytes, decompressed; a sitemap that is larger is refused.
    public static func parse(
        _ bytes: [UInt8], base: WebAddress, limit: Int = largest
    ) throws(DiscoveryError) -> SitemapContent {
        var bytes = bytes
        if Gzip.isGzip(bytes) {
            do {
                bytes = try Gzip.decompress(bytes, limit: limit)
            } catch {
                throw DiscoveryError("no sitemap: \(error)")
            }
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard first == UInt8(ascii: "<") else { return try lines(bytes, base: base) }
        var handler = SitemapHandler(base: base)
        do {
            try XMLEvents.parse(bytes, into: &handler)
        } catch {
            throw DiscoveryError("no sitemap: \(error)")
        }
        switch handler.rootName {
        case "sitemapindex": return .index(handler.entries)
        case "urlset": return .addresses(handler.entries)
        case "rss", "rdf", "feed":
            let feed = try FeedParser.parse(bytes, base: base, contentType: nil)
            return .addresses(
                feed.entries.compactMap { entry in
                    entry.link.flatMap { WebAddress($0) }.map {
                        SitemapEntry(address: $0, modified: entry.updated ?? entry.published)
                    }
                })
        default:
            throw DiscoveryError(
                "no sitemap: the document's element is `\(handler.rootName)`; urlset or sitemapindex is expected")
        }
    }

    /// A text file with an address on each line.
    private static func lines(_ bytes: [UInt8], base: WebAddress) throws(DiscoveryError) -> SitemapContent {
        let addresses = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(mostEntries)
            .compactMap { WebAddress(String(decoding: $0, as: UTF8.self)) }
        if addresses.isEmpty { throw DiscoveryError("no sitemap: neither XML nor lines with addresses") }
        return .addresses(addresses.map { SitemapEntry(address: $0, modified: nil) })
    }

    /// The protocol's bound for one file, decompressed: 50 MB.
    public static let largest = 50 << 20
    /// The protocol allows 50,000; a little more is forgiven.
    static let mostEntries = 100_000
}

/// Builds the entries of a sitemap from XML events.
private struct SitemapHandler: XMLEventHandler {
    private(set) var entries: [SitemapEntry] = []
    private(set) var rootName = ""
    private let base: WebAddress
    private var location: String?
    private var modified: String?
    private var content = ""
    private var depth = 0

    init(base: WebAddress) { self.base = base }

    mutating func start(_ name: XMLName, attributes: [XMLAttribute]) {
        if depth == 0 { rootName = name.local.lowercased() }
        depth += 1
        content = ""
        if depth == 2 { (location, modified) = (nil, nil) }
    }

    mutating func text(_ text: String) {
        if content.utf8.count < 10_000 { content += text }
    }

    mutating func end(_ name: XMLName) {
        let text = content.split(whereSeparator: \.isWhitespace).joined()
        switch name.local.lowercased() {
        case "loc" where depth == 3: location = text
        case "lastmod" where depth == 3: modified = content
        default: break
        }
        if depth == 2, entries.count < SitemapParser.mostEntries, let address = location.flatMap({ base.resolving($0) })
        {
            entries.append(
                SitemapEntry(address: address, modified: modified.flatMap { TimestampParser.parse($0)?.timestamp }))
        }
        content = ""
        depth -= 1
    }
}
