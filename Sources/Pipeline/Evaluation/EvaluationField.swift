import Foundation
import Indicators
import Model

/// What is compared of a number that was found.
enum EvaluationField: String, CaseIterable, Sendable {
    case unit, indicator, kind, direction, qualifier, place, period, partOf = "part_of", denominator

    /// The fields that must be right, besides the value, for a number to be right altogether.
    static let strict: Set<EvaluationField> = [.unit, .indicator, .kind, .place, .period]

    /// Whether an observation agrees with what people marked.
    func isRight(_ gold: GoldArticle.Number, _ found: Observation, in article: EvaluatedText) -> Bool {
        switch self {
        case .unit: return gold.unit == found.unit.rawValue
        case .indicator: return gold.indicator == found.indicator?.rawValue
        case .kind: return gold.kind == found.kind.rawValue
        case .direction: return gold.direction == found.direction?.rawValue
        case .qualifier: return gold.qualifier ?? found.qualifier.rawValue == found.qualifier.rawValue
        case .place: return EvaluationField.folded(gold.place) == EvaluationField.folded(found.place?.name)
        case .period:
            return gold.periodStart == found.period.start?.description
                && gold.periodEnd == found.period.end?.description
        case .denominator: return gold.denominator == found.denominator
        case .partOf:
            guard let total = gold.partOf, let claimed = found.partOf else {
                return gold.partOf == nil && found.partOf == nil
            }
            return article.starts.indices.contains(total) && article.span(ofNumberAt: total).contains(claimed)
        }
    }

    /// Names of places compare without case, tone placement and forms of apostrophes.
    private static func folded(_ name: String?) -> String? {
        name.map { PlaceName.folded($0) }
    }
}

/// A gold article laid out for comparison: its offsets in UTF-8.
struct EvaluatedText {
    let article: GoldArticle
    /// The byte at which each scalar begins, and the end.
    let starts: [Int]

    init(_ article: GoldArticle) {
        self.article = article
        var starts = [0]
        for scalar in article.text.unicodeScalars { starts.append((starts.last ?? 0) + UTF8.width(scalar)) }
        self.starts = starts
    }

    func range(_ start: Int, _ end: Int) -> Range<Int> { starts[start]..<starts[end] }

    /// The bytes of the marked number that begins at a scalar.
    func span(ofNumberAt start: Int) -> Range<Int> {
        let end = article.observations.first { $0.start == start }?.end ?? min(start + 1, starts.count - 1)
        return range(start, max(start, end))
    }
}
