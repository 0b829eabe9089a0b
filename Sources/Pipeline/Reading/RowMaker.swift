import Datasets
import Digest
import FoundationEssentials
import Indicators
import Ledger
import Model

/// Makes the rows of one article version from what was read.
///
/// Every identifier is a digest of content, never a counter or a time, so that a run killed and started again, or a
/// rebuild from the archive, gives the same rows.
struct RowMaker: Sendable {
    let catalogue: Catalogue
    /// Observations below this confidence become rejections.
    let minimumConfidence: Int

    /// Where an article stands: what its rows repeat.
    struct Provenance: Sendable {
        let source: SourceID
        let sourceName: String
        /// The address that the page names as its own, else the one it was found at.
        let address: WebAddress
        /// The digest of the page's bytes, `sha256:…`.
        let capture: String
    }

    /// The rows of one article version, with its text.
    func record(of article: Article, reading: Reading, at provenance: Provenance) -> ArticleRecord {
        let textDigest = RowMaker.digest(article.text)
        let id = ArticleID("A" + RowMaker.short(provenance.address.text, textDigest))
        let offsets = ScalarOffsets(of: reading.text)
        let (published, withheld) = separate(reading)
        let identities = Dictionary(
            published.map { ($0.range.lowerBound, RowMaker.observationID($0, of: id)) },
            uniquingKeysWith: { first, _ in first })
        var facts = FactIdentity(address: provenance.address)
        let observations = published.map { observation in
            var row = row(of: observation, id: id, article: article, provenance, reading.text, offsets, identities)
            row.factID = facts.fact(of: observation)
            return row
        }
        let rejections = (reading.rejections + withheld).sorted { $0.range.lowerBound < $1.range.lowerBound }
        return ArticleRecord(
            row: ArticleRow(
                articleID: id, source: provenance.source, sourceName: provenance.sourceName, url: provenance.address,
                title: article.title, authors: article.authors, publishedAt: article.published,
                publishedFrom: article.publishedFrom, modifiedAt: article.modified, section: article.section,
                language: article.language, lead: article.lead,
                words: article.text.split(whereSeparator: \.isWhitespace).count, observations: observations.count,
                rejections: rejections.count, capture: provenance.capture, textDigest: textDigest,
                extractorVersion: RowMaker.extractorVersion),
            text: reading.text, observations: observations,
            rejections: rejections.map { row(of: $0, id: id, article: article, provenance, reading.text, offsets) })
    }

    /// What is published and what is held back, with the reason.
    private func separate(_ reading: Reading) -> (published: [Observation], withheld: [Rejection]) {
        var published: [Observation] = []
        var withheld: [Rejection] = []
        for observation in reading.observations {
            if observation.indicator == nil {
                withheld.append(Rejection(observation, reason: .noIndicator, detail: observation.measure))
            } else if observation.confidence < minimumConfidence {
                let detail = "\(observation.indicator?.rawValue ?? ""), confidence \(observation.confidence)"
                withheld.append(Rejection(observation, reason: .lowConfidence, detail: detail))
            } else {
                published.append(observation)
            }
        }
        return (published, withheld)
    }

    private func row(
        of observation: Observation, id: ArticleID, article: Article, _ provenance: Provenance, _ text: String,
        _ offsets: ScalarOffsets, _ identities: [Int: ObservationID]
    ) -> ObservationRow {
        let indicator = observation.indicator.flatMap { catalogue[$0] }
        return ObservationRow(
            observationID: RowMaker.observationID(observation, of: id), indicator: observation.indicator,
            indicatorNameVI: indicator?.nameVietnamese ?? "",
            indicatorNameEN: indicator?.nameEnglish ?? "", area: indicator?.area.rawValue ?? "",
            value: observation.value,
            unit: observation.unit, valueText: observation.valueText, valueRange: observation.range,
            qualifier: observation.qualifier,
            kind: observation.kind, direction: observation.direction, denominator: observation.denominator,
            partOf: observation.partOf.flatMap { identities[$0] }, place: observation.place,
            period: observation.period, stockFlow: observation.stockFlow, publishedAt: article.published,
            source: provenance.source, title: article.title, url: provenance.address,
            quote: RowMaker.slice(text, observation.quote),
            quoteStart: offsets.scalar(at: observation.quote.lowerBound),
            quoteEnd: offsets.scalar(at: observation.quote.upperBound), articleID: id, capture: provenance.capture,
            confidence: observation.confidence, flags: observation.flags, catalogueVersion: catalogue.edition,
            extractorVersion: RowMaker.extractorVersion)
    }

    private func row(
        of rejection: Rejection, id: ArticleID, article: Article, _ provenance: Provenance, _ text: String,
        _ offsets: ScalarOffsets
    ) -> RejectionRow {
        RejectionRow(
            articleID: id, source: provenance.source, url: provenance.address, title: article.title,
            publishedAt: article.published, valueText: rejection.surface, reason: rejection.reason,
            detail: rejection.detail, quote: RowMaker.slice(text, rejection.quote),
            quoteStart: offsets.scalar(at: rejection.quote.lowerBound),
            quoteEnd: offsets.scalar(at: rejection.quote.upperBound), extractorVersion: RowMaker.extractorVersion)
    }

    /// Rises with every change of what the stages read out of the same bytes: when the golden datasets of the tests
    /// change and the sample portal did not. Articles that an older one read are read again by `chiso rebuild`.
    static let extractorVersion = "2"

    /// `sha256:` and the digest of a text's UTF-8.
    static func digest(_ text: String) -> String { "sha256:" + Digest.hexadecimal(Digest.sha256(text.utf8)) }

    private static func observationID(_ observation: Observation, of article: ArticleID) -> ObservationID {
        let indicator = observation.indicator?.rawValue ?? ""
        return ObservationID("O" + short(article.rawValue, "\(observation.range.lowerBound)", indicator))
    }

    /// The first twenty hexadecimal digits of the digest of some texts.
    private static func short(_ parts: String...) -> String {
        String(Digest.hexadecimal(Digest.sha256(parts.joined(separator: "\n").utf8)).prefix(20))
    }

    /// The part of a text between two UTF-8 offsets that a stage gave.
    private static func slice(_ text: String, _ range: Range<Int>) -> String {
        String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }
}

extension Rejection {
    /// An observation that is held back.
    init(_ observation: Observation, reason: RejectionReason, detail: String) {
        self.init(
            range: observation.range, surface: observation.valueText, reason: reason, detail: detail,
            quote: observation.quote)
    }
}
