import Model

/// An expression of time in the text, resolved.
struct PeriodMention: Sendable {
    /// UTF-8 offsets in the text.
    let range: Range<Int>
    let period: Period
    /// The word that stands for it in the passage.
    var word = 0
}

/// Chooses among the expressions of time the one that a number speaks of, by a log-linear model over where they stand.
///
/// The standard's rules are its features: an expression rules forward, backwards only in its clause; "đến nay" rules
/// its own sentence; a base of comparison rules its own number; the lead of a list rules the list.
struct PeriodScorer: Sendable {
    private let model: LinearModel

    init(catalogue: Catalogue) { model = catalogue.weights.model("period") }

    /// A mention with its features; the last choice of all is to have no period.
    struct Choice {
        let mention: Int?
        let features: FeatureList
    }

    /// The mention that a number speaks of, or nil.
    func choose(_ choices: [Choice]) -> Int? {
        var best: (mention: Int?, score: Int) = (nil, .min)
        for choice in choices {
            let score = choice.features.hashes.reduce(0) { $0 + model.weight(of: $1) }
            if score > best.score { best = (choice.mention, score) }
        }
        return best.mention
    }

    /// The mentions that may rule a number, from its sentence, its paragraph, the lead of its list or the first lines.
    func choices(
        for word: Int, kind: ObservationKind, direction: Direction?, unit: Model.Unit, indicator: Indicator?,
        mentions: [PeriodMention], passage: Passage
    ) -> [Choice] {
        let frame = PeriodFrame(
            word: word, kind: direction.map { "\(kind.rawValue)_\($0.rawValue)" } ?? kind.rawValue,
            isIndex: indicator?.area == .outcomeIndex, passage: passage, mentions: mentions)
        var result: [Choice] = []
        for index in mentions.indices {
            guard let features = frame.features(of: index) else { continue }
            result.append(Choice(mention: index, features: features))
        }
        var none = FeatureList()
        none.add("none", frame.kind)
        none.add("noneindex", frame.isIndex ? "index" : "other")
        result.append(Choice(mention: nil, features: none))
        return result
    }
}
