import Markup

/// A text of a feed, which may be HTML.
public struct FeedContent: Hashable, Sendable {
    /// As meant by the feed: decoded, links in markup absolute, white space at the ends dropped.
    public let value: String
    public let isMarkup: Bool

    public init(_ value: String, isMarkup: Bool = false) {
        self.value = value
        self.isMarkup = isMarkup
    }

    /// The text without markup, on one line.
    public var plain: String {
        guard isMarkup, value.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return FeedContent.joined(value)
        }
        let tree = HTMLTree(parsing: Array(value.utf8), charset: "utf-8")
        return FeedContent.joined(tree.text(of: tree.root))
    }

    private static func joined(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
