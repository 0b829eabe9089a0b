import Datasets
import FoundationEssentials

extension RunSummary {
    /// The run for machines, laid out for people too.
    public var json: String {
        var json = JSONWriter(.indented)
        json.object { json in
            json.member("pipeline", pipeline)
            json.member("version", Version.current)
            json.member("started", started.description)
            json.member("finished", finished.description)
            json.member("seconds", Int(finished.seconds - started.seconds))
            json.member("exit_code", Int(exitCode))
            json.member("interrupted", wasInterrupted)
            json.member("new_articles", total(\.newArticles))
            json.member("changed_articles", total(\.changedArticles))
            json.member("observations", total(\.observations))
            json.member("rejections", total(\.rejections))
            json.array("sources") { json in
                for source in sources { source.write(to: &json) }
            }
            json.array("alarms") { json in
                for alarm in alarms { alarm.write(to: &json) }
            }
            json.member("notices", notices)
            export.write(to: &json)
        }
        return json.text
    }
}

extension RunSummary.Source {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", result.source.rawValue)
            json.member("candidates", result.candidates)
            json.member("new_candidates", result.newCandidates)
            json.member("pages", result.pages)
            json.member("unchanged", result.unchanged)
            json.member("new_articles", result.newArticles)
            json.member("changed_articles", result.changedArticles)
            json.member("not_articles", result.notArticles)
            json.member("refused", result.refused)
            json.member("failed", result.failed)
            json.member("deferred", result.deferred)
            json.member("observations", result.observations)
            json.member("rejections", result.rejections)
            json.object("failed_by_kind") { json in
                for (kind, count) in failedByKind.sorted(by: { $0.key < $1.key }) { json.member(kind, count) }
            }
            json.member("numbers_per_article", numbersPerArticle.now.map { Decimal($0) / 100 })
            json.member("usual_numbers_per_article", numbersPerArticle.usual.map { Decimal($0) / 100 })
            json.member("with_title", result.withTitle)
            json.member("with_date", result.withDate)
            json.member("with_body", result.withBody)
            json.member("troubles", troubles)
            json.member("failures", failures)
            json.member("refusals", refusals)
            json.member("deferrals", deferrals)
        }
    }
}
