import Ledger
import Model
import Testing

@testable import Pipeline

@Suite struct HealthCheckTests {
    private static let day: Int64 = 86_400

    /// One entry a day, the oldest first in the closure's counting, the newest first in the history.
    private func alarms(days: Int, silentFor silence: Int64 = 0, _ entry: (Int) -> SourceHistory.Entry) -> [Alarm.Kind]
    {
        let entries = (0..<days).reversed().map(entry)
        let now = Timestamp(seconds: (entries.first?.started.seconds ?? 0) + silence * Self.day)
        return HealthCheck(history: SourceHistory(source: SourceID("bao"), entries: entries), now: now).alarms.map(
            \.kind)
    }

    private func entry(
        _ day: Int, new: Int = 2, not: Int = 0, numbers: Int = 6, dated: Int? = nil, body: Int? = nil
    ) -> SourceHistory.Entry {
        SourceHistory.Entry(
            started: Timestamp(seconds: Int64(day) * Self.day), newArticles: new, notArticles: not,
            observations: numbers,
            withTitle: new, withDate: dated ?? new, withBody: body ?? new, succeeded: true)
    }

    @Test func aSourceThatGoesOnAsEverIsWell() {
        #expect(alarms(days: 60) { entry($0) }.isEmpty)
    }

    @Test func aShortHistoryIsNoGround() {
        #expect(alarms(days: 5, silentFor: 9) { entry($0, dated: $0 < 2 ? 2 : 0) }.isEmpty)
    }

    @Test(arguments: [(2, Int64(3), false), (2, 5, true), (7, 10, false), (7, 15, true)])
    func silenceIsMeasuredByTheSourcesOwnRhythm(_ every: Int, _ silence: Int64, _ isAlarm: Bool) {
        let found = alarms(days: 20 * every + 1, silentFor: silence) { entry($0, new: $0 % every == 0 ? 1 : 0) }
        #expect(found.contains(.silent) == isAlarm)
    }

    @Test func datesThatGoMissingAreAnAlarm() {
        #expect(alarms(days: 40) { entry($0, dated: $0 < 36 ? 2 : 0) } == [.datesMissing])
    }

    @Test func oneArticleWithoutDateIsNone() {
        #expect(alarms(days: 40) { entry($0, dated: $0 == 39 ? 1 : 2) }.isEmpty)
    }

    @Test func bodiesThatShrinkAreAnAlarm() {
        #expect(alarms(days: 40) { entry($0, body: $0 < 36 ? 2 : 0) } == [.bodiesMissing])
    }

    @Test func pagesWithoutArticlesAreAnAlarm() {
        #expect(alarms(days: 40) { entry($0, new: $0 < 36 ? 2 : 0, not: $0 < 36 ? 0 : 2) }.contains(.noArticles))
    }

    @Test func numbersThatCollapseAreAnAlarm() {
        #expect(alarms(days: 40) { entry($0, numbers: $0 < 36 ? 6 : 0) } == [.numbersMissing])
        #expect(alarms(days: 40) { entry($0, numbers: $0 < 36 ? 6 : 3) }.isEmpty)
    }

    @Test func aSourceThatNeverHadDatesIsNotBlamed() {
        #expect(alarms(days: 40) { entry($0, dated: 0) }.isEmpty)
    }

    @Test func runsOfOlderVersionsDidNotCountParts() {
        let found = alarms(days: 40) { day in
            var entry = entry(day)
            entry.withDate = nil
            return entry
        }
        #expect(found.isEmpty)
    }
}
