import Markup
import Model

/// A captured page, as much of it as extraction needs to know.
public struct Page: Sendable {
    let bytes: [UInt8]
    let address: WebAddress?
    let contentType: String?
    /// Dates later than a day after this are refused.
    let fetched: Timestamp?

    public init(bytes: [UInt8], address: WebAddress?, contentType: String?, fetched: Timestamp?) {
        self.bytes = bytes
        self.address = address
        self.contentType = contentType
        self.fetched = fetched
    }
}

/// Selectors of a source that correct the generic extractor; what is nil is found without them.
public struct ExtractionRules: Sendable {
    let title: Selector?
    let date: Selector?
    let author: Selector?
    let lead: Selector?
    let body: Selector?
    let remove: [Selector]

    public init(
        title: Selector?, date: Selector?, author: Selector?, lead: Selector?, body: Selector?, remove: [Selector]
    ) {
        self.title = title
        self.date = date
        self.author = author
        self.lead = lead
        self.body = body
        self.remove = remove
    }
}

/// Why a page gave no article.
public struct ExtractionFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: String, Sendable, CaseIterable {
        case noArticle = "no_article"
        case listingPage = "listing_page"
        case videoOnly = "video_only"
        case paywall
        case encryptedBody = "encrypted_body"
        case notHTML = "not_html"
        case softError = "soft_error"
    }

    public let kind: Kind
    public let detail: String
    /// What the page says of itself although its article was not found.
    public internal(set) var title: String?
    public internal(set) var published: Timestamp?

    public init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }

    public var description: String { "\(kind.rawValue): \(detail)" }
}
