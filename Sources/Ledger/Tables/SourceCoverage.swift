import Model

/// What is known of a source in one month.
struct CoverageMonth {
    let month: CalendarMonth
    /// Seen, fetched, extracted, articles, with numbers, observations, rejections, failed, refused, waiting.
    let counts: [Int]
    let daysWithArticles: Int
    let firstDay: CivilDate?
    let lastDay: CivilDate?

    init(_ reader: inout RowReader) throws {
        let text = try reader.text()
        guard let month = CalendarMonth(text) else {
            throw LedgerError(.corrupt, "a page belongs to the month '\(text)', which chiso did not write")
        }
        self.month = month
        counts = try (0..<10).map { _ in try reader.integer() }
        daysWithArticles = try reader.integer()
        firstDay = try reader.optionalDate()
        lastDay = try reader.optionalDate()
    }

    /// A month of which nothing is known.
    init(empty month: CalendarMonth) {
        self.month = month
        counts = [Int](repeating: 0, count: 10)
        daysWithArticles = 0
        firstDay = nil
        lastDay = nil
    }
}

/// The months of one source.
struct SourceCoverage {
    let source: String
    let lastSuccess: CivilDate?
    var months: [CoverageMonth] = []

    struct Row {
        let month: CalendarMonth
        let cells: [Cell]

        func isWithin(_ selection: Selection) -> Bool {
            (selection.since.map { CalendarMonth($0) <= month } ?? true)
                && (selection.until.map { month <= CalendarMonth($0) } ?? true)
        }
    }

    init(source: String, lastSuccess: CivilDate?) {
        self.source = source
        self.lastSuccess = lastSuccess
    }

    /// A row a month without gaps, up to the last run; a source of absurdly many months has only those with pages.
    func rows() -> [Row] {
        guard let first = months.first?.month, let last = months.last?.month else { return [] }
        let end = max(last, lastSuccess.map { CalendarMonth($0) } ?? last)
        let known = Dictionary(months.map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first })
        let all = end.number - first.number < SourceCoverage.longest ? first.number...end.number : nil
        let listed = all.map { $0.map(CalendarMonth.init(number:)) } ?? months.map(\.month)
        return listed.map { month in row(of: known[month] ?? CoverageMonth(empty: month)) }
    }

    private func row(of month: CoverageMonth) -> Row {
        let counts = month.counts + [silentDays(in: month)]
        return Row(
            month: month.month,
            cells: [.text(source), .text(month.month.description)] + counts.map { .integer($0) })
    }

    private func silentDays(in month: CoverageMonth) -> Int {
        guard let first = months.compactMap(\.firstDay).min(), let newest = months.compactMap(\.lastDay).max() else {
            return 0
        }
        let from = max(first, month.month.firstDay)
        let to = min(max(newest, lastSuccess ?? newest), month.month.lastDay)
        return max(0, to.dayNumber - from.dayNumber + 1 - month.daysWithArticles)
    }

    /// Fifty years.
    private static let longest = 600
}

/// A month of a year.
struct CalendarMonth: Hashable, Comparable, CustomStringConvertible {
    /// Months since year 0.
    let number: Int

    init(number: Int) { self.number = number }
    init(_ date: CivilDate) { number = date.year * 12 + date.month - 1 }

    /// Reads `2024-05`.
    init?(_ text: String) {
        guard let date = CivilDate(iso: text + "-01") else { return nil }
        self.init(date)
    }

    var firstDay: CivilDate {
        CivilDate(year: number / 12, month: number % 12 + 1, day: 1) ?? CivilDate(dayNumber: 0)
    }
    var lastDay: CivilDate { CivilDate(dayNumber: CalendarMonth(number: number + 1).firstDay.dayNumber - 1) }
    var description: String { String(firstDay.description.prefix(7)) }

    static func < (left: CalendarMonth, right: CalendarMonth) -> Bool { left.number < right.number }
}
