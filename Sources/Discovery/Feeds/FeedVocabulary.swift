import Markup

/// What an element of a feed belongs to, told by the URI of its namespace: another format may use the same word.
enum FeedVocabulary {
    /// RSS of any version, CDF, and elements without namespace.
    case rss
    case atom
    case dublinCore
    case dublinCoreTerms
    case content
    case podcast
    case media
    case other

    /// - Parameter root: The namespace of the document's element: whatever it is, its elements are the feed's.
    init(_ name: XMLName, root: String?) {
        if let namespace = name.namespace {
            self =
                FeedVocabulary.byNamespace(namespace) ?? name.prefix.flatMap(FeedVocabulary.byPrefix)
                ?? (namespace == root ? .rss : .other)
        } else if let prefix = name.prefix {
            // Many feeds use a prefix that they do not declare.
            self = FeedVocabulary.byPrefix(prefix) ?? .other
        } else {
            self = .rss
        }
    }

    private static func byNamespace(_ uri: String) -> FeedVocabulary? {
        let uri = uri.lowercased()
        if uri.hasSuffix("/dtds/podcast-1.0.dtd") { return .podcast }
        if uri.hasPrefix("http://search.yahoo.com/mrss") { return .media }
        return known[uri.hasSuffix("/") || uri.hasSuffix("#") ? String(uri.dropLast()) : uri]
    }

    private static func byPrefix(_ prefix: String) -> FeedVocabulary? {
        switch prefix.lowercased() {
        case "rss": .rss
        case "atom": .atom
        case "dc": .dublinCore
        case "dcterms": .dublinCoreTerms
        case "content": .content
        case "itunes": .podcast
        case "media": .media
        default: nil
        }
    }

    /// In lower case and without the last slash or number sign, which feeds forget.
    private static let known: [String: FeedVocabulary] = [
        "http://purl.org/rss/1.0": .rss, "http://my.netscape.com/rdf/simple/0.9": .rss,
        "http://channel.netscape.com/rdf/simple/0.9": .rss, "http://backend.userland.com/rss": .rss,
        "http://backend.userland.com/rss2": .rss, "http://backend.userland.com/rss191": .rss,
        "http://blogs.law.harvard.edu/tech/rss": .rss, "http://purl.org/net/rss1.1": .rss,
        "http://purl.org/atom/ns": .atom, "http://www.w3.org/2005/atom": .atom,
        "http://purl.org/dc/elements/1.1": .dublinCore,
        "http://purl.org/dc/elements/1.0": .dublinCore, "http://purl.org/dc/terms": .dublinCoreTerms,
        "http://purl.org/rss/1.0/modules/content": .content,
    ]
}
