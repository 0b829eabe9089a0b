import Markup
import Model
import VietnameseText

/// Finds the articles of a page of links without being told where they stand.
///
/// Three things speak for a link: its text is a headline, its address has the form of an article's, and others of that
/// form bear headlines too. Of the links that pass, those of the main column are taken (`MainColumn`).
public enum ListingFinder {
    /// The articles in the order of the page, and the address of the next page, which `next` picks where it is given.
    public static func find(
        _ bytes: [UInt8], base: WebAddress, contentType: String?, next: Selector? = nil
    ) -> Listing {
        find(in: HTMLTree(parsing: bytes, charset: ContentType.charset(contentType)), base: base, next: next)
    }

    static func find(in tree: HTMLTree, base address: WebAddress, next: Selector? = nil) -> Listing {
        let base = declaredBase(of: tree, at: address)
        let zones = PageZone.zones(of: tree)
        let links = PageLink.links(of: tree, zones: zones, base: base)
        let forms = Forms(of: links)
        let articles = links.filter { points(of: $0, forms: forms) >= leastPoints }
        let column = MainColumn(tree: tree, zones: zones, articles: articles)
        let taken = column.articles()
        let entries = taken.map { item in
            ListingEntry(address: item.link.address, title: item.link.title, published: item.published)
        }
        if let next { return Listing(entries: entries, next: ListingParser.next(in: tree, base: address, next)) }
        let known = Set(taken.map(\.link.address))
        return Listing(
            entries: entries, next: NextPageFinder(tree: tree, zones: zones, base: base, articles: known).next())
    }

    private static let leastPoints = 5

    /// `<base href>`, which relative links start from (HTML Standard, section 4.2.3).
    private static func declaredBase(of tree: HTMLTree, at address: WebAddress) -> WebAddress {
        let declared = tree.descendants(of: tree.root).first { tree.kind(of: $0) == .base }
        return declared.flatMap { tree.attribute(.href, of: $0) }.flatMap { address.resolving($0) } ?? address
    }

    private static func points(of link: PageLink, forms: Forms) -> Int {
        var points =
            switch link.words {
            case 8...: 3
            case 6...: 2
            case 4...: 1
            case 3: 0
            default: -1
            }
        points += link.shape.nameWords >= 6 ? 2 : link.shape.nameWords >= 4 ? 1 : 0
        if link.shape.hasNumber { points += 2 }
        points += forms.points(of: link)
        if link.hasPicture, link.nodes.count > 1 { points += 1 }
        if link.isHeadline { points += 1 }
        if link.isOnlyFurniture { points -= 6 }
        if link.shape.isService { points -= 4 }
        return points
    }
}

/// How the addresses of a page's links are formed, and how long the texts of each form are.
private struct Forms {
    private var words: [String: [Int]] = [:]

    init(of links: [PageLink]) {
        for link in links { words[link.shape.template, default: []].append(link.words) }
        for form in words.keys { words[form]?.sort() }
    }

    func points(of link: PageLink) -> Int {
        guard let lengths = words[link.shape.template], lengths.count >= 3 else { return 0 }
        let median = lengths[lengths.count / 2]
        return median >= 7 ? 2 : median >= 5 ? 1 : median <= 3 ? -2 : 0
    }
}
