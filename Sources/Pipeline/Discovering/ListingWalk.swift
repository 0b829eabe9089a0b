import Configuration
import Discovery
import Model

/// The pages of one listing, one after the other: which to ask for next, and when to stop.
struct ListingWalk {
    private let listing: ListingConfiguration
    /// Whether what is known may end the walk: an earlier one must have come to its end.
    let mayStop: Bool
    private var number = 0
    private var following: WebAddress?
    private var seen: Set<WebAddress> = []
    private var isOver = false
    /// How many articles were seen that are known already.
    var known = 0
    /// False while a page is under way; stays so when it cannot be had or read.
    private(set) var isFinished = true

    init(_ listing: ListingConfiguration, mayStop: Bool) {
        self.listing = listing
        self.mayStop = mayStop
    }

    /// A page to ask for.
    struct Page {
        let address: WebAddress
        /// The content of a POST.
        let content: PostContent?
    }

    mutating func next() -> Page? {
        guard !isOver, number < listing.maximumPages, !(mayStop && known >= listing.stopAfterKnown) else { return nil }
        let address = number == 0 ? listing.address : successor
        // Pages that are told apart by what is posted have one address.
        guard let address, seen.insert(address).inserted || listing.body?.contains("{page}") == true else { return nil }
        number += 1
        isFinished = false
        return Page(address: address, content: content)
    }

    /// Where the page itself names its successor, that is it; the template is for pages that do not.
    private var successor: WebAddress? {
        if listing.next != nil { return following }
        if let template = listing.pageTemplate {
            return WebAddress(template.replacing("{page}", with: String(number + 1)))
        }
        return listing.body == nil ? following : listing.address
    }

    private var content: PostContent? {
        listing.body.map { body in
            PostContent(
                bytes: Array(body.replacing("{page}", with: String(number)).utf8), type: listing.bodyType)
        }
    }

    /// The articles of a page that came.
    mutating func take(_ capture: Capture) throws(DiscoveryError) -> [ListingEntry] {
        let found = try parse(capture)
        if found.entries.isEmpty {
            isOver = true
            // Past the last page there may be an empty list; an empty first page is a broken rule.
            if number == 1 { throw DiscoveryError(emptiness) }
        }
        following = found.next
        if let day = listing.stopBefore, found.entries.contains(where: { isEarlier($0.published, than: day) }) {
            isOver = true
        }
        isFinished = true
        return found.entries
    }

    private func isEarlier(_ time: Timestamp?, than day: CivilDate) -> Bool {
        time.map { $0.vietnamDate < day } ?? false
    }

    private var emptiness: String {
        switch listing.reading {
        case .found: "no articles are found on the page; say with `items:` where they stand"
        case .selectors: "the selector finds no items"
        case .json: "the list in the answer is empty"
        }
    }

    private func parse(_ capture: Capture) throws(DiscoveryError) -> Listing {
        let type = capture.contentType
        switch listing.reading {
        case .found:
            return ListingFinder.find(
                capture.body, base: capture.address, contentType: type, next: listing.next)
        case .selectors(let items, let link, let title, let date):
            return ListingParser.parse(
                capture.body, base: capture.address, contentType: type,
                rules: ListingRules(items: items, link: link, title: title, date: date, next: listing.next))
        case .json(let items, let link, let template, let title, let date):
            return try JSONListing.parse(
                capture.body, base: capture.address,
                rules: JSONListingRules(items: items, link: link, template: template, title: title, date: date))
        }
    }
}
