import FoundationEssentials
import Model

/// What an annotator says of one number: the answer that the scorer is to learn.
public struct AnnotatedNumber: Sendable {
    /// UTF-8 offsets in the NFC text.
    public let range: Range<Int>
    /// Nil for a number that is no observation.
    public let value: Decimal?
    public let indicator: IndicatorCode?
    public let kind: ObservationKind
    public let direction: Direction?
    public let periodStart: CivilDate?
    public let periodEnd: CivilDate?

    public init(
        range: Range<Int>, value: Decimal?, indicator: IndicatorCode? = nil, kind: ObservationKind = .level,
        direction: Direction? = nil, periodStart: CivilDate? = nil, periodEnd: CivilDate? = nil
    ) {
        self.range = range
        self.value = value
        self.indicator = indicator
        self.kind = kind
        self.direction = direction
        self.periodStart = periodStart
        self.periodEnd = periodEnd
    }
}

/// One number with all its features and the right answers: a row for `Scripts/train-scorer`.
public struct TrainingExample: Sendable, Encodable {
    /// A choice of period with its features.
    public struct Choice: Sendable, Encodable {
        public let features: [String]
        public let right: Bool
    }

    public let features: [String]
    /// What the phrases say, by code; `(none)` for an observation without indicator.
    public let candidates: [String: [String]]
    /// The value types that a number of this unit may have.
    public let fitting: [String]
    /// A code, `(none)` or `(rejected)`.
    public let label: String
    /// Nil where the number is no observation.
    public let kind: String?
    public let periods: [Choice]
}

extension ObservationReader {
    /// The numbers of an annotated article as training examples, in the order of the text.
    public func examples(of article: ReadableArticle, annotated: [AnnotatedNumber]) -> [TrainingExample] {
        let source = SourceText(article)
        let passage = passage(of: source, title: article.title)
        let truths = source.figures.map { figure in
            annotated.first { $0.range.overlaps(figure.range) && $0.value == figure.value }
        }
        let mentions = PeriodMention.mentions(of: source.annotated, in: passage)
        let positions = Dictionary(
            catalogue.indicators.enumerated().map { ($0.element.code, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var result: [TrainingExample] = []
        NumberReader(catalogue: catalogue, book: book, passage: passage, figures: source.figures).walk { evidence in
            let truth = truths[evidence.figure]
            let answer = truth.map { truth in
                truth.indicator.flatMap { positions[$0] }.map { Answer.indicator($0) } ?? .unnamed
            }
            let choices = truth.map { truth in
                periodScorer.choices(
                    for: source.figures[evidence.figure], word: passage.numberWords[evidence.figure],
                    verdict: Verdict(truth, answer: answer ?? .unnamed), indicators: catalogue.indicators,
                    mentions: mentions, passage: passage
                ).map { choice in
                    let period = choice.mention.map { mentions[$0].period } ?? .none
                    return TrainingExample.Choice(
                        features: choice.features.names,
                        right: period.start == truth.periodStart && period.end == truth.periodEnd)
                }
            }
            result.append(example(evidence, truth, unit: source.figures[evidence.figure].unit, choices ?? []))
            return answer ?? .rejected
        }
        return result
    }

    private func example(
        _ evidence: NumberReader.Evidence, _ truth: AnnotatedNumber?, unit: Model.Unit,
        _ choices: [TrainingExample.Choice]
    ) -> TrainingExample {
        var candidates = Dictionary(
            uniqueKeysWithValues: evidence.candidates.map {
                (catalogue.indicators[$0.key].code.rawValue, $0.value.names)
            })
        if !evidence.unnamed.hashes.isEmpty { candidates["(none)"] = evidence.unnamed.names }
        let kind = truth.map { $0.kind == .change ? "change_\(($0.direction ?? .up).rawValue)" : $0.kind.rawValue }
        return TrainingExample(
            features: evidence.features.names, candidates: candidates,
            fitting: Dimension.valueTypes(of: unit).members.map(\.rawValue).sorted(),
            label: truth == nil ? "(rejected)" : truth?.indicator?.rawValue ?? "(none)", kind: kind, periods: choices)
    }
}

extension Verdict {
    /// What an annotator says, as if the scorers had found it.
    fileprivate init(_ truth: AnnotatedNumber, answer: Answer) {
        self.init(answer: answer, confidence: 100, kind: truth.kind, direction: truth.direction, runnersUp: [])
    }
}
