import Model

/// A point in time, or a span, that a whole phrase states: `thứ Năm, 16/5/2024`, `quý 4 năm 2023`, `3 ngày tới`.
public struct DatePhrase: Hashable, Sendable {
    /// How sharp the phrase is.
    public enum Grain: String, Sendable, CaseIterable {
        case second, minute, hour, day, week, month, quarter, year
    }

    /// The beginning of what the phrase means.
    public let start: CivilMoment
    /// For a span, the moment when it is over.
    public let end: CivilMoment?
    public let grain: Grain

    init(_ start: CivilMoment, _ grain: Grain, end: CivilMoment? = nil) {
        self.start = start
        self.end = end
        self.grain = grain
    }

    /// Reads a phrase and nothing but it; nil for anything else.
    ///
    /// What the phrase leaves out comes from the reference: a bare weekday or hour is the next one, a day or month without
    /// year is one of the reference's year.
    public static func read(_ phrase: String, reference: CivilMoment) -> DatePhrase? {
        var reader = DatePhraseReader(phrase: PhraseReader(phrase), now: reference)
        return reader.read()
    }

    /// ISO 8601 as far as the grain goes: `2024-03-05T14:07`, `2024-Q1`, `2024`; a week by its Monday; a span with both
    /// its ends.
    public var iso: String { end.map { "\(form(start))/\(form($0))" } ?? form(start) }

    private func form(_ moment: CivilMoment) -> String {
        let day = moment.date.description
        let clock = [moment.second / 3_600, moment.second / 60 % 60, moment.second % 60].map {
            $0 < 10 ? "0\($0)" : "\($0)"
        }
        switch grain {
        case .second: return "\(day)T\(clock.joined(separator: ":"))"
        case .minute: return "\(day)T\(clock[0]):\(clock[1])"
        case .hour: return "\(day)T\(clock[0])"
        case .day, .week: return day
        case .month: return String(day.prefix(7))
        case .quarter: return "\(day.prefix(4))-Q\((moment.date.month + 2) / 3)"
        case .year: return String(day.prefix(4))
        }
    }
}

extension DatePhrase.Grain {
    /// The beginning of the second, hour, month … that a moment lies in, so many of them later.
    func start(of moment: CivilMoment, adding count: Int = 0) -> CivilMoment? {
        switch self {
        case .second: return moment.adding(seconds: count)
        case .minute: return truncated(moment, 60).adding(seconds: count &* 60)
        case .hour: return truncated(moment, 3_600).adding(seconds: count &* 3_600)
        case .day: return CivilMoment(date: moment.date).adding(days: count)
        case .week: return CivilMoment(date: moment.date).adding(days: count &* 7 &- moment.date.weekday)
        case .month: return moment.monthStart(adding: count)
        case .quarter: return moment.monthStart(adding: count &* 3 &- (moment.date.month - 1) % 3)
        case .year: return moment.monthStart(adding: count &* 12 &- (moment.date.month - 1))
        }
    }

    private func truncated(_ moment: CivilMoment, _ seconds: Int) -> CivilMoment {
        CivilMoment(date: moment.date, second: moment.second / seconds * seconds)
    }
}
