import Markup
import Model
import VietnameseText

/// What a page of a portal tells of the whole of it: its name, its feeds, and the sections that may hold our news.
public struct PortalPage: Sendable {
    /// A link with its text.
    public struct Link: Hashable, Sendable {
        public let address: WebAddress
        public let text: String
    }

    public let name: String?
    /// Feeds that the page declares or links to; pages that list feeds are among them.
    public let feeds: [Link]
    /// Sections whose names speak of news or of administrative reform, the likeliest first.
    public let sections: [Link]
    /// The articles on the page itself.
    public let listing: Listing

    /// Reads a page; every list is bounded.
    public init(_ bytes: [UInt8], base: WebAddress, contentType: String?) {
        let tree = HTMLTree(parsing: bytes, charset: ContentType.charset(contentType))
        name = PortalPage.name(of: tree)
        feeds = PortalPage.feeds(of: tree, base: base)
        sections = PortalPage.sections(of: tree, base: base)
        listing = ListingFinder.find(in: tree, base: base)
    }

    /// Whether content looks like a web page rather than a feed.
    public static func isPage(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(300), as: UTF8.self).lowercased()
        return head.contains("<html") || head.contains("<!doctype html")
    }

    private static let mostLinks = 40

    private static func name(of tree: HTMLTree) -> String? {
        for order in 0..<tree.count where tree.kind(of: tree.node(at: order)) == .meta {
            let node = tree.node(at: order)
            if tree.attribute(.property, of: node) == "og:site_name", let name = tree.attribute(.content, of: node),
                !name.isEmpty
            {
                return name
            }
        }
        let title = tree.descendants(of: tree.root).first { tree.kind(of: $0) == .title }.map { tree.text(of: $0) }
        return title.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func feeds(of tree: HTMLTree, base: WebAddress) -> [Link] {
        var links: [Link] = []
        var seen: Set<WebAddress> = []
        for order in 0..<tree.count {
            let node = tree.node(at: order)
            let isDeclared = tree.kind(of: node) == .link
            guard isDeclared || tree.kind(of: node) == .a, let href = tree.attribute(.href, of: node),
                let address = base.resolving(href),
                isDeclared ? isFeed(type: tree.attribute(.type, of: node)) : isFeed(address: address),
                seen.insert(address).inserted, links.count < mostLinks
            else { continue }
            links.append(Link(address: address, text: tree.attribute(.title, of: node) ?? tree.text(of: node)))
        }
        return links
    }

    private static func isFeed(type: String?) -> Bool {
        guard let type = type?.lowercased() else { return false }
        return type.contains("rss") || type.contains("atom") || type.contains("feed+json")
    }

    private static func isFeed(address: WebAddress) -> Bool {
        let path = address.pathAndQuery.lowercased()
        let last = path.split(separator: "/").last.map(String.init) ?? ""
        return last.hasPrefix("rss") || last.hasSuffix(".rss") || last.hasPrefix("feed") || last.hasPrefix("atom")
            || path.contains("/rss/") || last.hasSuffix("-rss") || last.contains("=rss")
    }

    private static func sections(of tree: HTMLTree, base: WebAddress) -> [Link] {
        var found: [(rank: Int, link: Link)] = []
        var seen: Set<WebAddress> = [base]
        for order in 0..<tree.count where tree.kind(of: tree.node(at: order)) == .a {
            let node = tree.node(at: order)
            guard let href = tree.attribute(.href, of: node), !href.hasPrefix("#"),
                let address = base.resolving(href)?.canonical, address.host == base.host
            else { continue }
            let text = tree.text(of: node)
            let words = MatchingForm.fold(text).joined(separator: " ")
            guard words.utf8.count <= 80, let rank = PortalPage.rank(words), seen.insert(address).inserted else {
                continue
            }
            found.append((rank, Link(address: address, text: text)))
        }
        // The order of the page decides between equals: menus come before footers.
        return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .prefix(mostLinks).map(\.element.link)
    }

    private static func rank(_ words: String) -> Int? { wanted.firstIndex { words.contains($0) } }

    /// Names of sections, the nearest to our subject first.
    private static let wanted = [
        "cải cách hành chính", "cchc", "chuyển đổi số", "tin hoạt động", "tin tức", "chỉ đạo điều hành",
        "chỉ đạo, điều hành", "tin trong tỉnh", "thời sự", "chính trị", "nội chính", "tin mới", "sự kiện",
    ].map { MatchingForm.fold($0).joined(separator: " ") }
}
