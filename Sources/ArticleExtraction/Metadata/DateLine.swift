import Model
import VietnameseText

/// A line that holds a date and little else.
enum DateLine {
    static func time(in text: String) -> Timestamp? { TimestampParser.find(in: text)?.timestamp }

    /// Whether little is left of a line when its date is taken away.
    static func isDateLine(_ text: String) -> Bool {
        guard let found = TimestampParser.find(in: text) else { return false }
        let rest = text.utf8.count - found.range.count
        return rest <= 24 && (found.hasTime || rest <= 16)
    }
}
