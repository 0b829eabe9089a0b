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
    let map: PageMap
    let text: PageText

    init(tree: HTMLTree, page: Page, rules: ExtractionRules?) {
        self.tree = tree
        self.page = page
        self.rules = rules
        metadata = PageMetadata(tree)
        map = PageMap(tree)
        let removed = rules.map { rules in rules.remove.flatMap { tree.select($0, under: tree.root) } } ?? []
        text = Segmenter.text(of: map, removed: Set(removed))
    }

    func article() throws(ExtractionFailure) -> Article {
        do {
            return try wholeArticle()
        } catch {
            throw withFacts(error)
        }
    }

    private func withFacts(_ failure: ExtractionFailure) -> ExtractionFailure {
        let standing = Standing(map: map, page: text, body: tree.root)
        let found = TitleFinder(map: map, standing: standing, metadata: metadata, page: text).title()
        let dates = DateFinder(map: map, standing: standing, metadata: metadata, text: text, page: page)
        var failure = failure
        failure.title = found.text.isEmpty ? nil : found.text
        failure.published = dates.published(title: found.heading ?? found.text)?.time
        return failure
    }

    private func wholeArticle() throws(ExtractionFailure) -> Article {
        let bodyFinder = BodyFinder(map: map, page: text, headline: headline())
        let body = try bodyContainer(bodyFinder)
        let standing = Standing(map: map, page: text, body: body)
        let finder = TitleFinder(map: map, standing: standing, metadata: metadata, page: text)
        let found = finder.title()
        let title = selected(rules?.title) ?? found.text
        let heading = found.heading ?? title
        var inside = text.places(under: body, in: tree)
        // What stands above the headline is no part of the article.
        if let place = text.segments[inside].prefix(8).lastIndex(where: { text.isText($0, heading) }) {
            inside = place + 1..<inside.upperBound
        }
        guard !inside.isEmpty else { throw ExtractionFailure(.noArticle, "no paragraph of text was found") }
        var segments = Array(text.segments[inside])
        if rules?.body == nil {
            for part in bodyFinder.continuations(of: body) {
                segments += text.segments[text.places(under: part, in: tree)]
            }
        }
        var blocks = BlockMaker(map: map, page: text, standing: standing).blocks(
            of: segments, titles: [title, heading])
        placeLead(in: &blocks, title: heading, bodyStart: inside.lowerBound, standing: standing)
        removeDateLines(from: &blocks)
        let letters = blocks.filter { $0.kind != .caption }.reduce(0) { $0 + $1.text.utf8.count }
        guard letters >= 100 else { throw ExtractionFailure(.noArticle, "only \(letters) bytes of text were found") }
        let dates = DateFinder(map: map, standing: standing, metadata: metadata, text: text, page: page)
        let published = ruledDate() ?? dates.published(title: heading)
        return Article(
            title: title, authors: authors(), published: published?.time, publishedFrom: published?.source,
            modified: dates.modified(), canonical: canonical(), siteName: metadata.first("og:site_name"),
            section: metadata.first("article:section"), language: metadata.language, blocks: blocks)
    }

    /// The first-level heading that the head of the page repeats.
    private func headline() -> HTMLTree.Node? {
        if map.headlines.count < 2 { return map.headlines.first }
        let heads = [metadata.first("og:title", "twitter:title"), metadata.headline, metadata.documentTitle]
            .compactMap { $0.map { FoldedText($0) } }
        return map.headlines.prefix(20).first { node in
            let folded = FoldedText(tree.text(of: node))
            return folded.bytes.count >= 12 && heads.contains { $0.contains(folded.bytes[...]) }
        }
    }

    private func bodyContainer(_ finder: BodyFinder) throws(ExtractionFailure) -> HTMLTree.Node {
        if let selector = rules?.body, let chosen = tree.first(selector, under: tree.root) { return chosen }
        guard let found = finder.container() else {
            throw ExtractionFailure(.noArticle, "no paragraph of text was found")
        }
        return found
    }

    /// The lead comes first, once, wherever it stood.
    private func placeLead(in blocks: inout [ArticleBlock], title: String, bodyStart: Int, standing: Standing) {
        let lead: String
        if let ruled = selected(rules?.lead) {
            lead = ruled
        } else {
            let finder = LeadFinder(map: map, standing: standing, metadata: metadata, page: text)
            guard let place = finder.lead(title: title, bodyStart: bodyStart) else { return }
            lead = text.text(of: text.segments[place])
        }
        // What stands above the lead in the container is no part of the article.
        if let place = blocks.prefix(4).firstIndex(where: { $0.text == lead }) {
            if blocks[..<place].allSatisfy({ $0.text.utf8.count < 100 }) {
                blocks.removeSubrange(0...place)
            } else {
                return
            }
        }
        blocks.insert(ArticleBlock(.lead, lead), at: 0)
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
        for segment in text.segments where segment.range.count < 90 {
            if let named = FurnitureLine.namedAuthor(in: text.text(of: segment)) { return [named] }
        }
        for segment in text.segments where segment.range.count < 60 && map.has(.author, segment.container) {
            let line = text.text(of: segment)
            if FurnitureLine.isByline(line) { return [line] }
        }
        return []
    }

    private func canonical() -> WebAddress? {
        guard let named = metadata.canonical ?? metadata.first("og:url") else { return nil }
        return page.address.map { $0.resolving(named) } ?? WebAddress(named)
    }
}
