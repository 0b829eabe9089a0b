import Datasets
import FoundationEssentials
import Indicators
import Model

/// One page through every stage, for people and for machines.
public struct Explanation: Sendable {
    let article: Article
    let reading: Reading
    let catalogue: Catalogue
    /// What an observation needs to be published, 0 to 100.
    let minimumConfidence: Int

    /// `{"article":{…},"observations":[…],"rejections":[…]}`.
    public var json: String {
        var json = JSONWriter(.indented)
        json.object { json in
            json.object("article") { article.write(to: &$0) }
            reading.write(to: &json)
        }
        return json.text
    }

    /// The article with its numbers marked, then a list of what each is.
    public func text(colours: Bool) -> String {
        let style = Style(colours: colours)
        var lines = [style.bold(article.title)]
        let authors = article.authors.isEmpty ? "" : ", by \(article.authors.joined(separator: ", "))"
        let date = article.published.map { "\($0) (\(article.publishedFrom?.rawValue ?? "unknown source"))" }
        lines.append("published \(date ?? "unknown")\(authors)")
        lines += ["", marked(style), "", style.bold("\(reading.observations.count) observations")]
        for (index, observation) in reading.observations.enumerated() {
            lines.append(describe(observation, number: index + 1, style))
        }
        lines += ["", style.bold("\(reading.rejections.count) rejections")]
        for rejection in reading.rejections {
            lines.append("  \(rejection.surface)  \(style.dim("\(rejection.reason.rawValue): \(rejection.detail)"))")
        }
        return lines.joined(separator: "\n")
    }

    /// The text with `[number]₍n₎` for an observation and a dimmed number for a rejection.
    private func marked(_ style: Style) -> String {
        let bytes = Array(reading.text.utf8)
        var marks = reading.observations.enumerated().map { index, observation in
            (range: observation.range, label: index + 1 as Int?)
        }
        marks += reading.rejections.map { (range: $0.range, label: nil) }
        marks.sort { $0.range.lowerBound < $1.range.lowerBound }
        var result = ""
        var position = 0
        for mark in marks where mark.range.lowerBound >= position {
            result += String(decoding: bytes[position..<mark.range.lowerBound], as: UTF8.self)
            let surface = String(decoding: bytes[mark.range], as: UTF8.self)
            result += mark.label.map { style.green("[\(surface)]") + "(\($0))" } ?? style.dim(surface)
            position = mark.range.upperBound
        }
        return result + String(decoding: bytes[position...], as: UTF8.self)
    }

    private func describe(_ observation: Observation, number: Int, _ style: Style) -> String {
        let name = observation.indicator.map { code in
            "\(code) \(style.dim(catalogue[code]?.nameVietnamese ?? ""))"
        }
        let place = observation.place.map { "\($0.name) (\($0.id))" } ?? "no place"
        let period = [observation.period.start, observation.period.end].map { $0?.description ?? "…" }
        var details = [
            "\(observation.value) \(observation.unit.rawValue)", place, "\(period[0]) – \(period[1])",
            observation.kind.rawValue,
        ]
        if observation.qualifier != .exact { details.append(observation.qualifier.rawValue) }
        if let denominator = observation.denominator { details.append("of \(denominator)") }
        details.append("confidence \(observation.confidence)")
        if observation.indicator == nil {
            details.append("not published: no indicator")
        } else if observation.confidence < minimumConfidence {
            details.append("not published: below \(minimumConfidence)")
        }
        details += observation.flags.sorted().map(\.rawValue)
        return "  (\(number)) \(style.green(observation.valueText))  \(name ?? "no indicator")\n"
            + "      \(details.joined(separator: ", "))  \(style.dim(observation.rule))"
    }

    /// Colours where a terminal shows them.
    private struct Style {
        let colours: Bool

        func green(_ text: String) -> String { wrap(text, "32") }
        func bold(_ text: String) -> String { wrap(text, "1") }
        func dim(_ text: String) -> String { wrap(text, "2") }

        private func wrap(_ text: String, _ code: String) -> String {
            colours && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
        }
    }
}
