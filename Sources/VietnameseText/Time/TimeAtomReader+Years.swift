import Model

/// Quarters and years, and the years that are left out.
extension TimeAtomReader {
    /// `quý I/2024`, `quý 1 năm 2024`, `quý I`, `Q1/2024`.
    func quarter(at index: Int) -> TimeAtom? {
        let first = index + 1
        guard let number = text.integer(first) ?? TimeAtomReader.roman(text.word(first)), (1...4).contains(number)
        else { return nil }
        var end = first + 1
        var year: Int?
        if text.word(end).isAny("/", "-", "năm"), let named = text.integer(end + 1), Calendar.isYear(named) {
            year = named
            end += 2
        }
        guard let resolved = year ?? recentYear(forMonth: number * 3 - 2),
            let interval = Calendar.quarter(number, resolved)
        else { return nil }
        return TimeAtom(
            tokens: index..<end, start: interval.start, end: interval.end, grain: .quarter, hasYear: year != nil)
    }

    private static func roman(_ word: FoldedWord) -> Int? {
        switch word {
        case "i": 1
        case "ii": 2
        case "iii": 3
        case "iv": 4
        default: nil
        }
    }

    /// `năm 2024`, `năm nay`, `năm qua`, `năm trước`, `năm ngoái`, `năm 2021 - 2023`.
    func yearWords(at index: Int) -> TimeAtom? {
        if let span = years(at: index + 1, from: index) { return span }
        if let year = text.integer(index + 1), text.digits(index + 1) == 4, Calendar.isYear(year),
            let interval = Calendar.year(year)
        {
            return TimeAtom(
                tokens: index..<index + 2, start: interval.start, end: interval.end, grain: .year, hasYear: true)
        }
        let isThis = text.word(index + 1) == "nay"
        guard let published, isThis || text.word(index + 1).isAny("qua", "ngoái", "trước"),
            !text.isNumber(index - 1), let interval = Calendar.year(isThis ? published.year : published.year - 1)
        else { return nil }
        return TimeAtom(
            tokens: index..<index + 2, start: interval.start, end: interval.end, grain: .year, hasYear: false)
    }

    /// `2021 - 2025`, `2021-2025`, `2021 đến 2025`.
    func years(at index: Int, from first: Int) -> TimeAtom? {
        guard let from = text.integer(index), text.digits(index) == 4, Calendar.isYear(from),
            text.word(index + 1).isAny("-", "đến", "/")
        else { return nil }
        let second = text.word(index + 2) == "năm" ? index + 3 : index + 2
        guard let to = text.integer(second), text.digits(second) == 4, Calendar.isYear(to), to > from,
            let start = Calendar.year(from), let end = Calendar.year(to)
        else { return nil }
        return TimeAtom(tokens: first..<second + 1, start: start.start, end: end.end, grain: .years, hasYear: true)
    }

    /// The year of the most recent such month that had begun by a month after publication.
    func recentYear(forMonth month: Int) -> Int? {
        guard let published, let start = CivilDate(year: published.year, month: month, day: 1) else { return nil }
        return start.dayNumber <= published.dayNumber + 31 ? published.year : published.year - 1
    }

    func isGlued(_ range: ClosedRange<Int>) -> Bool { range.allSatisfy { text.isGlued($0) } }
}
