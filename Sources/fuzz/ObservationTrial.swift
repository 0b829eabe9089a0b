import FoundationEssentials
import Indicators
import Model
import VietnameseText

/// The reader of observations, with the invariants of its output.
struct ObservationTrial: Trial {
    let reader: ObservationReader
    private let day = CivilDate(dayNumber: 19_859)

    init(reader: ObservationReader) { self.reader = reader }

    /// Nil where ranges give the printed text, values come from it, each number is told of once, and the same input gives
    /// the same output.
    func problem(with input: [UInt8]) -> String? {
        let article = ReadableArticle(
            title: "Cải cách hành chính", text: String(decoding: input, as: UTF8.self), published: day, home: nil)
        let reading = reader.read(article)
        let bytes = Array(reading.text.utf8)
        var owners = [UInt8](repeating: 0, count: bytes.count)
        for observation in reading.observations {
            guard String(decoding: bytes[observation.range], as: UTF8.self) == observation.valueText else {
                return "the text of an observation differs"
            }
            guard ObservationTrial.agrees(observation) else {
                return "\(observation.valueText) is not \(observation.value)"
            }
            guard observation.quote.upperBound <= bytes.count, observation.quote.contains(observation.range.lowerBound),
                (0...100).contains(observation.confidence)
            else { return "the sentence of an observation is not around it" }
            for index in observation.range { owners[index] += 1 }
        }
        for rejection in reading.rejections { for index in rejection.range { owners[index] += 1 } }
        for (index, byte) in bytes.enumerated() {
            if owners[index] > 1 { return "byte \(index) is told of twice" }
            if byte >= 0x30, byte <= 0x39, owners[index] == 0 { return "digit \(index) is not told of" }
        }
        let again = reader.read(article)
        return again.observations == reading.observations ? nil : "the same input gave another output"
    }

    /// Whether a value is the one that the printed number states, up to the scale of a list or a table.
    private static func agrees(_ observation: Observation) -> Bool {
        var text = observation.valueText.lowercased()
        if text.hasSuffix("%") { text.removeLast() }
        let number = text.split(whereSeparator: { $0 == "/" }).first.map(String.init) ?? text
        guard let stated = NumberPhrase.read(number) ?? NumberPhrase.read(number.filter { $0 != " " }), stated != 0
        else {
            return true
        }
        var ratio = observation.value / stated
        while ratio >= 10 { ratio /= 10 }
        // One reading takes a mark for a decimal point that the other takes for one of groups.
        while ratio < 1, ratio > 0 { ratio *= 10 }
        return ratio == 1
    }
}
