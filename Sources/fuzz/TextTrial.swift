import Gazetteer
import Model
import VietnameseText

/// The readers of numbers, times, places and phrases.
struct TextTrial: Trial {
    let gazetteer: Gazetteer
    private let day = CivilDate(dayNumber: 19_859)

    /// Nil where each digit has one owner, ranges give the printed text, and all that is read lies in the text.
    func problem(with input: [UInt8]) -> String? {
        let source = String(decoding: input, as: UTF8.self)
        let read = AnnotatedText(source, published: day)
        var owners = [UInt8](repeating: 0, count: read.bytes.count)
        for quantity in read.quantities {
            guard String(decoding: read.bytes[quantity.range], as: UTF8.self) == quantity.valueText else {
                return "the text of a quantity differs"
            }
            for index in quantity.range { owners[index] += 1 }
        }
        for mask in read.masked { for index in mask.range { owners[index] += 1 } }
        for (index, byte) in read.bytes.enumerated() {
            if owners[index] > 1 { return "byte \(index) has two owners" }
            if byte >= 0x30, byte <= 0x39, owners[index] == 0 { return "digit \(index) has no owner" }
        }
        guard read.periods.count == read.quantities.count else { return "a quantity without a period" }
        for document in read.documents where document.number.isEmpty { return "a document without a number" }
        for mention in PlaceFinder(gazetteer: gazetteer).mentions(in: read.tokenText, on: day)
        where mention.range.upperBound > read.bytes.count { return "a place outside the text" }
        return phrases(String(source.prefix(120)))
    }

    private func phrases(_ text: String) -> String? {
        _ = NumberPhrase.read(text)
        _ = NumberPhrase.ordinal(text)
        _ = MoneyPhrase.read(text)
        _ = DurationPhrase.read(text)
        _ = PeriodPhrase.read(text, published: day)
        _ = TimestampParser.parse(text)
        _ = gazetteer.units(named: text, on: day)
        let date = DatePhrase.read(text, reference: CivilMoment(date: day, second: 30_000))
        return date?.iso.isEmpty == true ? "a date without a form" : nil
    }
}
