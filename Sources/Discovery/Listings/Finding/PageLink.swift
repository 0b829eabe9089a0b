import Markup
import Model
import VietnameseText

/// An address that a page links to, with all the links that lead there.
struct PageLink {
    let address: WebAddress
    let shape: LinkShape
    private(set) var nodes: [HTMLTree.Node] = []
    /// The longest text of the links; empty where there are only pictures.
    private(set) var title = ""
    /// The link that bears the title.
    private(set) var titleNode: HTMLTree.Node
    private(set) var zone: PageZone = []
    private(set) var hasPicture = false
    private(set) var isHeadline = false

    init(address: WebAddress, node: HTMLTree.Node) {
        self.address = address
        shape = LinkShape(address)
        titleNode = node
    }

    /// How many words the title has.
    var words: Int { title.split(separator: " ").count }

    /// Whether all its links stand in menus and the like.
    private(set) var isOnlyFurniture = true

    mutating func add(_ node: HTMLTree.Node, in tree: HTMLTree, zone: PageZone) {
        nodes.append(node)
        let text = PageLink.title(of: node, in: tree)
        let isBetter = text.utf8.count > title.utf8.count
        if isBetter {
            title = text
            titleNode = node
            self.zone = zone
        }
        if zone.isDisjoint(with: [.furniture, .tags, .paging]) { isOnlyFurniture = false }
        if zone.contains(.heading)
            || tree.descendants(of: node).contains(where: { tree.kind(of: $0).isHeading })
        {
            isHeadline = true
        }
        if tree.descendants(of: node).contains(where: { tree.kind(of: $0) == .img }) { hasPicture = true }
    }

    private static func title(of node: HTMLTree.Node, in tree: HTMLTree) -> String {
        let text = tree.text(of: node)
        if text.utf8.count > 3 { return text }
        return tree.attribute(.title, of: node) ?? text
    }

    /// The links of a page to addresses of its own site, in the order of the page.
    static func links(of tree: HTMLTree, zones: [PageZone], base: WebAddress) -> [PageLink] {
        let targets = self.targets(of: tree, base: base)
        let sites = self.sites(of: targets, base: base)
        var result: [PageLink] = []
        var places: [WebAddress: Int] = [:]
        var seen = 0
        for target in targets where !target.isWithinPage {
            let address = target.address.canonical
            guard sites.contains(site(of: address.host)), address.text != base.text else { continue }
            seen += 1
            guard seen <= mostLinks else { break }
            let place = places[address] ?? result.count
            if place == result.count {
                places[address] = place
                result.append(PageLink(address: address, node: target.node))
            }
            result[place].add(target.node, in: tree, zone: zones[tree.order(of: target.node)])
        }
        return result
    }

    private struct Target {
        let node: HTMLTree.Node
        let address: WebAddress
        let isWithinPage: Bool
    }

    /// Where every link of the page leads.
    private static func targets(of tree: HTMLTree, base: WebAddress) -> [Target] {
        tree.descendants(of: tree.root).compactMap { node in
            guard tree.kind(of: node) == .a, let href = tree.attribute(.href, of: node),
                let address = base.resolving(href)
            else { return nil }
            return Target(node: node, address: address, isWithinPage: href.hasPrefix("#"))
        }
    }

    /// The sites whose articles a page may list: its own, and the one that most of its links lead to, for a page may
    /// be read from a copy.
    private static func sites(of targets: [Target], base: WebAddress) -> Set<Substring> {
        var counts: [Substring: Int] = [:]
        for target in targets { counts[site(of: target.address.host), default: 0] += 1 }
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        return Set([site(of: base.host), most].compactMap { $0 })
    }

    /// The last labels of a host: `soxd.bacgiang.gov.vn` and `bacgiang.gov.vn` are of one site.
    private static func site(of host: String) -> Substring {
        let labels = host.split(separator: ".")
        let isSecondLevel = labels.count > 2 && secondLevels.contains(String(labels[labels.count - 2]))
        return labels.suffix(isSecondLevel ? 3 : 2).joined(separator: ".")[...]
    }

    private static let secondLevels: Set<String> = ["com", "gov", "org", "net", "edu", "info", "ac", "co"]
    /// A page of links has hundreds; a hostile one is cut off here.
    private static let mostLinks = 5_000
}
