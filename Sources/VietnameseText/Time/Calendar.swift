import Model

/// Intervals of days, both ends included.
enum Calendar {
    typealias Interval = (start: CivilDate, end: CivilDate)

    static func day(_ day: Int, _ month: Int, _ year: Int) -> Interval? {
        CivilDate(year: year, month: month, day: day).map { ($0, $0) }
    }

    static func month(_ month: Int, _ year: Int) -> Interval? { months(month...month, year) }

    static func quarter(_ quarter: Int, _ year: Int) -> Interval? {
        (1...4).contains(quarter) ? months((quarter * 3 - 2)...(quarter * 3), year) : nil
    }

    static func year(_ year: Int) -> Interval? { months(1...12, year) }

    /// From the first day of a month to the last day of another.
    static func months(_ months: ClosedRange<Int>, _ year: Int) -> Interval? {
        guard let start = CivilDate(year: year, month: months.lowerBound, day: 1),
            let end = CivilDate(year: year, month: months.upperBound, day: 1)
        else { return nil }
        return (start, end.endOfMonth)
    }

    /// Years that news of today speaks of.
    static func isYear(_ number: Int) -> Bool { (1945...2099).contains(number) }
}
