import Markup

/// The part of a page that an element belongs to, by its name and what its class and id say.
struct PageZone: OptionSet {
    let rawValue: UInt8
    /// Menus, breadcrumbs, footers, dialogues.
    static let furniture = PageZone(rawValue: 1)
    /// Side columns, lists of the most read, advertisements.
    static let aside = PageZone(rawValue: 2)
    /// Links to other pages of the same list.
    static let paging = PageZone(rawValue: 4)
    /// A headline.
    static let heading = PageZone(rawValue: 8)
    /// Tags and key words.
    static let tags = PageZone(rawValue: 16)

    /// The zone of every node, what stands above it included.
    static func zones(of tree: HTMLTree) -> [PageZone] {
        var zones = [PageZone](repeating: [], count: tree.count)
        for order in 0..<tree.count {
            let node = tree.node(at: order)
            let above = tree.parent(of: node).map { zones[tree.order(of: $0)] } ?? []
            zones[order] = tree.isText(node) ? above : above.union(own(of: node, in: tree))
        }
        return zones
    }

    private static func own(of node: HTMLTree.Node, in tree: HTMLTree) -> PageZone {
        var zone = PageZone()
        switch tree.kind(of: node) {
        case .nav, .footer, .dialog, .select: zone.insert(.furniture)
        case .aside: zone.insert(.aside)
        case .h1, .h2, .h3, .h4, .h5, .h6: zone.insert(.heading)
        case .header: if isMasthead(node, in: tree) { zone.insert(.furniture) }
        case .html, .body, .main, .article, .form: return zone
        default: break
        }
        for name in [HTMLAttribute.class, .id] {
            guard let value = tree.attribute(name, of: node) else { continue }
            for token in value.lowercased().split(separator: " ") {
                zone.formUnion(said(by: token))
                if has(token, "header"), isMasthead(node, in: tree) { zone.insert(.furniture) }
            }
        }
        return zone
    }

    /// A header that holds this many links is the page's, not an article's.
    private static func isMasthead(_ node: HTMLTree.Node, in tree: HTMLTree) -> Bool {
        tree.descendants(of: node).lazy.filter { tree.kind(of: $0) == .a }.prefix(12).count { _ in true } == 12
    }

    private static func said(by token: Substring) -> PageZone {
        var zone = PageZone()
        if furnitureWords.contains(where: { has(token, $0) }) { zone.insert(.furniture) }
        if asideWords.contains(where: { has(token, $0) }) { zone.insert(.aside) }
        if pagingWords.contains(where: { token.contains($0) }) { zone.insert(.paging) }
        if tagWords.contains(where: { has(token, $0) }) { zone.insert(.tags) }
        return zone
    }

    /// Whether a class holds a word as a part of its own: `main-nav` holds `nav`, `unavailable` does not.
    private static func has(_ token: Substring, _ word: String) -> Bool {
        if word.count > 5 { return token.contains(word) }
        return token.split { $0 == "-" || $0 == "_" || $0 == ":" }.contains { $0 == word }
    }

    private static let furnitureWords = [
        "nav", "menu", "mainnav", "navbar", "navigation", "submenu", "breadcrumb", "breadcrumbs", "footer", "popup",
        "modal", "login", "search", "timkiem", "social", "share", "language", "topbar", "hamburger", "megamenu",
        "sitemap", "comment", "dropdown",
    ]
    private static let asideWords = [
        "sidebar", "side-bar", "aside", "mostread", "most-read", "mostview", "most-view", "docnhieu", "doc-nhieu",
        "xemnhieu", "xem-nhieu", "tindocnhieu", "col-right", "right-col", "rightcol", "colright", "quangcao",
        "quang-cao", "advert", "banner", "sponsor", "ads", "adv", "trending", "weblink", "lienket", "lien-ket",
        "right-content", "content-right", "popular",
    ]
    private static let pagingWords = ["paging", "paginat", "phantrang", "phan-trang", "pager", "page-nav", "pagenav"]
    private static let tagWords = ["tag", "tags", "keyword", "keywords", "tukhoa", "hashtag"]
}
