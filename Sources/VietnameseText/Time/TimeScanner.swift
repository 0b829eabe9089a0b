import Model

/// Finds every expression of time in a text and what it says of the numbers around it.
struct TimeScanner: Sendable {
    private let text: TokenText
    private let published: CivilDate?
    private let atoms: TimeAtomReader
    private let introductions: TimeIntroduction.Reader
    private let sentenceOfToken: [Int]

    init(text: TokenText, published: CivilDate?, sentenceOfToken: [Int]) {
        self.text = text
        self.published = published
        self.sentenceOfToken = sentenceOfToken
        atoms = TimeAtomReader(text: text, published: published)
        introductions = TimeIntroduction.Reader(text: text)
    }

    func mentions() -> [TimeMention] {
        var result: [TimeMention] = []
        var index = 0
        while index < text.count {
            let token = text.tokens[index]
            if token.kind == .number || token.roles.contains(.time), let mention = mention(at: index) {
                result.append(mention)
                index = mention.tokens.upperBound
            } else {
                index += 1
            }
        }
        return result
    }

    /// The words that an expression of time can begin with.
    static let openers =
        nowPhrases.keys + vaguePhrases.keys + [
            "từ", "ngày", "mồng", "mùng", "tháng", "quí", "quý", "năm", "nửa", "t", "q", "hai", "ba", "bốn", "sáu",
            "bảy", "tám", "chín", "mười",
        ]

    private func mention(at index: Int) -> TimeMention? {
        if let found = fixedWords(at: index) ?? yearsUntilNow(at: index) { return found }
        let loose = looseAtom(at: index)
        return span(at: index, loose) ?? loose.map(single)
    }

    // MARK: Words for now

    private static let nowPhrases = PhraseTable(
        [
            "tính đến nay", "tính đến thời điểm này", "tính đến thời điểm hiện tại", "đến thời điểm này",
            "đến thời điểm hiện nay", "đến thời điểm hiện tại", "cho đến nay", "tới nay", "đến nay", "hiện nay",
            "hiện tại",
            "đến hiện tại", "hiện có", "hiện đang", "hiện đã", "hiện", "tới thời điểm này", "đến giờ",
        ].map { (MatchingForm.words($0), true) }, by: .first, longestFirst: false)

    private static let vaguePhrases = PhraseTable(
        [
            "thời gian qua", "những năm qua", "nhiều năm qua", "những tháng cuối năm", "mỗi năm", "hằng năm",
            "hàng năm",
            "thời gian tới", "những năm gần đây", "vừa qua",
        ].map { (MatchingForm.words($0), true) }, by: .first, longestFirst: false)

    private func fixedWords(at index: Int) -> TimeMention? {
        if text.has("từ", "đầu", "năm", at: index), let since = sinceStartOfYear(at: index) { return since }
        let now = TimeScanner.nowPhrases.match(text, at: index) { phrase in
            text.word(index) != "hiện" || isNow(at: index, isBare: phrase.count == 1)
        }
        if let now {
            // "hiện có", "hiện đang": only the first word is one of time.
            let isAdverb = text.word(index) == "hiện" && !text.word(index + 1).isAny("nay", "tại")
            let words = isAdverb ? 1 : now.count
            return make(index..<index + words, .now, published.map { (nil, $0) }, .resolved)
        }
        return TimeScanner.vaguePhrases.match(text, at: index).map {
            make(index..<index + $0.count, .vague, nil, .none)
        }
    }

    /// Whether "hiện" stands for now and is no part of another word, as in "thực hiện" or "hiện trạng".
    private func isNow(at index: Int, isBare: Bool) -> Bool {
        if TimeScanner.compounds.contains(text.word(index - 1)), text.isSameCell(index - 1, index) { return false }
        return !isBare || isBareNow(at: index)
    }

    private static let compounds: WordSet = ["thực", "xuất", "thể", "phát", "biểu", "hữu", "tái", "đại"]

    private func isBareNow(at index: Int) -> Bool {
        !text.word(index + 1).isAny("hành", "đại", "trường", "vật", "trạng", "thực", "diện", "hữu")
    }

    /// `từ đầu năm (2024) đến nay`.
    private func sinceStartOfYear(at index: Int) -> TimeMention? {
        guard let published else { return nil }
        var next = index + 3
        var year = published.year
        if let named = text.integer(next), Calendar.isYear(named) {
            year = named
            next += 1
        }
        guard let start = CivilDate(year: year, month: 1, day: 1) else { return nil }
        if text.has("đến", "nay", at: next) || text.has("tới", "nay", at: next) {
            return make(index..<next + 2, .reporting, (start, published), .resolved)
        }
        let upTo = text.word(next).isAny("đến", "tới") ? atom(from: next + 1) : nil
        if let upTo { return make(index..<upTo.tokens.upperBound, .reporting, (start, upTo.end), .resolved) }
        return nil
    }

    /// `5 năm qua`, `3 năm gần đây`: so many years up to the day of publication.
    private func yearsUntilNow(at index: Int) -> TimeMention? {
        guard let published, let count = text.integer(index), (2...40).contains(count), text.word(index + 1) == "năm",
            text.word(index + 2) == "qua" || text.has("gần", "đây", at: index + 2),
            let start = CivilDate(year: published.year - count, month: published.month, day: min(published.day, 28))
        else { return nil }
        return make(index..<index + 3, .reporting, (start, published), .resolved)
    }

    // MARK: Spans

    /// `từ (ngày) A đến (hết, ngày) B`, `A đến B` of days, `kể từ A đến nay`, `từ A` alone with a year.
    ///
    /// - Parameter loose: the expression that begins at the token.
    private func span(at index: Int, _ loose: TimeAtom?) -> TimeMention? {
        let isFrom = text.word(index) == "từ"
        let first =
            isFrom
            ? atom(from: index + 1)
            : text.isNumber(index) || text.word(index) == "ngày" || text.word(index) == "tháng"
                ? loose : nil
        guard let first else { return isFrom || text.word(index) == "ngày" ? daysOfMonth(at: index) : nil }
        var next = first.tokens.upperBound
        if text.word(next) == "," { next += 1 }
        guard text.word(next).isAny("đến", "tới") || (text.word(next) == "-" && first.grain == .day) else {
            return isFrom ? since(first, at: index) : nil
        }
        if text.word(next + 1) == "nay" || text.has("thời", "điểm", "này", at: next + 1) {
            guard isFrom, let published else { return nil }
            let end = text.word(next + 1) == "nay" ? next + 2 : next + 4
            return make(index..<end, .reporting, (first.start, published), .resolved)
        }
        guard let last = atom(from: next + 1) else { return isFrom ? since(first, at: index) : nil }
        guard isFrom || first.grain == .day || first.grain == .month else { return nil }
        let start = first.hasYear ? first.start : borrowed(first.start, yearOf: last)
        guard start <= last.end else { return nil }
        let basis: PeriodBasis = first.hasYear || last.hasYear ? .explicit : .resolved
        return make(index..<last.tokens.upperBound, role(of: index, .reporting), (start, last.end), basis)
    }

    /// `từ ngày 10 đến ngày 15 tháng 5 năm 1999`: the first day takes the month and the year of the last.
    private func daysOfMonth(at index: Int) -> TimeMention? {
        var next = text.word(index) == "từ" ? index + 1 : index
        if text.word(next) == "ngày" { next += 1 }
        guard let day = text.integer(next), text.word(next + 1).isAny("đến", "tới", "-"),
            text.isSameCell(index, next + 1), let last = atom(from: next + 2), last.grain == .day,
            let start = CivilDate(year: last.end.year, month: last.end.month, day: day), start <= last.end
        else { return nil }
        let basis: PeriodBasis = last.hasYear ? .explicit : .resolved
        return make(index..<last.tokens.upperBound, role(of: index, .reporting), (start, last.end), basis)
    }

    /// The start of a span without a year takes the year of its end.
    private func borrowed(_ start: CivilDate, yearOf last: TimeAtom) -> CivilDate {
        CivilDate(year: last.end.year, month: start.month, day: start.day) ?? start
    }

    /// `từ năm 2021`, `kể từ 1/7/2025`: up to the day of publication where the sentence says that it goes on.
    private func since(_ first: TimeAtom, at index: Int) -> TimeMention? {
        guard first.hasYear || first.grain == .day, text.word(index - 1) == "kể" || first.grain == .year else {
            return nil
        }
        return make(index..<first.tokens.upperBound, .event, nil, .none)
    }

    // MARK: Single expressions

    private func single(_ found: TimeAtom) -> TimeMention {
        let before = introductions.introduction(before: found.tokens.lowerBound)
        let interval = (found.start as CivilDate?, found.end)
        let basis: PeriodBasis = found.hasYear ? .explicit : .resolved
        if text.word(found.tokens.upperBound + 1).isAny("đối", "so"), text.word(found.tokens.upperBound) == "để" {
            return make(found.tokens, .comparison, interval, basis)
        }
        switch before {
        case .comparison:
            return make(found.tokens, .comparison, interval, basis)
        case .fromNowTo:
            return make(found.tokens, .target, (published, found.end), .resolved)
        case .upTo, .endOf:
            return make(found.tokens, isFuture(found) ? .target : .asOf, (nil, found.end), basis)
        case .happening:
            return make(found.tokens, .event, interval, basis)
        case .name:
            return make(found.tokens, .programme, interval, basis)
        case .none:
            let role: TimeMention.Role = found.grain == .day ? .event : isFuture(found) ? .target : .reporting
            return make(found.tokens, role, interval, basis)
        }
    }

    private func isFuture(_ atom: TimeAtom) -> Bool {
        guard let published else { return false }
        return atom.end.dayNumber > published.dayNumber + 31 && atom.start > published
            || atom.end.dayNumber > published.dayNumber + 366
    }

    /// A comparison stays one, whatever shape its expression has.
    private func role(of index: Int, _ role: TimeMention.Role) -> TimeMention.Role {
        introductions.introduction(before: index) == .comparison ? .comparison : role
    }

    // MARK: Atoms

    /// An atom behind "đến", "từ" or the like, with the words that may stand in between.
    private func atom(from index: Int) -> TimeAtom? {
        var index = index
        while text.word(index).isAny("hết", "cuối", "đầu") { index += 1 }
        if let found = atoms.atom(at: index) ?? atoms.bareYear(at: index) ?? atoms.endOfYear(at: index) { return found }
        return atoms.shortDay(at: index, from: index)
    }

    /// An atom, or a bare `16/5` that its surroundings make a day.
    private func looseAtom(at index: Int) -> TimeAtom? {
        if let found = atoms.atom(at: index) ?? atoms.bareYear(at: index) ?? atoms.endOfYear(at: index)
            ?? atoms.thisYear(at: index)
        {
            return found
        }
        guard text.isNumber(index), text.word(index + 1) == "/", let day = atoms.shortDay(at: index, from: index),
            text.word(index + 3) != "/"
        else { return nil }
        let before = text.word(index - 1)
        if TimeScanner.dayWords.contains(before) && text.isSameCell(index - 1, index) { return day }
        let isCounted =
            UnitLexicon.standard.isClassifier(text, at: index + 3) || before.isAny("thứ", "hạng", "trí")
        if before == "(" && text.word(index + 3) == ")" && !isCounted { return day }
        if before == "-" && TimeScanner.dayWords.contains(text.word(index - 4)) { return day }
        return nil
    }

    private static let dayWords: WordSet = [
        "sáng", "chiều", "tối", "trưa", "đêm", "ngày", "nay", "qua", "đến", "từ", "hôm", "trước",
    ]

    private func make(
        _ tokens: Range<Int>, _ role: TimeMention.Role, _ interval: (CivilDate?, CivilDate)?, _ basis: PeriodBasis
    ) -> TimeMention {
        let range =
            text.tokens[tokens.lowerBound].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound
        return TimeMention(
            range: range, tokens: tokens, role: role,
            period: Period(
                start: interval?.0, end: interval?.1, basis: interval == nil ? .none : basis, text: text.slice(range)),
            sentence: sentenceOfToken[tokens.lowerBound])
    }
}
