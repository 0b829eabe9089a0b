import Markup

extension ExtractionRules {
    /// The rules that pick nothing on a page, by the names of their keys in a source file.
    public func idle(on page: Page) -> [String] {
        let tree = HTMLTree(parsing: page.bytes, charset: ContentType.charset(page.contentType))
        let rules: [(String, Selector?)] = [
            ("title", title), ("date", date), ("author", author), ("lead", lead), ("body", body),
        ]
        let named = rules + remove.enumerated().map { ("remove \($0 + 1)", $1) }
        return named.compactMap { name, selector in
            guard let selector, tree.first(selector, under: tree.root) == nil else { return nil }
            return name
        }
    }
}
