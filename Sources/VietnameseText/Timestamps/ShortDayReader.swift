import Model

/// Reads the rare forms of ISO 8601 that only a field made for dates can be trusted to hold: two-digit years, days of
/// the year, weeks. In running text the same digits mean anything.
struct ShortDayReader {
    let tokens: TimestampTokens

    func day() -> DateReader.Day? { week() ?? ordinal() ?? twoDigitYear() }

    /// `2024-W20-4`, `2024W204`, `2024-W20` (its Monday).
    private func week() -> DateReader.Day? {
        guard let year = tokens.number(0, 4...4) else { return nil }
        let letter = tokens[1] == "-" ? 2 : 1
        guard tokens[letter] == "w", (1_900...2_100).contains(year) else { return nil }
        if let both = tokens.number(letter + 1, 3...3) {
            return day(ofWeek: both / 10, both % 10, year, end: letter + 2)
        }
        guard let week = tokens.number(letter + 1, 2...2) else { return nil }
        if tokens[letter + 2] == "-", let weekday = tokens.number(letter + 3, 1...1) {
            return day(ofWeek: week, weekday, year, end: letter + 4)
        }
        return day(ofWeek: week, 1, year, end: letter + 2)
    }

    /// Week 1 is the one that 4 January lies in; Monday is day 1.
    private func day(ofWeek week: Int, _ weekday: Int, _ year: Int, end: Int) -> DateReader.Day? {
        guard (1...53).contains(week), (1...7).contains(weekday),
            let fourth = CivilDate(year: year, month: 1, day: 4)
        else { return nil }
        // 1970-01-01, day number 0, was a Thursday.
        let daysSinceMonday = ((fourth.dayNumber + 3) % 7 + 7) % 7
        let number = fourth.dayNumber - daysSinceMonday + (week - 1) * 7 + weekday - 1
        return DateReader.Day(date: CivilDate(dayNumber: number), end: end)
    }

    /// `2024-137`, `2024137`, `24137`: the day of the year. Five digits that could as well be year, month and a day of
    /// one digit are refused, for two readings are none.
    private func ordinal() -> DateReader.Day? {
        if let year = tokens.number(0, 4...4), tokens[1] == "-", let day = tokens.number(2, 3...3), tokens[3] != "-" {
            return self.day(day, of: year, end: 3)
        }
        guard tokens.tokens.count == 1 else { return nil }
        if let seven = tokens.number(0, 7...7) { return day(seven % 1_000, of: seven / 1_000, end: 1) }
        guard let five = tokens.number(0, 5...5), !(1...12).contains(five / 10 % 100) else { return nil }
        return day(five % 1_000, of: ShortDayReader.fullYear(five / 1_000), end: 1)
    }

    private func day(_ day: Int, of year: Int, end: Int) -> DateReader.Day? {
        guard (1_900...2_100).contains(year), day >= 1, let first = CivilDate(year: year, month: 1, day: 1) else {
            return nil
        }
        let date = CivilDate(dayNumber: first.dayNumber + day - 1)
        return date.year == year ? DateReader.Day(date: date, end: end) : nil
    }

    /// `240516`, `24-05-16` where it cannot be 24 May 2016, `-24-05`, `-2405`.
    private func twoDigitYear() -> DateReader.Day? {
        let count = tokens.tokens.count
        if count == 1, let six = tokens.number(0, 6...6) {
            return make(six / 10_000, six / 100 % 100, six % 100, end: 1)
        }
        if count == 2, tokens[0] == "-", let four = tokens.number(1, 4...4) {
            return make(four / 100, four % 100, 1, end: 2)
        }
        if count == 4, tokens[0] == "-", tokens[2] == "-", let year = tokens.number(1, 2...2),
            let month = tokens.number(3, 2...2)
        {
            return make(year, month, 1, end: 4)
        }
        guard count == 5, tokens[1] == "-", tokens[3] == "-", let year = tokens.number(0, 2...2),
            let month = tokens.number(2, 2...2), let day = tokens.number(4, 2...2)
        else { return nil }
        // Vietnamese pages write the day first: two readings that are both likely are none.
        let isDayFirstLikely = (1...31).contains(year) && (1...12).contains(month) && (0...30).contains(day)
        return isDayFirstLikely ? nil : make(year, month, day, end: 5)
    }

    private func make(_ year: Int, _ month: Int, _ day: Int, end: Int) -> DateReader.Day? {
        CivilDate(year: ShortDayReader.fullYear(year), month: month, day: day).map {
            DateReader.Day(date: $0, end: end)
        }
    }

    /// RFC 2822, section 4.3, has 50 as the border; feeds of the seventies do not exist.
    private static func fullYear(_ short: Int) -> Int { short < 70 ? 2_000 + short : 1_900 + short }
}
