import Datasets
import Foundation
import Indicators

/// Reads annotated articles and tells how much of what people marked comes out: `chiso evaluate`.
public struct EvaluateJob: Sendable {
    private let surroundings: Surroundings
    private let files: [String]

    public init(surroundings: Surroundings, files: [String]) {
        self.surroundings = surroundings
        self.files = files
    }

    public func run() throws -> EvaluationReport {
        let knowledge = try surroundings.configuration().loadKnowledge()
        let reader = ObservationReader(catalogue: knowledge.catalogue, gazetteer: knowledge.gazetteer)
        let areas = Dictionary(
            knowledge.catalogue.indicators.map { ($0.code.rawValue, $0.area.rawValue) },
            uniquingKeysWith: { first, _ in first })
        var score = EvaluationScore()
        for file in files {
            for article in try GoldArticle.read(file) {
                score.add(reader.read(article.readable), article) { areas[$0] }
            }
        }
        return EvaluationReport(score: score)
    }
}

/// The figures of an evaluation, for people and for machines.
public struct EvaluationReport: Sendable {
    let score: EvaluationScore

    /// - Parameter errors: how many mistakes are shown.
    public func text(errors: Int) -> String {
        var lines = [
            "\(score.articles) articles, \(score.all.gold) numbers marked, \(score.predicted) found",
            "",
            "detection  F1 \(percent(score.detection))   precision \(percent(score.precision))   recall \(percent(score.recall))",
            "strict     F1 \(percent(score.strict))   (unit, indicator, kind, place and period right as well)", "",
        ]
        lines += EvaluationField.allCases.map { field in
            let name = field.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
            return "\(name) \(score.accuracy(of: field).map(percent) ?? "–")"
        }
        lines += ["", table("area", score.areas), "", table("kind", score.kinds), "", reliability]
        if errors > 0 {
            lines.append("")
            for mistake in score.mistakes.prefix(errors) {
                lines += ["\(mistake.article)  \(mistake.what)", "    \(mistake.quote)"]
            }
        }
        return lines.joined(separator: "\n")
    }

    private func table(_ title: String, _ rows: [String: EvaluationScore.Tally]) -> String {
        var table = TextTable(header: [title, "marked", "found", "strictly"], rightAligned: [1, 2, 3])
        for (name, tally) in rows.sorted(by: { $0.key < $1.key }) {
            table.append([
                name, "\(tally.gold)", percent(share(tally.found, tally.gold)),
                percent(share(tally.strict, tally.gold)),
            ])
        }
        return table.text
    }

    /// Among rows of a confidence about that share should be right.
    private var reliability: String {
        var table = TextTable(header: ["confidence", "rows", "said", "right"], rightAligned: [1, 2, 3])
        for (tenth, bin) in score.reliability.enumerated() where bin.count > 0 {
            table.append([
                tenth == 10 ? "100" : "\(tenth * 10)–\(tenth * 10 + 9)", "\(bin.count)",
                percent(share(bin.confidence, bin.count * 100)), percent(share(bin.right, bin.count)),
            ])
        }
        return table.text
    }

    public var json: String {
        var json = JSONWriter(.indented)
        json.object { json in
            json.member("articles", score.articles)
            json.member("marked", score.all.gold)
            json.member("predicted", score.predicted)
            json.member("precision", rounded(score.precision))
            json.member("recall", rounded(score.recall))
            json.member("detection_f1", rounded(score.detection))
            json.member("strict_f1", rounded(score.strict))
            json.object("fields") { json in
                for field in EvaluationField.allCases {
                    json.member(field.rawValue, score.accuracy(of: field).map(rounded))
                }
            }
            for (name, rows) in [("areas", score.areas), ("kinds", score.kinds)] {
                json.object(name) { json in
                    for (key, tally) in rows.sorted(by: { $0.key < $1.key }) {
                        json.object(key) { json in
                            json.member("marked", tally.gold)
                            json.member("found", tally.found)
                            json.member("strict", tally.strict)
                        }
                    }
                }
            }
            json.array("reliability") { json in
                for (tenth, bin) in score.reliability.enumerated() where bin.count > 0 {
                    json.object { json in
                        json.member("from", tenth * 10)
                        json.member("rows", bin.count)
                        json.member("said", rounded(share(bin.confidence, bin.count * 100)))
                        json.member("right", rounded(share(bin.right, bin.count)))
                    }
                }
            }
        }
        return json.text
    }

    private func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
    private func rounded(_ value: Double) -> Decimal { Decimal(Int((value * 10_000).rounded())) / 10_000 }

    private func percent(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        return "\(thousandths / 1_000).\(String(String(thousandths % 1_000 + 1_000).dropFirst()))"
    }
}
