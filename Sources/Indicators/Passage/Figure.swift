import FoundationEssentials
import Model

/// A quantity of the text, before anyone knows what it measures.
struct Figure: Sendable {
    /// UTF-8 offsets in the article's text.
    var range: Range<Int>
    var value: Decimal
    var unit: Model.Unit
    var qualifier: Qualifier
    var denominator: Decimal?
    /// Written in words, as `hai mươi mốt`.
    var isSpelled: Bool
    var flags: Set<ObservationFlag> = []
    /// What the words before it say about a movement, by the name that the text stage gives it.
    var change: String?
    /// Said to be expected, not reached.
    var isForecast = false
    /// The time that the rules of the text stage carry to it.
    var period = Period.none
}
