import ArticleExtraction
import Configuration
import Indicators
import Ledger
import Model

/// From a captured page to the article and the rows that are published of it. Pure: the same capture, configuration
/// and catalogue give the same rows.
struct PageReader: Sendable {
    private let reader: ObservationReader
    private let rows: RowMaker
    private let extractor = ArticleExtractor()

    /// `minimumConfidence` (0 to 100) is what an observation needs to be published.
    init(knowledge: Knowledge, minimumConfidence: Int) {
        reader = ObservationReader(catalogue: knowledge.catalogue, gazetteer: knowledge.gazetteer)
        rows = RowMaker(catalogue: knowledge.catalogue, minimumConfidence: minimumConfidence)
    }

    /// The article on a page, read by the source's rules.
    func article(on capture: Capture, rules: ExtractionConfiguration?) throws(ExtractionFailure) -> Article {
        try extractor.article(from: Page(capture), rules: rules.flatMap { ExtractionRules($0) })
    }

    /// The numbers of an article; `home` is the province whose news the source brings.
    func reading(of article: Article, home: PlaceID?) -> Reading {
        reader.read(
            ReadableArticle(
                title: article.title, text: article.text, published: article.published?.vietnamDate, home: home))
    }

    /// The article on an archived page with its numbers; `announced` is the time that the feed or listing gave.
    func record(
        of archived: ArchivedCapture, source: SourceConfiguration, announced: Timestamp?
    ) throws(ExtractionFailure) -> ArticleRecord {
        var article = try article(on: archived.capture, rules: source.extraction)
        if article.published == nil, let announced {
            article.published = announced
            article.publishedFrom = .feed
        }
        let provenance = RowMaker.Provenance(
            source: source.id, sourceName: source.name,
            address: PageReader.ownAddress(of: article, at: archived.capture.address, source),
            capture: archived.digest)
        return rows.record(of: article, reading: reading(of: article, home: source.province), at: provenance)
    }

    /// The address that the page names as its own, where that is one of the source's articles and not its front page.
    private static func ownAddress(
        of article: Article, at address: WebAddress, _ source: SourceConfiguration
    ) -> WebAddress {
        guard let canonical = article.canonical, canonical.pathAndQuery != "/",
            source.hosts.contains(where: { canonical.hostMatches($0) })
        else { return source.addressRules.key(of: address) }
        return source.addressRules.key(of: canonical)
    }
}

extension ExtractionRules {
    /// A source's selectors as the extractor takes them; nil when there are none.
    init?(_ configuration: ExtractionConfiguration) {
        if configuration.isEmpty { return nil }
        self.init(
            title: configuration.title, date: configuration.date, author: configuration.author,
            lead: configuration.lead, body: configuration.body, remove: configuration.remove)
    }
}
