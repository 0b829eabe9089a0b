import Model

/// Reads days, months, quarters and years where they stand; years that the text leaves out come from the context.
struct TimeAtomReader: Sendable {
    let text: TokenText
    /// The day of publication in Vietnam; without it only expressions with a year can be read.
    let published: CivilDate?

    /// The longest expression that begins at a token.
    func atom(at index: Int) -> TimeAtom? {
        switch text.word(index) {
        case "ngày", "mồng", "mùng": return dayWords(at: index)
        case "tháng": return monthWords(at: index)
        case "quí", "quý": return quarter(at: index)
        case "năm": return yearWords(at: index)
        case "nửa": return halfYear(at: index)
        case "t" where text.isNumber(index + 1) && text.isGlued(index + 1):
            return numericMonth(at: index + 1, from: index)
        case "q" where text.isNumber(index + 1) && text.isGlued(index + 1): return quarter(at: index)
        default: break
        }
        guard text.isNumber(index) else { return spelledMonths(at: index) }
        return numericDay(at: index, from: index) ?? numericMonth(at: index, from: index) ?? monthsOfYear(at: index)
            ?? years(at: index, from: index)
    }

    // MARK: Days

    /// `16/5/2024`, `16-5-2024`, `16.5.2024`, `16/5/24`: three glued parts with one separator.
    private func numericDay(at index: Int, from first: Int) -> TimeAtom? {
        let mark = text.word(index + 1)
        guard mark.isAny("/", "-", "."), text.word(index + 3) == mark, let day = text.integer(index),
            let month = text.integer(index + 2), var year = text.integer(index + 4),
            isGlued(index + 1...index + 4), text.digits(index) <= 2, text.digits(index + 2) <= 2
        else { return nil }
        if text.digits(index + 4) == 2 && mark == "/" { year += 2_000 }
        guard Calendar.isYear(year), let interval = Calendar.day(day, month, year) else { return nil }
        return TimeAtom(
            tokens: first..<index + 5, start: interval.start, end: interval.end, grain: .day, hasYear: true)
    }

    /// `ngày 16 tháng 5 năm 2024`, `ngày 16/5/2024`, `ngày 16/5`.
    private func dayWords(at index: Int) -> TimeAtom? {
        let first = index + 1
        guard text.isSameCell(index, first), text.isNumber(first) else { return nil }
        if let full = numericDay(at: first, from: index) { return full }
        guard let day = text.integer(first), (1...31).contains(day) else { return nil }
        if text.word(first + 1) == "tháng", let month = text.integer(first + 2) {
            let year = text.word(first + 3) == "năm" ? text.integer(first + 4) : slashYear(after: first + 2)
            let end = text.word(first + 3) == "năm" && year != nil ? first + 5 : year == nil ? first + 3 : first + 5
            return dayAtom(day, month, year, tokens: index..<end)
        }
        return shortDay(at: first, from: index)
    }

    /// `16/5` where the words around it make it a day.
    func shortDay(at index: Int, from first: Int) -> TimeAtom? {
        guard text.word(index + 1).isAny("/", "-", "."), isGlued(index + 1...index + 2),
            let day = text.integer(index), let month = text.integer(index + 2), (1...12).contains(month),
            text.digits(index) <= 2, text.digits(index + 2) <= 2
        else { return nil }
        return dayAtom(day, month, nil, tokens: first..<index + 3)
    }

    private func slashYear(after index: Int) -> Int? {
        guard text.word(index + 1) == "/", isGlued(index + 1...index + 2), let year = text.integer(index + 2),
            Calendar.isYear(year)
        else { return nil }
        return year
    }

    private func dayAtom(_ day: Int, _ month: Int, _ year: Int?, tokens: Range<Int>) -> TimeAtom? {
        if let year {
            guard Calendar.isYear(year) else { return nil }
            return Calendar.day(day, month, year).map {
                TimeAtom(tokens: tokens, start: $0.start, end: $0.end, grain: .day, hasYear: true)
            }
        }
        guard let published, let here = Calendar.day(day, month, published.year) else { return nil }
        // More than sixty days after publication, it is last year's, unless the words look ahead.
        let looksAhead = text.word(tokens.lowerBound - 1).isAny("trước", "đến", "tới")
        let isLastYear = here.start.dayNumber > published.dayNumber + 60 && !looksAhead
        guard let interval = isLastYear ? Calendar.day(day, month, published.year - 1) : here else { return nil }
        return TimeAtom(tokens: tokens, start: interval.start, end: interval.end, grain: .day, hasYear: false)
    }

    // MARK: Months

    /// `5/2024`, `5-2024`, `05.2024`.
    private func numericMonth(at index: Int, from first: Int) -> TimeAtom? {
        guard text.word(index + 1).isAny("/", "-", "."), isGlued(index + 1...index + 2),
            let month = text.integer(index), let year = text.integer(index + 2), text.digits(index + 2) == 4,
            text.digits(index) <= 2, Calendar.isYear(year), let interval = Calendar.month(month, year)
        else { return nil }
        return TimeAtom(
            tokens: first..<index + 3, start: interval.start, end: interval.end, grain: .month, hasYear: true)
    }

    /// `tháng 5/2024`, `tháng 5 năm 2024`, `tháng 5`; also `tháng tư`.
    private func monthWords(at index: Int) -> TimeAtom? {
        let first = index + 1
        guard text.isSameCell(index, first) else { return nil }
        if let full = numericMonth(at: first, from: index) { return full }
        guard let month = text.integer(first) ?? TimeAtomReader.monthName(text.word(first)), (1...12).contains(month),
            text.isNumber(first) || text.word(first + 1) == "năm"
        else { return nil }
        if text.word(first + 1) == "năm", let year = text.integer(first + 2), Calendar.isYear(year),
            let interval = Calendar.month(month, year)
        {
            return TimeAtom(
                tokens: index..<first + 3, start: interval.start, end: interval.end, grain: .month, hasYear: true)
        }
        guard let year = recentYear(forMonth: month), let interval = Calendar.month(month, year) else { return nil }
        return TimeAtom(
            tokens: index..<first + 1, start: interval.start, end: interval.end, grain: .month, hasYear: false)
    }

    private static func monthName(_ word: FoldedWord) -> Int? {
        switch word {
        case "giêng": 1
        case "tư": 4
        case "chạp": 12
        default: count(word)
        }
    }

    /// `6 tháng đầu năm (2024)`, `9 tháng năm 2023`, `6 tháng cuối năm`, `9 tháng qua`.
    private func monthsOfYear(at index: Int) -> TimeAtom? {
        guard let count = text.integer(index), (1...12).contains(count) else { return nil }
        let isShort = text.word(index + 1) == "t" && text.isGlued(index + 1) && text.word(index + 2) == "/"
        guard text.word(index + 1) == "tháng" || isShort else { return nil }
        return months(count, after: index + 2, from: index)
    }

    private func spelledMonths(at index: Int) -> TimeAtom? {
        guard let count = TimeAtomReader.count(text.word(index)) else { return nil }
        if count == 10, text.word(index + 2) == "tháng", text.word(index + 1).isAny("một", "hai") {
            return months(text.word(index + 1) == "một" ? 11 : 12, after: index + 3, from: index)
        }
        return text.word(index + 1) == "tháng" ? months(count, after: index + 2, from: index) : nil
    }

    /// Two to ten, in words.
    private static func count(_ word: FoldedWord) -> Int? {
        if word == "mười" { return 10 }
        guard let digit = SpelledNumber.digit(word), digit > 1, word != "bẩy" else { return nil }
        return Int(digit)
    }

    private func months(_ count: Int, after next: Int, from first: Int) -> TimeAtom? {
        var index = next
        let isFromEnd = text.word(index) == "cuối"
        if text.word(index) == "đầu" || isFromEnd { index += 1 }
        let hasPart = index > next
        var year: Int?
        if text.word(index) == "năm" {
            index += 1
            if let named = text.integer(index), Calendar.isYear(named) {
                year = named
                index += 1
            } else if text.word(index) == "nay" {
                index += 1
            } else if !hasPart {
                return nil
            }
        } else if text.word(index) == "/", let named = text.integer(index + 1), Calendar.isYear(named) {
            year = named
            index += 2
        } else if let named = text.integer(index), Calendar.isYear(named), hasPart {
            year = named
            index += 1
        } else if !hasPart {
            guard isSumOfMonths(from: first, to: index) else { return nil }
            if text.word(index) == "qua" { index += 1 }
        }
        let hasYear = year != nil
        let range = isFromEnd ? (13 - count)...12 : 1...count
        guard let resolved = year ?? recentYear(forMonth: range.lowerBound),
            let interval = Calendar.months(range, resolved)
        else { return nil }
        return TimeAtom(
            tokens: first..<index, start: interval.start, end: interval.end, grain: .part, hasYear: hasYear)
    }

    /// `lũy kế 11 tháng`, `trong 9 tháng`, `10 tháng qua`, `11 tháng đạt`: the first months of the year.
    private func isSumOfMonths(from first: Int, to index: Int) -> Bool {
        let next = text.word(index)
        if TimeAtomReader.notSums.contains(next) || next.isEmpty { return false }
        let before = text.word(first - 1)
        let beginsClause = text.isLineStart(first) || before.isAny(".", ",", ":", ";")
        return next == "qua" || beginsClause || TimeAtomReader.sumVerbs.contains(next)
            || before.isAny("kế", "sau", "qua", "cộng", "tổng", "trong", "của", "được")
    }

    private static let notSums: WordSet = [
        "tiền", "lương", "tuổi", "liền", "tới", "liên", "đầu", "tù", "sau", "trước", "kể", "một", "làm",
    ]
    private static let sumVerbs: WordSet = ["đạt", "thu", "là", "ước", "tăng", "giảm", "bằng", "của"]

    /// `trong năm,`: the year of publication, or the one before for news of January.
    func thisYear(at index: Int) -> TimeAtom? {
        guard let published, text.word(index) == "năm", text.word(index - 1) == "trong",
            !text.isNumber(index + 1), !TimeAtomReader.otherYears.contains(text.word(index + 1)),
            text.isLineStart(index - 1) || text.word(index - 2).isAny(".", ",", ";", ":")
                || text.word(index + 1) == ",",
            let interval = Calendar.year(published.month == 1 ? published.year - 1 : published.year)
        else { return nil }
        return TimeAtom(
            tokens: index..<index + 1, start: interval.start, end: interval.end, grain: .year, hasYear: false)
    }

    private static let otherYears: WordSet = ["học", "tới", "sau", "qua", "nay", "ngoái", "trước", "năm", "đầu"]

    /// `cuối năm`, `hết năm`, without a number: the year of publication.
    func endOfYear(at index: Int) -> TimeAtom? {
        guard let published, text.word(index) == "năm", text.word(index - 1).isAny("cuối", "hết"),
            !text.isNumber(index + 1),
            !text.word(index + 1).isAny("trước", "ngoái", "nay", "qua", "học", "sau", "tới"),
            text.word(index - 2).isAny("đến", "tới", "từ", "hết") || text.word(index - 1) == "hết",
            let interval = Calendar.year(published.year)
        else { return nil }
        return TimeAtom(
            tokens: index..<index + 1, start: interval.start, end: interval.end, grain: .year, hasYear: false)
    }

    /// `PCI 2025`, `Hạng 2019`, `cùng kỳ 2023`, `đến hết 2021`, `(2017: 76,20%)`: a year without the word for it.
    func bareYear(at index: Int) -> TimeAtom? {
        guard text.digits(index) == 4, let year = text.integer(index), (1990...2060).contains(year),
            let interval = Calendar.year(year),
            !text.isGlued(index + 1) || !text.word(index + 1).isAny("/", "-", "%"),
            !(text.isGlued(index + 1) && text.isGlued(index + 2) && text.isNumber(index + 2)),
            index > 0, text.isSameCell(index - 1, index), !text.isGlued(index) || text.word(index - 1) == "("
        else { return nil }
        let before = text.word(index - 1)
        let isNamed =
            TimeAtomReader.yearNames.contains(before) || text.isLineStart(index + 1)
            || text.tokens[index + 1].gap == .tab
            || (before == "(" && text.word(index + 1).isAny(":", ")"))
        let isCounted =
            text.isSameCell(index, index + 1)
            && (UnitLexicon.standard.isClassifier(text, at: index + 1) || text.word(index + 1) == "%")
        guard isNamed, !isCounted else { return nil }
        return TimeAtom(
            tokens: index..<index + 1, start: interval.start, end: interval.end, grain: .year, hasYear: true)
    }

    private static let yearNames: WordSet = [
        "index", "sipas", "papi", "pci", "dti", "ddci", "pgi", "cchc", "hạng", "kì", "hết", "cuối", "đầu", "đến", "tới",
        "từ", "với", "hè", "xuân", "tết", "ict", "par", "pargi",
    ]

    /// `nửa đầu năm (2024)`, `nửa cuối năm`.
    private func halfYear(at index: Int) -> TimeAtom? {
        guard text.word(index + 1) == "đầu" || text.word(index + 1) == "cuối", text.word(index + 2) == "năm" else {
            return nil
        }
        return months(6, after: index + 1, from: index)
    }
}
