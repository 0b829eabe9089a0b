import Configuration
import Discovery
import Gazetteer
import Model
import VietnameseText

/// Looks at a portal as a person would: its home page, robots.txt, feeds, sitemaps, and the sections that sound like
/// ours. Every request keeps the rules of a run.
struct SourceFinder {
    let fetcher: PageFetcher
    let access: PageFetcher.Access
    let gazetteer: Gazetteer
    let today: CivilDate
    private var troubles: [String] = []
    private var requests = 0

    init(fetcher: PageFetcher, access: PageFetcher.Access, gazetteer: Gazetteer, today: CivilDate) {
        self.fetcher = fetcher
        self.access = access
        self.gazetteer = gazetteer
        self.today = today
    }

    /// What the portal at an address offers; throws when the address itself cannot be had.
    mutating func find(_ address: WebAddress) async throws -> FoundSource {
        guard let first = try await page(address) else {
            throw CommandFailure(message: troubles.last ?? "\(address): nothing came")
        }
        let page = PortalPage(first.body, base: first.address, contentType: first.contentType)
        var found = draft(of: first.address, page)
        found.places += try await feeds(of: first.address, page)
        found.places += try await sitemaps(of: first.address)
        found.places += try await listings(of: first.address, page)
        found.pattern = CommonEnding.pattern(of: found.preview.map(\.address))
        found.troubles = troubles
        return found
    }

    /// Requests of one search: a portal is looked at, not crawled.
    private static let mostRequests = 25

    private func draft(of address: WebAddress, _ page: PortalPage) -> FoundSource {
        let home = address.resolving("/") ?? address
        let name = page.name.map { String($0.prefix(120)) } ?? address.host
        let host = PortalName(host: address.host)
        let province = host.province(in: gazetteer, on: today)
        return FoundSource(
            home: home, id: host.id, name: name, kind: host.kind(hasProvince: province != nil).rawValue,
            province: province)
    }

    private mutating func feeds(of home: WebAddress, _ page: PortalPage) async throws -> [FoundSource.Place] {
        var waiting = page.feeds.map(\.address)
        var names = Dictionary(page.feeds.map { ($0.address, $0.text) }, uniquingKeysWith: { first, _ in first })
        if waiting.isEmpty { waiting = ["/rss", "/feed"].compactMap { home.resolving($0) } }
        var places: [FoundSource.Place] = []
        var seen: Set<WebAddress> = []
        while !waiting.isEmpty, places.count < 6, seen.count < 10 {
            let address = waiting.removeFirst()
            guard seen.insert(address).inserted else { continue }
            guard let capture = try await self.page(address, isGuess: page.feeds.isEmpty) else { continue }
            if PortalPage.isPage(capture.body) {
                // A page that lists feeds.
                let list = PortalPage(capture.body, base: capture.address, contentType: capture.contentType).feeds
                for link in list {
                    names[link.address] = link.text
                    waiting.append(link.address)
                }
                continue
            }
            guard
                let feed = try? FeedParser.parse(capture.body, base: capture.address, contentType: capture.contentType)
            else { continue }
            let entries = feed.entries.compactMap { ListingEntry($0) }.map { entry in
                ListingEntry(address: entry.address.canonical, title: entry.title, published: entry.published)
            }
            guard !entries.isEmpty else { continue }
            places.append(
                FoundSource.Place(
                    kind: .feed, address: address, name: feed.title?.plain ?? names[address] ?? "", entries: entries,
                    next: nil))
        }
        return places
    }

    private mutating func sitemaps(of home: WebAddress) async throws -> [FoundSource.Place] {
        var starts: [WebAddress] = []
        if let address = home.resolving("/robots.txt"), let robots = try await page(address, isGuess: true) {
            starts = RobotsRules(parsing: robots.body).sitemaps.compactMap { home.resolving($0) }
        }
        let areGuesses = starts.isEmpty
        if areGuesses { starts = Array(SitemapWalk.usualPlaces(of: home).prefix(2)) }
        var places: [FoundSource.Place] = []
        for start in starts.prefix(3) {
            var walk = SitemapWalk(from: [start])
            var files = 0
            while let address = walk.next(), files < 3, places.count < 3 {
                files += 1
                guard let capture = try await page(address, isGuess: areGuesses),
                    let entries = try? walk.take(capture.body, at: capture.address), !entries.isEmpty
                else { continue }
                places.append(place(of: entries, at: start))
                break
            }
        }
        return places
    }

    /// The newest of a sitemap; a file may hold many thousands.
    private func place(of entries: [SitemapEntry], at address: WebAddress) -> FoundSource.Place {
        let newest = entries.filter { $0.address.looksLikeArticle }
            .sorted { ($0.latestModified ?? .distantPast) > ($1.latestModified ?? .distantPast) }
        return FoundSource.Place(
            kind: .sitemap, address: address, name: "",
            entries: newest.prefix(50).map {
                ListingEntry(address: $0.address.canonical, title: $0.title, published: $0.latestModified)
            }, next: nil)
    }

    private mutating func listings(of address: WebAddress, _ page: PortalPage) async throws -> [FoundSource.Place] {
        var places: [FoundSource.Place] = []
        let isSection = address.path.count > 1
        if isSection, page.listing.entries.count >= SourceFinder.fewestArticles {
            places.append(place(of: page.listing, at: address, name: page.name ?? ""))
        }
        for section in page.sections.prefix(5) where section.address != address {
            guard let capture = try await self.page(section.address) else { continue }
            let listing = ListingFinder.find(capture.body, base: capture.address, contentType: capture.contentType)
            guard listing.entries.count >= SourceFinder.fewestArticles else { continue }
            places.append(place(of: listing, at: section.address, name: section.text))
        }
        if places.isEmpty, page.listing.entries.count >= SourceFinder.fewestArticles {
            places.append(place(of: page.listing, at: address, name: page.name ?? ""))
        }
        return places
    }

    private static let fewestArticles = 4

    private func place(of listing: Listing, at address: WebAddress, name: String) -> FoundSource.Place {
        FoundSource.Place(
            kind: .listing, address: address, name: name, entries: listing.entries, next: listing.next)
    }

    /// One page, or nil with the reason among the troubles; what was only guessed may fail in silence.
    private mutating func page(_ address: WebAddress, isGuess: Bool = false) async throws -> Capture? {
        guard requests < SourceFinder.mostRequests else { return nil }
        requests += 1
        switch try await fetcher.fetch(address, kind: .listing, access: access) {
        case .fetched(let archived), .notModified(let archived): return archived.capture
        case .refused(let reason): troubles.append("\(address): refused: \(reason)")
        case .failed(let failure): if !isGuess { troubles.append("\(address): \(failure)") }
        }
        return nil
    }
}

extension Timestamp {
    /// Before all that a portal can hold.
    fileprivate static let distantPast = Timestamp(seconds: 0, offsetMinutes: 0)
}
