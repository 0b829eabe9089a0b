/// How an observation came by its period.
public enum PeriodBasis: String, Sendable {
    /// The text gives both ends.
    case explicit
    /// Worked out from the text and the publication date ("6 tháng đầu năm", "đến nay").
    case resolved
    /// The text gives none: the figure is known on the day of publication.
    case publication
    /// Nothing is known.
    case none
}

/// The time that a number speaks of; both ends belong to it.
public struct Period: Hashable, Sendable {
    public let start: CivilDate?
    public let end: CivilDate?
    public let basis: PeriodBasis
    /// The words of the text that give it, as printed.
    public let text: String

    public init(start: CivilDate?, end: CivilDate?, basis: PeriodBasis, text: String) {
        self.start = start
        self.end = end
        self.basis = basis
        self.text = text
    }

    /// No expression of time at all.
    public static let none = Period(start: nil, end: nil, basis: .none, text: "")
}
