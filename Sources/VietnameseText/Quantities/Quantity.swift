import FoundationEssentials
import Model

/// A number that may state something: its value, what it counts and how sharp it is meant.
public struct Quantity: Sendable {
    public enum Form: String, Sendable {
        case cardinal, percent, fraction, score, rank, money, duration, spelled, implied
    }

    /// Which end of a range a number is.
    public enum Bound: Sendable { case low, high }

    /// What a word of movement before the number makes of it.
    public enum ChangeCue: Hashable, Sendable {
        /// `tăng 120 hồ sơ`, `giảm 3 bậc`: the number is the size of the movement.
        case by(Direction)
        /// `tăng lên 98%`, `giảm còn 12`: the number is where the movement ends.
        case to
        /// `từ 95% lên 98%`: where it began.
        case from
        /// `gấp 2 lần`.
        case multiple
    }

    /// UTF-8 offsets: the number with its percent sign and scale words, without unit and approximation.
    public var range: Range<Int>
    public var tokens: Range<Int>
    public var valueText: String
    public var value: Decimal
    public var form: Form
    /// What it counts, by the noun behind it or the one that it shares; nil where no noun tells.
    public var unit: Model.Unit?
    /// The tokens of the counted noun behind the number; empty where it has none of its own.
    public var noun: Range<Int>
    public var denominator: Decimal?
    public var qualifier: Qualifier
    public var bound: Bound?
    public var change: ChangeCue?
    public var isForecast: Bool
    public var flags: Set<ObservationFlag>
    public var sentence: Int
}
