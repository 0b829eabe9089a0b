import FoundationEssentials
import Model

/// A quantity of the text, before anyone knows what it measures.
struct Figure: Sendable {
    /// UTF-8 offsets in the article's text.
    var range: Range<Int>
    var value: Decimal
    var unit: Unit
    var qualifier: Qualifier
    var denominator: Decimal?
    /// Written in words, as `hai mươi mốt`.
    var isSpelled: Bool
    var flags: Set<ObservationFlag>
}
