import Compression
import Markup
import Model

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
        guard looksLikeXML(bytes) else { return try lines(bytes) }
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
            return .addresses(
                try FeedParser.parse(bytes, base: base, contentType: nil).entries.compactMap { SitemapEntry($0) })
        default:
            throw DiscoveryError(
                "no sitemap: the document's element is `\(handler.rootName)`; urlset or sitemapindex is expected")
        }
    }

    /// A text file with an address on each line.
    private static func lines(_ bytes: [UInt8]) throws(DiscoveryError) -> SitemapContent {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let addresses = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(mostEntries)
            .compactMap { WebAddress(String(decoding: $0, as: UTF8.self)) }
        if addresses.isEmpty { throw DiscoveryError("no sitemap: neither XML nor lines with addresses") }
        return .addresses(addresses.map { SitemapEntry(address: $0) })
    }

    /// The first character is `<`, in UTF-8 or UTF-16, with or without byte order mark.
    private static func looksLikeXML(_ bytes: [UInt8]) -> Bool {
        bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0].contains($0) } == UInt8(ascii: "<")
    }

    /// The protocol's bound for one file, decompressed: 50 MB.
    public static let largest = 50 << 20
    /// The protocol allows 50,000; a little more is forgiven.
    static let mostEntries = 100_000
}
