import Model

/// A day and a time of day as a clock on the wall shows them, without zone.
public struct CivilMoment: Hashable, Comparable, Sendable {
    public let date: CivilDate
    /// Seconds since midnight, 0 to 86,399.
    public let second: Int

    public init(date: CivilDate, second: Int = 0) {
        self.date = date
        self.second = min(max(0, second), 86_399)
    }

    /// Reads `2024-03-05`, `2024-03-05T14:07`, `2024-03-05T14:07:09+07:00`; the zone is left out.
    public init?(iso text: String) {
        guard let date = CivilDate(iso: text.prefix(10)) else { return nil }
        let clock = text.dropFirst(11).prefix(8).split(separator: ":").prefix(3).map { Int($0.prefix(2)) }
        guard text.utf8.count == 10 || clock.count >= 2, clock.allSatisfy({ $0 != nil }) else { return nil }
        let parts = clock.compactMap(\.self) + [0, 0, 0]
        guard parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
        self.init(date: date, second: parts[0] * 3_600 + parts[1] * 60 + parts[2])
    }

    public static func < (left: CivilMoment, right: CivilMoment) -> Bool {
        (left.date, left.second) < (right.date, right.second)
    }

    /// The moment so many seconds later; nil beyond the year 9999 and before the year 1.
    func adding(seconds: Int) -> CivilMoment? {
        let (sum, overflows) = second.addingReportingOverflow(seconds)
        guard !overflows else { return nil }
        let days = sum >= 0 ? sum / 86_400 : (sum - 86_399) / 86_400
        return adding(days: days).map { CivilMoment(date: $0.date, second: sum - days * 86_400) }
    }

    func adding(days: Int) -> CivilMoment? {
        guard abs(days) < 4_000_000 else { return nil }
        let moved = date.adding(days: days)
        return (1...9999).contains(moved.year) ? CivilMoment(date: moved, second: second) : nil
    }

    /// The first day of the month so many months later.
    func monthStart(adding months: Int) -> CivilMoment? {
        guard abs(months) < 200_000 else { return nil }
        let number = date.year * 12 + date.month - 1 + months
        guard number > 0 else { return nil }
        return CivilDate(year: number / 12, month: number % 12 + 1, day: 1).map { CivilMoment(date: $0) }
    }
}

extension CivilDate {
    /// 0 for Monday to 6 for Sunday. 1 January 1970 was a Thursday.
    var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }
}
