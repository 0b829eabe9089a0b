import Ledger
import Model

/// Judges a source by its own history: a portal that changes its layout, or stops to publish, fails no page.
///
/// The newest runs that brought at least `few` articles (or pages) are held against those before; where the history is
/// shorter than `enough` there is nothing to judge by. A drop to half of what was usual is an alarm for titles, dates,
/// bodies and articles a page; numbers an article vary more, so that there it is a drop to a quarter.
struct HealthCheck {
    let history: SourceHistory
    let now: Timestamp

    /// How many runs are looked at.
    static let runs = 120
    private static let few = 6
    private static let enough = 12
    private static let day: Int64 = 86_400

    var alarms: [Alarm] {
        let rates: [Alarm?] = [
            silence,
            drop(
                .noArticles, "pages with an article", to: 0.5, of: { $0.newArticles },
                among: { $0.newArticles + $0.notArticles }),
            drop(.titlesMissing, "articles with a title", to: 0.5, of: \.withTitle, among: \.newArticles),
            drop(.datesMissing, "articles with a date", to: 0.5, of: \.withDate, among: \.newArticles),
            drop(.bodiesMissing, "articles with a body", to: 0.5, of: \.withBody, among: \.newArticles),
            drop(.numbersMissing, "numbers an article", to: 0.25, of: \.observations, among: \.newArticles),
        ]
        return rates.compactMap { $0 }
    }

    /// Numbers an article in the newest run, and in those before, in hundredths; nil without new articles.
    var numbersPerArticle: (now: Int?, usual: Int?) {
        func average(_ entries: some Sequence<SourceHistory.Entry>) -> Int? {
            let (numbers, articles) = entries.reduce((0, 0)) { ($0.0 + $1.observations, $0.1 + $1.newArticles) }
            return articles == 0 ? nil : (numbers * 100 + articles / 2) / articles
        }
        let isNew = { (entry: SourceHistory.Entry) in entry.newArticles > 0 }
        return (average(history.entries.prefix(1).filter(isNew)), average(history.entries.dropFirst().filter(isNew)))
    }

    /// Silent for longer than twice the longest silence but the three longest, and than three days.
    private var silence: Alarm? {
        let days = history.entries.filter { $0.newArticles > 0 }.map { $0.started.seconds / HealthCheck.day }
        guard let last = days.first else { return nil }
        let gaps = zip(days, days.dropFirst()).map { $0 - $1 }.filter { $0 > 0 }.sorted()
        guard gaps.count >= HealthCheck.few else { return nil }
        let usual = gaps[max(0, gaps.count - 1 - gaps.count / 10)]
        let silent = now.seconds / HealthCheck.day - last
        guard silent > max(3, 2 * usual) else { return nil }
        return alarm(.silent, "no new article for \(silent) days; usual are at most \(usual)")
    }

    /// The share of something among something, now against before.
    private func drop(
        _ kind: Alarm.Kind, _ what: String, to limit: Double, of part: (SourceHistory.Entry) -> Int?,
        among whole: (SourceHistory.Entry) -> Int
    ) -> Alarm? {
        var recent = Share()
        var before = Share()
        for entry in history.entries where entry.succeeded {
            guard let part = part(entry), whole(entry) > 0 else { continue }
            if recent.whole < HealthCheck.few {
                recent.add(part, whole(entry))
            } else {
                before.add(part, whole(entry))
            }
        }
        guard recent.whole >= HealthCheck.few, before.whole >= HealthCheck.enough, before.value >= 0.4,
            recent.value <= before.value * limit
        else { return nil }
        return alarm(kind, "\(what): \(recent.text) in the last \(recent.whole), \(before.text) before")
    }

    private func alarm(_ kind: Alarm.Kind, _ detail: String) -> Alarm {
        Alarm(source: history.source, kind: kind, detail: detail, since: now)
    }

    private struct Share {
        private var part = 0
        private(set) var whole = 0

        mutating func add(_ part: Int, _ whole: Int) {
            self.part += part
            self.whole += whole
        }

        var value: Double { whole == 0 ? 0 : Double(part) / Double(whole) }
        /// With two decimals.
        var text: String {
            let hundredths = whole == 0 ? 0 : (part * 100 + whole / 2) / whole
            return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
        }
    }
}
