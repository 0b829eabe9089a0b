import Digest
import Foundation
import Model

/// Gives the numbers of one article the names of the facts that they state: `F` and 20 hexadecimal digits.
///
/// Two numbers state one fact when they agree in indicator, place (id and name, for codes were used again), first and
/// last day of the period, kind, direction, unit and denominator; then articles of any source share the fact. The value
/// is not looked at, so that tellings which contradict each other meet in `conflicts`.
/// - A part of a total (`part_of`) agrees with another only in the same words for what is measured: parts by kind or
///   field bear the code of their total.
/// - Where place or period is not known, nothing tells that two articles mean the same: such a number is a fact of its
///   article's address alone, told from others there by its words and, among equals, by their order.
///
/// The name is the SHA-256 of those parts, each on a line of its own; it does not depend on the article's other text,
/// so a corrected number keeps its fact.
struct FactIdentity {
    private let address: WebAddress
    private var seen: [String: Int] = [:]

    init(address: WebAddress) { self.address = address }

    /// The fact that an observation states; ask in the order of the text. Nil without an indicator.
    mutating func fact(of observation: Observation) -> FactID? {
        guard let indicator = observation.indicator else { return nil }
        let period = observation.period
        var parts = [
            indicator.rawValue, observation.place?.id.rawValue ?? "", observation.place?.name ?? "",
            period.start?.description ?? "", period.end?.description ?? "", observation.kind.rawValue,
            observation.direction?.rawValue ?? "", observation.unit.rawValue,
            observation.denominator?.description ?? "",
        ]
        if observation.partOf != nil { parts.append(FactIdentity.words(observation.measure)) }
        if observation.place == nil || (period.start == nil && period.end == nil) {
            parts += [address.text, FactIdentity.words(observation.measure)]
            let key = parts.joined(separator: "\n")
            parts.append(String(seen[key, default: 0]))
            seen[key, default: 0] += 1
        }
        return FactID("F" + FactIdentity.digits(parts))
    }

    private static func words(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.lowercased().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    private static func digits(_ parts: [String]) -> String {
        String(Digest.hexadecimal(Digest.sha256(parts.joined(separator: "\n").utf8)).prefix(20))
    }
}
