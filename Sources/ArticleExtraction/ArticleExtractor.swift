import Markup
import Model

/// Reads the article out of a page: headline, authors, time, lead, body; everything else is left out.
public struct ArticleExtractor: Sendable {
    public init() {}

    /// The article of a page, or why there is none.
    ///
    /// `rules` are a source's selectors; they go before what is found without them.
    public func article(from page: Page, rules: ExtractionRules? = nil) throws(ExtractionFailure) -> Article {
        guard page.bytes.contains(UInt8(ascii: "<")) else {
            throw ExtractionFailure(.notHTML, "the content has no markup")
        }
        let tree = HTMLTree(parsing: page.bytes, charset: ContentType.charset(page.contentType))
        let reading = PageReading(tree: tree, page: page, rules: rules)
        return try reading.article()
    }
}

/// One page on its way to an article.
private struct PageReading {
    let tree: HTMLTree
    let page: Page
    let rules: ExtractionRules?
    let metadata: PageMetadata
    let furniture: FurnitureMap
    let segments: [Segment]

    init(tree: HTMLTree, page: Page, rules: ExtractionRules?) {
        self.tree = tree
        self.page = page
        self.rules = rules
        metadata = PageMetadata(tree)
        let hints = Hints(tree)
        furniture = FurnitureMap(tree: tree, hints: hints)
        let removed = rules.map { rules in rules.remove.flatMap { tree.select($0, under: tree.root) } } ?? []
        segments = Segmenter(tree: tree, removed: Set(removed), hints: hints).segments
    }

    func article() throws(ExtractionFailure) -> Article {
        let title =
            selected(rules?.title)
            ?? TitleFinder(tree: tree, metadata: metadata, segments: segments, furniture: furniture).title()
        let body = try bodyContainer()
        var inside = segments.filter { isInside($0, body) }
        // What stands above the headline is no part of the article.
        if let place = inside.prefix(8).lastIndex(where: { $0.text == title }) { inside.removeSubrange(0...place) }
        guard let first = inside.first, let start = segments.firstIndex(where: { $0.first == first.first }) else {
            throw ExtractionFailure(.noArticle, "no paragraph of text was found")
        }
        var blocks = BlockMaker(tree: tree, furniture: furniture).blocks(of: inside, title: title)
        placeLead(in: &blocks, title: title, bodyStart: start)
        let dates = DateFinder(tree: tree, metadata: metadata, segments: segments, furniture: furniture, page: page)
        removeDateLines(from: &blocks)
        let letters = blocks.filter { $0.kind != .caption }.reduce(0) { $0 + $1.text.count }
        guard letters >= 80 else { throw ExtractionFailure(.noArticle, "only \(letters) letters of text were found") }
        let published = ruledDate() ?? dates.published(title: title, body: body)
        return Article(
            title: title, authors: authors(), published: published?.time, publishedFrom: published?.source,
            modified: dates.modified(), canonical: canonical(), siteName: metadata.first("og:site_name"),
            section: metadata.first("article:section"), language: metadata.language, blocks: blocks)
    }

    private func bodyContainer() throws(ExtractionFailure) -> HTMLTree.Node {
        if let selector = rules?.body, let chosen = tree.first(selector, under: tree.root) { return chosen }
        guard let found = BodyFinder(tree: tree, segments: segments, furniture: furniture).container() else {
            throw ExtractionFailure(.noArticle, "no paragraph of text was found")
        }
        return found
    }

    private func isInside(_ segment: Segment, _ node: HTMLTree.Node) -> Bool {
        let place = tree.order(of: segment.first)
        return place > tree.order(of: node) && place < tree.end(of: node)
    }

    /// The lead comes first, once, wherever it stood.
    private func placeLead(in blocks: inout [ArticleBlock], title: String, bodyStart: Int) {
        let text: String
        if let ruled = selected(rules?.lead) {
            text = ruled
        } else {
            let finder = LeadFinder(tree: tree, metadata: metadata, segments: segments, furniture: furniture)
            guard let place = finder.lead(title: title, bodyStart: bodyStart) else { return }
            text = segments[place].text
        }
        // What stands above the lead in the container is no part of the article.
        if let place = blocks.prefix(4).firstIndex(where: { $0.text == text }) { blocks.removeSubrange(0...place) }
        blocks.insert(ArticleBlock(.lead, text), at: 0)
    }

    /// The line with the date is no paragraph.
    private func removeDateLines(from blocks: inout [ArticleBlock]) {
        blocks.removeAll { block in
            block.text.utf8.count < 70 && block.kind != .tableRow && DateLine.isDateLine(block.text)
        }
    }

    private func selected(_ selector: Selector?) -> String? {
        guard let selector, let node = tree.first(selector, under: tree.root) else { return nil }
        let text = tree.text(of: node)
        return text.isEmpty ? nil : text
    }

    private func ruledDate() -> (time: Timestamp, source: DateSource)? {
        selected(rules?.date).flatMap { DateLine.time(in: $0) }.map { ($0, .visibleText) }
    }

    private func authors() -> [String] {
        if let ruled = selected(rules?.author) { return [ruled] }
        if !metadata.authors.isEmpty { return metadata.authors }
        if let named = metadata.first("author", "article:author", "dc.creator"), !named.hasPrefix("http") {
            return [named]
        }
        if let named = segments.lazy.compactMap({ Furniture.namedAuthor(in: $0.text) }).first { return [named] }
        for segment in segments where segment.text.utf8.count < 60 && furniture.hints.isAuthor(segment.container) {
            if Furniture.isByline(segment.text) { return [segment.text] }
        }
        return []
    }

    private func canonical() -> WebAddress? {
        guard let named = metadata.canonical ?? metadata.first("og:url") else { return nil }
        return page.address.map { $0.resolving(named) } ?? WebAddress(named)
    }
}
