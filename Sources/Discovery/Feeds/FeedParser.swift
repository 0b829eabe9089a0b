import Markup
import Model

/// Reads RSS 0.9 to 2.0, Atom 0.3 and 1.0, CDF and JSON Feed; broken XML as far as it goes.
public enum FeedParser {
    /// - Parameters:
    ///   - base: The feed's own address, which relative links refer to.
    ///   - contentType: What the server called it.
    public static func parse(
        _ bytes: [UInt8], base: WebAddress, contentType: String?
    ) throws(DiscoveryError) -> Feed {
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        if first == UInt8(ascii: "{") { return try JSONFeed.parse(bytes, base: base) }
        var handler = FeedHandler(base: base)
        do {
            try XMLEvents.parse(bytes, charset: ContentType.charset(contentType), into: &handler)
        } catch {
            throw DiscoveryError("no feed: \(error)\(contentType.map { ", sent as \($0)" } ?? "")")
        }
        guard handler.isFeed else {
            throw DiscoveryError(
                "no feed: the document's element is `\(handler.root?.local ?? "")`; give the address of RSS or Atom")
        }
        return handler.feed
    }

    /// More entries than any feed has.
    static let mostEntries = 10_000
}
