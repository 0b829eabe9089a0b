import Model

/// Reads a day at a place of a text, in the forms of feeds, metadata and Vietnamese pages.
struct DateReader {
    let tokens: TimestampTokens
    /// The text is a date field, not a line that people read.
    var isField = false

    struct Day {
        var date: CivilDate
        /// The token behind it.
        var end: Int
        /// The day stands first, in digits, or the month is called `tháng`.
        var isVietnamese = false
    }

    func day(at index: Int) -> Day? {
        isoDay(at: index) ?? compactDay(at: index) ?? namedDay(at: index) ?? wordsDay(at: index) ?? slashDay(at: index)
            ?? monthFirstDay(at: index) ?? wordsMonthFirst(at: index) ?? partialDay(at: index)
    }

    /// `2024-05-16`, `2024/05/16`, `2024.05.16`, `2024:05:16`.
    private func isoDay(at index: Int) -> Day? {
        guard let year = tokens.number(index, 4...4), ["-", "/", ".", ":"].contains(tokens[index + 1]),
            tokens[index + 3] == tokens[index + 1], let month = tokens.number(index + 2, 1...3)
        else { return nil }
        if let day = tokens.number(index + 4, 1...2) { return make(year, month, day, end: index + 5) }
        return nil
    }

    /// `20240516`, alone or before `T`.
    private func compactDay(at index: Int) -> Day? {
        guard let number = tokens.number(index, 8...8), (1_900...2_100).contains(number / 10_000) else { return nil }
        return make(number / 10_000, number / 100 % 100, number % 100, end: index + 1)
    }

    /// `16 May 2024`, `16-May-2024`, `16 May 24`.
    private func namedDay(at index: Int) -> Day? {
        guard let day = tokens.number(index, 1...2) else { return nil }
        var next = index + 1
        while ["-", ".", ",", "th", "st", "nd", "rd", "of"].contains(tokens[next]) { next += 1 }
        guard let month = DateReader.month(tokens[next]) else { return nil }
        next += 1
        while ["-", ".", ","].contains(tokens[next]) { next += 1 }
        guard let year = year(at: next) else { return nil }
        // With the month's name nothing else can be meant, however long ago it was.
        return CivilDate(year: year, month: month, day: day).flatMap { date in
            (100...2_100).contains(year) ? Day(date: date, end: next + 1) : nil
        }
    }

    /// `May 16, 2024`, `May 16 2024`; also `May 16 08:31:00 2024` of asctime, where the year is behind the clock.
    private func monthFirstDay(at index: Int) -> Day? {
        guard let month = DateReader.month(tokens[index]) else { return nil }
        var next = index + 1
        if tokens[next] == "." { next += 1 }
        guard let day = tokens.number(next, 1...2) else { return nil }
        next += 1
        while [",", "th", "st", "nd", "rd"].contains(tokens[next]) { next += 1 }
        guard let year = tokens.number(next, 4...4) else { return nil }
        return make(year, month, day, end: next + 1)
    }

    /// `ngày 16 tháng 5 năm 2024`, `16 tháng 5, 2024`, `16 tháng Năm 2024`, `16 thg 5 2024`, `16-Th5-2024`.
    private func wordsDay(at index: Int) -> Day? {
        guard let day = tokens.number(index, 1...2) else { return nil }
        let start = ["-", "/", ","].contains(tokens[index + 1]) ? index + 2 : index + 1
        guard let month = VietnameseMonth(tokens, at: start, isField: isField) else { return nil }
        var next = month.end
        while ["năm", ",", "/", "-"].contains(tokens[next]) { next += 1 }
        guard let year = tokens.number(next, 4...4) else { return nil }
        return vietnamese(make(year, month.number, day, end: next + 1))
    }

    /// `Tháng Năm 16, 2024`, `Thg 5 16, 2024`, as programs write it that put Vietnamese words into American order.
    private func wordsMonthFirst(at index: Int) -> Day? {
        guard let month = VietnameseMonth(tokens, at: index, isField: isField),
            let day = tokens.number(month.end, 1...2)
        else {
            return nil
        }
        let next = tokens[month.end + 1] == "," ? month.end + 2 : month.end + 1
        guard let year = tokens.number(next, 4...4) else { return nil }
        return vietnamese(make(year, month.number, day, end: next + 1))
    }

    /// `16/05/2024`, `16-5-2024`, `16.05.2024`, `16/05/24`; month first only when the day cannot be.
    private func slashDay(at index: Int) -> Day? {
        guard let first = tokens.number(index, 1...2), ["/", "-", "."].contains(tokens[index + 1]),
            tokens[index + 3] == tokens[index + 1], let second = tokens.number(index + 2, 1...2),
            let year = tokens.number(index + 4, 4...4) ?? (tokens[index + 1] == "/" ? year(at: index + 4) : nil)
        else { return nil }
        return vietnamese(make(year, second, first, end: index + 5)) ?? make(year, first, second, end: index + 5)
    }

    private func vietnamese(_ day: Day?) -> Day? {
        var day = day
        day?.isVietnamese = true
        return day
    }

    /// `2024-05` and `2024`: the first day.
    private func partialDay(at index: Int) -> Day? {
        guard tokens.tokens.count - index <= 3, index == 0, let year = tokens.number(index, 4...4) else { return nil }
        if tokens.tokens.count == 1 { return make(year, 1, 1, end: 1) }
        guard tokens[1] == "-", let month = tokens.number(2, 1...2) else { return nil }
        return make(year, month, 1, end: 3)
    }

    private func year(at index: Int) -> Int? {
        if let year = tokens.number(index, 4...4) { return year }
        guard let short = tokens.number(index, 2...2) else { return nil }
        return short < 70 ? 2_000 + short : 1_900 + short
    }

    private func make(_ year: Int, _ month: Int, _ day: Int, end: Int) -> Day? {
        guard (1_900...2_100).contains(year) else { return nil }
        return CivilDate(year: year, month: month, day: day).map { Day(date: $0, end: end) }
    }

    static func month(_ name: String) -> Int? {
        guard name.count >= 3 else { return nil }
        return months.firstIndex { name == $0 || (name.count >= 3 && $0.hasPrefix(name)) }.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
