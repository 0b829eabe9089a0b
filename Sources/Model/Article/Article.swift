/// One block of an article's body, in reading order.
public struct ArticleBlock: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case lead, heading, paragraph, listItem = "list_item", quotation, tableRow = "table_row", caption
    }

    public let kind: Kind
    public let text: String

    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// Where a publication time was read from, the most trustworthy first.
public enum DateSource: String, Sendable, CaseIterable {
    case jsonLD = "json_ld", meta, microdata, timeElement = "time_element", visibleText = "visible_text", address,
        feed, given
}

/// An article as read from a page or a text file: everything that the later stages may know about it.
public struct Article: Hashable, Sendable {
    public var title: String
    public var authors: [String]
    public var published: Timestamp?
    /// Where `published` was read from.
    public var publishedFrom: DateSource?
    public var modified: Timestamp?
    /// The address that the page itself names as its own (`rel=canonical`), where it does.
    public var canonical: WebAddress?
    public var siteName: String?
    public var section: String?
    public var language: String?
    /// Lead, headings, paragraphs, list items, table rows in reading order. Captions are here, but not in `text`.
    public var blocks: [ArticleBlock]
    /// The lead and the body in NFC, blocks separated by one line feed: the text that offsets of numbers refer to.
    public let text: String

    public init(
        title: String, authors: [String] = [], published: Timestamp? = nil, publishedFrom: DateSource? = nil,
        modified: Timestamp? = nil, canonical: WebAddress? = nil, siteName: String? = nil, section: String? = nil,
        language: String? = nil, blocks: [ArticleBlock]
    ) {
        self.title = title
        self.authors = authors
        self.published = published
        self.publishedFrom = publishedFrom
        self.modified = modified
        self.canonical = canonical
        self.siteName = siteName
        self.section = section
        self.language = language
        self.blocks = blocks
        text = blocks.lazy.filter { $0.kind != .caption }.map(\.text).joined(separator: "\n")
    }

    /// The lead (sapô), where the article has one.
    public var lead: String? { blocks.first { $0.kind == .lead }?.text }
}
