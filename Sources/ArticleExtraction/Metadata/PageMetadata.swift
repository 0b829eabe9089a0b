import Foundation
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
    private(set) var authors: [String] = []

    init(_ tree: HTMLTree) {
        for node in tree.descendants(of: tree.root) where !tree.isText(node) {
            switch tree.name(of: node) {
            case "html": language = tree.attribute("lang", of: node)
            case "title" where documentTitle == nil: documentTitle = tree.text(of: node)
            case "link" where tree.attribute("rel", of: node)?.lowercased() == "canonical":
                canonical = canonical ?? tree.attribute("href", of: node)
            case "meta": take(node, tree)
            default: break
            }
        }
        for text in tree.jsonLD { take(jsonLD: text) }
    }

    private mutating func take(_ node: HTMLTree.Node, _ tree: HTMLTree) {
        let key =
            tree.attribute("property", of: node) ?? tree.attribute("name", of: node)
            ?? tree.attribute("itemprop", of: node)
        guard let key = key?.lowercased(), let content = tree.attribute("content", of: node), meta[key] == nil else {
            return
        }
        var text = CollapsedText()
        text.append(Array(content.utf8)[...])
        if !text.isEmpty { meta[key] = text.text }
    }

    /// The first of these keys that stands.
    func first(_ keys: String...) -> String? { keys.lazy.compactMap { meta[$0] }.first }

    private mutating func take(jsonLD text: String) {
        guard let data = PageMetadata.repaired(text).data(using: .utf8),
            let value = try? JSONSerialization.jsonObject(with: data)
        else { return }
        for object in PageMetadata.objects(in: value) where PageMetadata.isArticle(object) {
            headline = headline ?? (object["headline"] as? String).map { PageMetadata.unescaped($0) }
            datePublished = datePublished ?? object["datePublished"] as? String
            dateModified = dateModified ?? object["dateModified"] as? String
            if authors.isEmpty { authors = PageMetadata.names(object["author"]) }
        }
    }

    /// Blocks come with comments and with line ends inside of strings.
    private static func repaired(_ text: String) -> String {
        var text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.hasPrefix("//<![CDATA[") { text = String(text.dropFirst(11)) }
        if text.hasSuffix("//]]>") { text = String(text.dropLast(5)) }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }

    private static func objects(in value: Any, depth: Int = 0) -> [[String: Any]] {
        guard depth < 6 else { return [] }
        if let list = value as? [Any] { return list.prefix(200).flatMap { objects(in: $0, depth: depth + 1) } }
        guard let object = value as? [String: Any] else { return [] }
        return [object] + (object["@graph"].map { objects(in: $0, depth: depth + 1) } ?? [])
            + (object["mainEntity"].map { objects(in: $0, depth: depth + 1) } ?? [])
    }

    private static func isArticle(_ object: [String: Any]) -> Bool {
        let types = (object["@type"] as? [String]) ?? [(object["@type"] as? String) ?? ""]
        return types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
    }

    private static func names(_ value: Any?) -> [String] {
        switch value {
        case let name as String: [unescaped(name)]
        case let object as [String: Any]: (object["name"] as? String).map { [unescaped($0)] } ?? names(object["name"])
        case let list as [Any]: list.prefix(20).flatMap { names($0) }
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
