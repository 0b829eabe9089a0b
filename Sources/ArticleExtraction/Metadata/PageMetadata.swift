import Markup

/// What the page's head says of it: `meta` elements, the canonical link, JSON-LD.
struct PageMetadata {
    private(set) var meta: [String: String] = [:]
    private(set) var canonical: String?
    private(set) var documentTitle: String?
    private(set) var language: String?
    private(set) var headline: String?
    private(set) var datePublished: String?
    private(set) var dateModified: String?
    /// When JSON-LD says that something else than an article, the page or a recipe, was published or changed.
    private(set) var pageDatePublished: String?
    private(set) var pageDateModified: String?
    private(set) var authors: [String] = []
    /// The article's text as JSON-LD tells it, often without its paragraphs.
    private(set) var articleBody: String?

    init(_ tree: HTMLTree) {
        for order in 0..<tree.count {
            let node = tree.node(at: order)
            switch tree.kind(of: node) {
            case .html: language = tree.attribute(.lang, of: node)
            case .title where documentTitle == nil: documentTitle = tree.text(of: node)
            case .link where canonical == nil && tree.attribute(.rel, of: node)?.lowercased() == "canonical":
                canonical = tree.attribute(.href, of: node)
            case .meta: take(node, tree)
            default: break
            }
        }
        for text in tree.jsonLD { take(jsonLD: text) }
    }

    private mutating func take(_ node: HTMLTree.Node, _ tree: HTMLTree) {
        let key =
            tree.attribute(.property, of: node) ?? tree.attribute(.name, of: node)
            ?? tree.attribute(.itemprop, of: node)
        guard let key = key?.lowercased(), meta[key] == nil, let content = tree.attribute(.content, of: node) else {
            return
        }
        var text = CollapsedText()
        text.append(Array(content.utf8)[...])
        if !text.isEmpty { meta[key] = text.text }
    }

    /// The first of these keys that stands.
    func first(_ keys: String...) -> String? { keys.lazy.compactMap { meta[$0] }.first }

    private mutating func take(jsonLD source: String) {
        guard let value = LooseJSON(source) else { return }
        var objects: [LooseJSON] = []
        PageMetadata.collect(value, depth: 0, into: &objects)
        for object in objects where !PageMetadata.isPart(object) {
            pageDatePublished = pageDatePublished ?? object["datePublished"]?.text
            pageDateModified = pageDateModified ?? object["dateModified"]?.text
        }
        for object in objects where PageMetadata.isArticle(object) {
            headline = headline ?? object["headline"]?.text.map { PageMetadata.unescaped($0) }
            datePublished = datePublished ?? object["datePublished"]?.text
            dateModified = dateModified ?? object["dateModified"]?.text
            articleBody = articleBody ?? object["articleBody"]?.text
            if authors.isEmpty { authors = PageMetadata.names(object["author"]) }
        }
    }

    private static func collect(_ value: LooseJSON, depth: Int, into objects: inout [LooseJSON]) {
        guard depth < 6, objects.count < 500 else { return }
        for element in value.elements {
            guard case .object = element else { continue }
            objects.append(element)
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let inner = element[key] { collect(inner, depth: depth + 1, into: &objects) }
            }
        }
    }

    private static func isArticle(_ object: LooseJSON) -> Bool {
        object["@type"]?.elements.contains { type in
            guard let name = type.text else { return false }
            return name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report"
        } ?? false
    }

    /// Objects with dates of their own that are not the page's.
    private static func isPart(_ object: LooseJSON) -> Bool {
        object["@type"]?.elements.contains { type in
            guard let name = type.text else { return false }
            return name == "Comment" || name == "Review" || name == "WebSite" || name.hasSuffix("Object")
        } ?? true
    }

    private static func names(_ value: LooseJSON?) -> [String] {
        switch value {
        case .text(let name): name.isEmpty ? [] : [unescaped(name)]
        case .object: names(value?["name"])
        case .list(let elements): elements.prefix(20).flatMap { names($0) }
        default: []
        }
    }

    /// Headlines come escaped once more.
    static func unescaped(_ text: String) -> String {
        var result = text
        for _ in 0..<2 where result.contains("&") {
            let tree = HTMLTree(parsing: Array(result.utf8), charset: "utf-8")
            result = tree.text(of: tree.root)
        }
        var collapsed = CollapsedText()
        collapsed.append(Array(result.utf8)[...])
        return collapsed.text
    }
}
