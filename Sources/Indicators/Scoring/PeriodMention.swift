import Model
import VietnameseText

/// An expression of time in the text, resolved, at its place among the words.
struct PeriodMention: Sendable {
    /// The word that it begins with, or the one behind it.
    let word: Int
    let period: Period
    /// What it says of the numbers around it, as the text stage found.
    let role: String

    /// All expressions of a text that give days, in the order of the text.
    static func mentions(of text: AnnotatedText, in passage: Passage) -> [PeriodMention] {
        var word = 0
        return text.times.filter { $0.period.start != nil || $0.period.end != nil }.map { time in
            while word + 1 < passage.words.count, passage.words[word].range.lowerBound < time.range.lowerBound {
                word += 1
            }
            return PeriodMention(word: word, period: time.period, role: String(describing: time.role))
        }
    }
}
