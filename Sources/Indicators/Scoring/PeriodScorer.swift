import Model

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

    /// The period of the likeliest choice; nil where nothing was learned.
    func period(of choices: [Choice], mentions: [PeriodMention]) -> Period? {
        guard !model.isEmpty else { return nil }
        var best: (mention: Int?, score: Int) = (nil, .min)
        for choice in choices {
            let score = choice.features.hashes.reduce(0) { $0 + model.weight(of: $1) }
            if score > best.score { best = (choice.mention, score) }
        }
        return best.mention.map { mentions[$0].period } ?? Period.none
    }

    /// The mentions that may rule a number, from its sentence, its paragraph, the lead of its list or the first lines.
    func choices(
        for figure: Figure, word: Int, verdict: Verdict, indicators: [Indicator], mentions: [PeriodMention],
        passage: Passage
    ) -> [Choice] {
        var isIndex = false
        if case .indicator(let index) = verdict.answer { isIndex = indicators[index].area == .outcomeIndex }
        let kind = verdict.kind.rawValue + (figure.change.map { "_" + $0 } ?? "")
        let frame = PeriodFrame(
            word: word, kind: kind, isIndex: isIndex, ruled: figure.period, passage: passage, mentions: mentions)
        var result: [Choice] = []
        for index in frame.candidates {
            guard let features = frame.features(of: index) else { continue }
            result.append(Choice(mention: index, features: features))
        }
        var none = FeatureList()
        none.add("none", kind)
        none.add("noneindex", isIndex ? "index" : "other")
        none.add("rule", figure.period.end == nil && figure.period.start == nil ? "none" : "other")
        result.append(Choice(mention: nil, features: none))
        return result
    }
}
