import FoundationEssentials

/// A phrase that is a number and nothing else.
public enum NumberPhrase {
    /// The number that a whole phrase states, in digits or words: `1.234,5`, `âm hai mươi mốt`, `một phẩy năm triệu`.
    ///
    /// Digits are read in the Vietnamese way, a point between groups and a comma before decimals, unless they cannot be.
    public static func read(_ phrase: String) -> Decimal? {
        var reader = PhraseReader(phrase)
        guard let value = reader.number() else { return nil }
        reader.skipStops()
        return reader.isAtEnd ? value : nil
    }

    /// The rank that a whole phrase states: `thứ nhất`, `thứ hai mươi tư`, `hạng 3`, `đầu tiên`.
    public static func ordinal(_ phrase: String) -> Int? {
        var reader = PhraseReader(phrase)
        if reader.skip([["đầu", "tiên"], ["thứ", "nhất"], ["hạng", "nhất"]]) { return reader.isAtEnd ? 1 : nil }
        guard reader.skip([["thứ"], ["hạng"], ["lần", "thứ"]]) else { return nil }
        if reader.skip([["nhất"]]) { return reader.isAtEnd ? 1 : nil }
        if reader.skip([["nhì"]]) { return reader.isAtEnd ? 2 : nil }
        if reader.skip([["tư"]]) { return reader.isAtEnd ? 4 : nil }
        guard let value = reader.number(), reader.isAtEnd, value > 0 else { return nil }
        return Int(value.description)
    }
}
