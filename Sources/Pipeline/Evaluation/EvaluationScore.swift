import Foundation
import Indicators
import Model

/// Counts of what was found, missed and invented, as the annotation standard scores them.
///
/// An observation matches a marked number when their spans overlap and the values are equal, one to one; of several
/// pairings the one with more right fields wins. Strict counts a match only when unit, indicator, kind, place and period
/// are right as well.
struct EvaluationScore: Sendable {
    struct Tally: Sendable {
        var gold = 0
        var found = 0
        var strict = 0
    }

    /// Observations of some confidence: how many, and how many of them with the right number and indicator.
    struct Reliability: Sendable {
        var count = 0
        var right = 0
        var confidence = 0
    }

    /// One number that came out wrong, for `--errors`.
    struct Mistake: Sendable {
        let article: String
        let what: String
        let quote: String
    }

    private(set) var articles = 0
    private(set) var all = Tally()
    private(set) var predicted = 0
    private(set) var fields: [EvaluationField: Int] = [:]
    private(set) var areas: [String: Tally] = [:]
    private(set) var kinds: [String: Tally] = [:]
    /// By tenths of confidence.
    private(set) var reliability = Array(repeating: Reliability(), count: 11)
    private(set) var mistakes: [Mistake] = []

    mutating func add(_ reading: Reading, _ article: GoldArticle, areaOf: (String) -> String?) {
        let text = EvaluatedText(article)
        let pairs = EvaluationScore.pairs(reading.observations, text)
        let matched = Dictionary(uniqueKeysWithValues: pairs.map { ($0.found, $0) })
        articles += 1
        for (index, gold) in article.observations.enumerated() {
            let pair = pairs.first { $0.gold == index }
            let isStrict = pair.map { EvaluationField.strict.isSubset(of: $0.right) } ?? false
            let area = gold.indicator.map { areaOf($0) ?? String($0.prefix { $0 != "." }) } ?? "(no indicator)"
            count(&all, pair != nil, isStrict)
            count(&areas[area, default: Tally()], pair != nil, isStrict)
            count(&kinds[gold.kind, default: Tally()], pair != nil, isStrict)
            for field in pair?.right ?? [] { fields[field, default: 0] += 1 }
            if pair == nil { note(article, "missed", text.range(gold.start, gold.end), "\(gold.indicator ?? "-")") }
        }
        for (index, found) in reading.observations.enumerated() {
            let pair = matched[index]
            if pair == nil, isOptional(found, text) { continue }
            predicted += 1
            let tenth = min(10, max(0, found.confidence / 10))
            reliability[tenth].count += 1
            reliability[tenth].confidence += found.confidence
            if pair?.right.contains(.indicator) == true { reliability[tenth].right += 1 }
            if let pair {
                let wrong = EvaluationField.allCases.filter { !pair.right.contains($0) }
                if !wrong.isEmpty { note(article, text, pair, found, wrong) }
            } else {
                note(
                    article, "invented", found.range,
                    "\(found.indicator?.rawValue ?? "-"), confidence \(found.confidence)")
            }
        }
    }

    // MARK: Figures

    var precision: Double { predicted == 0 ? (all.gold == 0 ? 1 : 0) : Double(all.found) / Double(predicted) }
    var recall: Double { all.gold == 0 ? 1 : Double(all.found) / Double(all.gold) }
    var detection: Double { EvaluationScore.f1(all.found, all.gold, predicted) }
    var strict: Double { EvaluationScore.f1(all.strict, all.gold, predicted) }

    func accuracy(of field: EvaluationField) -> Double? {
        all.found == 0 ? nil : Double(fields[field] ?? 0) / Double(all.found)
    }

    private static func f1(_ hits: Int, _ gold: Int, _ predicted: Int) -> Double {
        gold + predicted == 0 ? 0 : 2 * Double(hits) / Double(gold + predicted)
    }

    // MARK: Matching

    struct Pair {
        let gold: Int
        let found: Int
        let right: Set<EvaluationField>
        let overlap: Int
    }

    private static func pairs(_ observations: [Observation], _ text: EvaluatedText) -> [Pair] {
        var candidates: [Pair] = []
        for (goldIndex, gold) in text.article.observations.enumerated() {
            let span = text.range(gold.start, gold.end)
            for (foundIndex, found) in observations.enumerated()
            where found.range.overlaps(span) && found.value == gold.value {
                let right = EvaluationField.allCases.filter { $0.isRight(gold, found, in: text) }
                candidates.append(
                    Pair(
                        gold: goldIndex, found: foundIndex, right: Set(right),
                        overlap: found.range.clamped(to: span).count))
            }
        }
        candidates.sort { one, two in
            let (strictOne, strictTwo) = (one.isStrict, two.isStrict)
            if strictOne != strictTwo { return strictOne }
            return (-one.right.count, -one.overlap, one.gold, one.found) < (
                -two.right.count, -two.overlap, two.gold, two.found
            )
        }
        var (usedGold, usedFound) = (Set<Int>(), Set<Int>())
        return candidates.filter { pair in
            guard !usedGold.contains(pair.gold), !usedFound.contains(pair.found) else { return false }
            usedGold.insert(pair.gold)
            usedFound.insert(pair.found)
            return true
        }
    }

    private func isOptional(_ found: Observation, _ text: EvaluatedText) -> Bool {
        (text.article.negatives ?? []).contains { negative in
            negative.optional == true && negative.value == found.value
                && text.range(negative.start, negative.end).overlaps(found.range)
        }
    }

    private func count(_ tally: inout Tally, _ isFound: Bool, _ isStrict: Bool) {
        tally.gold += 1
        tally.found += isFound ? 1 : 0
        tally.strict += isStrict ? 1 : 0
    }

    // MARK: Mistakes

    private mutating func note(
        _ article: GoldArticle, _ text: EvaluatedText, _ pair: Pair, _ found: Observation, _ wrong: [EvaluationField]
    ) {
        let gold = article.observations[pair.gold]
        let details = wrong.map { field in
            switch field {
            case .indicator: "indicator \(found.indicator?.rawValue ?? "-") for \(gold.indicator ?? "-")"
            case .period:
                "period \(found.period.start?.description ?? "")…\(found.period.end?.description ?? "") for "
                    + "\(gold.periodStart ?? "")…\(gold.periodEnd ?? "")"
            case .place: "place \(found.place?.name ?? "-") for \(gold.place ?? "-")"
            case .kind: "kind \(found.kind.rawValue) for \(gold.kind)"
            case .unit: "unit \(found.unit.rawValue) for \(gold.unit)"
            case .direction, .qualifier, .partOf, .denominator: field.rawValue
            }
        }
        note(article, "wrong", found.range, details.joined(separator: "; "))
    }

    private mutating func note(_ article: GoldArticle, _ what: String, _ range: Range<Int>, _ details: String) {
        let bytes = Array(article.text.utf8)
        var start = max(0, range.lowerBound - 60)
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var end = min(bytes.count, range.upperBound + 60)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        func text(_ range: Range<Int>) -> String {
            String(decoding: bytes[range], as: UTF8.self).split(separator: "\n").joined(separator: " ¶ ")
        }
        let quote = "\(text(start..<range.lowerBound))[\(text(range))]\(text(range.upperBound..<end))"
        mistakes.append(Mistake(article: article.id, what: "\(what): \(details)", quote: quote))
    }
}

extension EvaluationScore.Pair {
    var isStrict: Bool { EvaluationField.strict.isSubset(of: right) }
}
