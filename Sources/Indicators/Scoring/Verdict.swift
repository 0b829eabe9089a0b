import Model

/// What a number was found to be.
struct Verdict: Sendable {
    let answer: Answer
    /// In hundredths.
    let confidence: Int
    let kind: ObservationKind
    let direction: Direction?
    let runnersUp: [Answer]
}
