import Foundation
import Model

/// What a number may turn out to be.
enum Answer: Hashable, Sendable {
    /// An indicator, by its position in the catalogue.
    case indicator(Int)
    /// An observation that the catalogue has no indicator for.
    case unnamed
    /// No observation.
    case rejected
}

/// Ranks the answers for a number by a log-linear model over the features of its surroundings.
///
/// The score of an indicator is what the features say for its parts (its code, the words of its code, its value type),
/// and what the places of its phrases say. Shared parts let a rare indicator profit from its siblings.
struct IndicatorScorer: Sendable {
    private let surroundings: LinearModel
    private let phrases: LinearModel
    /// The parts of each answer, as positions in the model: indicators in catalogue order, then unnamed, rejected.
    private let partsOfAnswer: [[Int]]
    private let valueTypes: [ValueType]

    /// An answer with the natural logarithm of its odds, in thousandths, up to a constant.
    struct Ranked: Sendable {
        let answer: Answer
        let score: Int
    }

    init(catalogue: Catalogue) {
        surroundings = catalogue.weights.model("surroundings")
        phrases = catalogue.weights.model("phrases")
        valueTypes = catalogue.indicators.map(\.valueType)
        let positions = Dictionary(
            surroundings.parts.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let names =
            catalogue.indicators.map { IndicatorScorer.parts(of: $0) } + [["(none)"], ["(rejected)"]]
        partsOfAnswer = names.map { $0.compactMap { positions[$0] } }
    }

    /// The code, its words, and its value type.
    static func parts(of indicator: Indicator) -> [String] {
        let code = indicator.code.rawValue
        let words = Set(code.split { $0 == "." || $0 == "_" }.map(String.init))
        return [code] + words.sorted() + ["#" + indicator.valueType.rawValue]
    }

    /// The answers, the likeliest first.
    func rank(_ features: FeatureList, candidates: [Int: FeatureList], unnamed: FeatureList, unit: Model.Unit)
        -> [Ranked]
    {
        let sums = surroundings.scores(of: features.hashes)
        func base(_ answer: Int) -> Int { partsOfAnswer[answer].reduce(0) { $0 + sums[$1] } }
        func phrase(_ list: FeatureList?) -> Int { list?.hashes.reduce(0) { $0 + phrases.weight(of: $1) } ?? 0 }
        let fitting = Dimension.valueTypes(of: unit)
        var result: [Ranked] = []
        for index in valueTypes.indices where fitting.contains(valueTypes[index]) {
            result.append(Ranked(answer: .indicator(index), score: base(index) + phrase(candidates[index])))
        }
        result.append(Ranked(answer: .unnamed, score: base(valueTypes.count) + phrase(unnamed)))
        result.append(Ranked(answer: .rejected, score: base(valueTypes.count + 1)))
        // Equal scores keep the order of the catalogue, so that the same text gives the same answer everywhere.
        return result.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
            .map(\.element)
    }

    /// The share of the first answer in the odds of all, in hundredths.
    static func confidence(_ ranked: [Ranked]) -> Int {
        guard let top = ranked.first else { return 0 }
        let total = ranked.reduce(0.0) { $0 + exp(Double($1.score - top.score) / 1000) }
        return min(100, max(0, Int((100 / total).rounded())))
    }
}
