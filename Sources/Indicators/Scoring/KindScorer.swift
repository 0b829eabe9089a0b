import Model

/// Tells levels, changes, targets and forecasts apart by a log-linear model over the same features.
struct KindScorer: Sendable {
    private let model: LinearModel

    init(catalogue: Catalogue) { model = catalogue.weights.model("kind") }

    /// The likeliest kind, with the direction of a change.
    func kind(of features: FeatureList) -> (kind: ObservationKind, direction: Direction?) {
        guard !model.isEmpty else { return (.level, nil) }
        let scores = model.scores(of: features.hashes)
        var best = 0
        for index in scores.indices where scores[index] > scores[best] { best = index }
        switch model.parts[best] {
        case "change_up": return (.change, .up)
        case "change_down": return (.change, .down)
        case let name: return (ObservationKind(rawValue: name) ?? .level, nil)
        }
    }
}
