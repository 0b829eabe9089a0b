import Markup
import Model

/// A listing without a feed: pages of links, or the answers of a portal's own JSON interface.
public struct ListingConfiguration: Sendable {
    /// How the articles of a page are found.
    public enum Reading: Sendable {
        /// Without being told where they stand.
        case found
        case selectors(items: Selector, link: Selector?, title: Selector?, date: Selector?)
        /// Ways into a JSON answer. The address of an item stands at `link`, or is made of its parts by `template`.
        case json(items: JSONPath?, link: JSONPath?, template: String?, title: JSONPath?, date: JSONPath?)
    }

    /// The address of the first page.
    public let address: WebAddress
    /// The address of page N with `{page}` in it, from page 2 on.
    public let pageTemplate: String?
    public let maximumPages: Int
    public let reading: Reading
    /// Picks the link to the next page.
    public let next: Selector?
    /// The content of a POST with `{page}` in it where the number goes; nil for a GET.
    public let body: String?
    /// What the content is, such as `application/json`.
    public let bodyType: String
    /// No further page is asked for once so many known articles were seen.
    public let stopAfterKnown: Int
    /// No further page is asked for once an article of an earlier day was seen.
    public let stopBefore: CivilDate?

    public init(
        address: WebAddress, pageTemplate: String?, maximumPages: Int, reading: Reading, next: Selector?,
        body: String?, bodyType: String, stopAfterKnown: Int = ListingConfiguration.usualKnown,
        stopBefore: CivilDate? = nil
    ) {
        self.address = address
        self.pageTemplate = pageTemplate
        self.maximumPages = maximumPages
        self.reading = reading
        self.next = next
        self.body = body
        self.bodyType = bodyType
        self.stopAfterKnown = stopAfterKnown
        self.stopBefore = stopBefore
    }

    /// How many known articles end a walk where the source says nothing.
    public static let usualKnown = 30
}
