import FoundationEssentials
import Model

extension DatePhraseReader {
    /// `5/3/2024`, `ngày 5 tháng 3 năm 2024`, `tháng ba năm hai nghìn không trăm hai mươi tư`, `quý 1/2024`, `năm 2024`.
    mutating func calendarDate() -> DatePhrase? {
        let start = phrase.position
        guard let found = numericDate() ?? wordedDate() ?? month() ?? quarter() ?? bareYear() else {
            phrase.position = start
            return nil
        }
        return found
    }

    // MARK: Digits

    /// `5/3/2024`, `5-3-24`, `5.3.2024`, `2024-03-05`, `5/3`, `3/2024`.
    private mutating func numericDate() -> DatePhrase? {
        let start = phrase.position
        _ = phrase.skip([["ngày"], ["tháng"]])
        _ = phrase.skip([["mồng"], ["mùng"]])
        let text = phrase.text
        let at = phrase.position
        let mark = text.word(at + 1)
        guard let first = text.integer(at), ["/", "-", "."].contains(mark), text.isGlued(at + 1), text.isGlued(at + 2),
            let second = text.integer(at + 2)
        else {
            phrase.position = start
            return nil
        }
        if text.word(at + 3) == mark, text.isGlued(at + 3), text.isGlued(at + 4), let third = text.integer(at + 4) {
            phrase.position = at + 5
            let isISO = text.digits(at) == 4
            let year = text.digits(at + 4) == 2 && !isISO ? third + (third < 70 ? 2_000 : 1_900) : third
            return isISO ? day(third, second, first) : day(first, second, year)
        }
        phrase.position = at + 3
        if text.digits(at + 2) == 4 { return monthOf(first, second) }
        return day(first, second, now.date.year)
    }

    // MARK: Words

    /// `ngày 5 tháng 3, 2024`, `mồng ba tháng 3`, `ngày năm tháng ba năm hai nghìn không trăm hai mươi tư`.
    private mutating func wordedDate() -> DatePhrase? {
        let start = phrase.position
        _ = phrase.skip([["ngày"]])
        _ = phrase.skip([["mồng"], ["mùng"]])
        guard let number = small(upTo: 31), phrase.skip([["tháng"], ["thg"]]), let month = monthNumber() else {
            phrase.position = start
            return nil
        }
        return day(number, month, year() ?? now.date.year)
    }

    private mutating func month() -> DatePhrase? {
        let start = phrase.position
        guard phrase.skip([["tháng"], ["thg"]]), let month = monthNumber() else {
            phrase.position = start
            return nil
        }
        if let year = year() { return monthOf(month, year) }
        let isNext = phrase.skip([["tới"], ["sắp", "tới"]])
        let isLast = !isNext && phrase.skip([["vừa", "rồi"], ["vừa", "qua"]])
        let shift = isNext && month <= now.date.month ? 1 : isLast && month >= now.date.month ? -1 : 0
        return monthOf(month, now.date.year + shift)
    }

    /// `quý 4 (của) năm 2018`, `quý I/2024`, `quý ba`.
    private mutating func quarter() -> DatePhrase? {
        guard phrase.skip([["quý"], ["quí"]]) else { return nil }
        let roman: [[[FoldedWord]]] = [[["i"]], [["ii"]], [["iii"]], [["iv"], ["tư"]]]
        guard let number = small(upTo: 4) ?? roman.firstIndex(where: { phrase.skip($0) }).map({ $0 + 1 }), number > 0
        else { return nil }
        let year = year() ?? now.date.year
        return CivilDate(year: year, month: number * 3 - 2, day: 1).map { DatePhrase(CivilMoment(date: $0), .quarter) }
    }

    private mutating func bareYear() -> DatePhrase? {
        guard phrase.word() == "năm" || phrase.text.digits(phrase.position) == 4, let year = year() else { return nil }
        return CivilDate(year: year, month: 1, day: 1).map { DatePhrase(CivilMoment(date: $0), .year) }
    }

    /// The number of a month behind the word for it: `3`, `tư`, `giêng`, `mười hai`.
    mutating func monthNumber() -> Int? {
        if phrase.skip([["giêng"]]) { return 1 }
        if phrase.skip([["chạp"]]) { return 12 }
        if phrase.skip([["tư"]]) { return 4 }
        return small(upTo: 12).flatMap { $0 > 0 ? $0 : nil }
    }

    /// The year behind a day, month or quarter: `/2024`, `, 2024`, `năm 2024`, `năm hai nghìn không trăm hai mươi tư`,
    /// `năm nay`.
    mutating func year() -> Int? {
        let start = phrase.position
        _ = phrase.skip([[","], ["/"], ["-"]])
        _ = phrase.skip([["của"]])
        let hasWord = phrase.skip([["năm"]])
        if phrase.text.digits(phrase.position) == 4, let year = phrase.text.integer(phrase.position) {
            phrase.position += 1
            return year
        }
        if hasWord {
            if phrase.skip([["nay"], ["này"]]) { return now.date.year }
            if phrase.skip([["ngoái"], ["trước"], ["vừa", "qua"], ["qua"]]) { return now.date.year - 1 }
            if phrase.skip([["sau"], ["tới"]]) { return now.date.year + 1 }
            let words = phrase.words[min(phrase.position, phrase.words.count)...]
            if let (value, count) = SpelledNumber.read(words), let year = Int(value.description),
                (1_000...9_999).contains(year)
            {
                phrase.position += count
                return year
            }
        }
        phrase.position = start
        return nil
    }

    func day(_ day: Int, _ month: Int, _ year: Int) -> DatePhrase? {
        CivilDate(year: year, month: month, day: day).map { DatePhrase(CivilMoment(date: $0), .day) }
    }

    private func monthOf(_ month: Int, _ year: Int) -> DatePhrase? {
        CivilDate(year: year, month: month, day: 1).map { DatePhrase(CivilMoment(date: $0), .month) }
    }
}
