import FoundationEssentials
import Gazetteer
import Model
import VietnameseText

/// Reads the numbers of an article: what each measures, of which place and time, or why it is no observation.
public struct ObservationReader: Sendable {
    let catalogue: Catalogue
    let placeBinder: PlaceBinder
    let folding: PhraseFolding
    let book: PhraseBook
    let indicatorScorer: IndicatorScorer
    let kindScorer: KindScorer
    let periodScorer: PeriodScorer

    /// Compiles the catalogue; do it once and read many articles with it.
    public init(catalogue: Catalogue, gazetteer: Gazetteer) {
        self.catalogue = catalogue
        placeBinder = PlaceBinder(gazetteer: gazetteer)
        folding = PhraseFolding(abbreviations: catalogue.abbreviations) { SourceText.syllables(of: $0) }
        book = PhraseBook(indicators: catalogue.indicators, folding: folding)
        indicatorScorer = IndicatorScorer(catalogue: catalogue)
        kindScorer = KindScorer(catalogue: catalogue)
        periodScorer = PeriodScorer(catalogue: catalogue)
    }

    /// The observations of an article, and its other numbers with the reason that they are none.
    public func read(_ article: ReadableArticle) -> Reading {
        let source = SourceText(article)
        let passage = passage(of: source, title: article.title)
        let verdicts = judge(source, passage)
        let observed = verdicts.indices.filter { verdicts[$0].answer != .rejected }
        let totals = PartFinder(passage: passage, figures: source.figures).totals(of: observed)
        let periods = periods(of: observed, verdicts, source, passage)
        let places = places(of: observed, source, article, dates: periods.map(\.end))
        let draft = ObservationDraft(source: source, passage: passage, catalogue: catalogue)
        let observations = observed.indices.map { position in
            let figure = observed[position]
            return draft.observation(
                figure, verdicts[figure], place: places[position], period: periods[position], total: totals[figure])
        }
        let numberless = verdicts.indices.filter { verdicts[$0].answer == .rejected }
        let rejections = numberless.map { draft.rejection($0, verdicts[$0]) } + draft.maskedRejections
        return Reading(
            text: source.text, observations: observations,
            rejections: rejections.sorted { $0.range.lowerBound < $1.range.lowerBound },
            documents: source.annotated.documents)
    }

    func passage(of source: SourceText, title: String) -> Passage {
        let builder = PassageBuilder(book: book, folding: folding)
        return Passage(
            words: builder.words(tokens: source.annotated.tokens, spans: source.spans),
            title: builder.words(tokens: AnnotatedText(title, published: nil).tokens, spans: []))
    }

    /// The time that each observation speaks of.
    private func periods(
        of observed: [Int], _ verdicts: [Verdict], _ source: SourceText, _ passage: Passage
    ) -> [Period] {
        let mentions = PeriodMention.mentions(of: source.annotated, in: passage)
        return observed.map { figure in
            let choices = periodScorer.choices(
                for: source.figures[figure], word: passage.numberWords[figure], verdict: verdicts[figure],
                indicators: catalogue.indicators, mentions: mentions, passage: passage)
            return periodScorer.period(of: choices, mentions: mentions) ?? source.figures[figure].period
        }
    }

    /// What each figure is, in the order of the text.
    private func judge(_ source: SourceText, _ passage: Passage) -> [Verdict] {
        var verdicts: [Verdict] = []
        let reader = NumberReader(catalogue: catalogue, book: book, passage: passage, figures: source.figures)
        reader.walk { evidence in
            let ranked = indicatorScorer.rank(
                evidence.features, candidates: evidence.candidates, unnamed: evidence.unnamed,
                unit: source.figures[evidence.figure].unit)
            let kind = kindScorer.kind(of: evidence.features)
            let answer = ranked.first?.answer ?? .rejected
            verdicts.append(
                Verdict(
                    answer: answer, confidence: IndicatorScorer.confidence(ranked), kind: kind.kind,
                    direction: kind.direction,
                    runnersUp: ranked.dropFirst().prefix(3).map(\.answer)))
            return answer
        }
        return verdicts
    }
}
