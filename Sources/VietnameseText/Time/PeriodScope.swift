import Model

/// Which expression of time governs which number.
///
/// The sentence's own expression rules forward, and backwards within its clause; else the last one before it in the
/// paragraph; else the one that a list, a table, a report or the edition of an index was announced with. "Đến nay" rules
/// its own sentence only, a base of comparison the number beside it only.
struct PeriodScope: Sendable {
    private let text: TokenText
    private let sentences: [Sentence]
    private let times: [TimeMention]
    private let layout: ParagraphLayout
    /// For each sentence, the positions in `times` of its mentions.
    private let mentionsOfSentence: [Range<Int>]

    init(text: TokenText, sentences: [Sentence], times: [TimeMention]) {
        self.text = text
        self.sentences = sentences
        self.times = times
        layout = ParagraphLayout(text: text, sentences: sentences)
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(sentences.count)
        var next = 0
        for number in sentences.indices {
            let start = next
            while next < times.count, times[next].sentence <= number { next += 1 }
            ranges.append(start..<next)
        }
        mentionsOfSentence = ranges
    }

    /// The period of each quantity, in the order of the text.
    func periods(of quantities: [Quantity]) -> [Period] {
        var carried = CarriedPeriods(text: text, layout: layout)
        var result: [Period] = []
        result.reserveCapacity(quantities.count)
        var next = 0
        for number in sentences.indices {
            carried.enter(sentences[number])
            let mentions = mentionsOfSentence[number]
            let first = next
            while next < quantities.count, quantities[next].sentence <= number {
                result.append(period(of: quantities, next, among: mentions, carried))
                next += 1
            }
            for index in mentions {
                carried.note(times[index], hasFigures: next > first, isAside: isBracketed(index) || isInBrackets(index))
            }
        }
        while result.count < quantities.count { result.append(.none) }
        return result
    }

    private func period(
        of quantities: [Quantity], _ index: Int, among mentions: Range<Int>, _ carried: CarriedPeriods
    ) -> Period {
        let quantity = quantities[index]
        if let base = sameTimeLastYear(quantity, among: mentions, carried) { return base }
        if let beside = beside(quantity, among: mentions) { return beside }
        if isOldLevel(quantities, index) { return oldPeriod(quantity, among: mentions, carried) }
        if let own = own(quantity, among: mentions) { return own }
        return carried.period(for: quantity) ?? .none
    }

    // MARK: Levels that were left

    /// `từ 41,6% lên 92,6%`: a level that the next number takes the place of.
    private func isOldLevel(_ quantities: [Quantity], _ index: Int) -> Bool {
        guard quantities[index].change == .from, quantities[index].bound == nil, index + 1 < quantities.count else {
            return false
        }
        let next = quantities[index + 1]
        return next.sentence == quantities[index].sentence && next.change == .to
    }

    /// The base of comparison that the sentence names; without one, when it was is not told.
    private func oldPeriod(_ quantity: Quantity, among mentions: Range<Int>, _ carried: CarriedPeriods) -> Period {
        guard let base = mentions.first(where: { times[$0].role == .comparison }) else { return .none }
        guard isSameTime(times[base].tokens.lowerBound - 1) else { return times[base].period }
        guard let now = own(quantity, among: mentions) ?? carried.period(for: quantity) else { return .none }
        return shifted(now, to: times[base].period)
    }

    /// The same days in the year of another period.
    private func shifted(_ now: Period, to base: Period) -> Period {
        guard let end = now.end, let year = base.end?.year else { return now.earlier(byYears: 1) }
        return now.earlier(byYears: max(0, end.year - year))
    }

    // MARK: The sentence's own expressions

    /// An expression that stands directly at the number: `702 đơn vị cuối năm 2021`, `77% của 7 tháng năm 2023`,
    /// `71,8% (đến 15/6/2019)`, `năm 2019 (40,2 nghìn hồ sơ)`.
    private func beside(_ quantity: Quantity, among mentions: Range<Int>) -> Period? {
        let end = max(quantity.tokens.upperBound, quantity.noun.upperBound)
        for index in mentions where times[index].period.end != nil && times[index].role != .programme {
            let mention = times[index]
            if mention.role == .event { continue }
            let after = mention.tokens.lowerBound - end
            if (0...2).contains(after),
                (end..<mention.tokens.lowerBound).allSatisfy({ PeriodScope.joints.contains(text.word($0)) }),
                after > 0 || quantity.change == .from, closesBracket(mention, openedAt: mention.tokens.lowerBound - 1)
            {
                return mention.period
            }
            if mention.role == .comparison {
                let between = mention.tokens.upperBound..<max(mention.tokens.upperBound, quantity.tokens.lowerBound)
                if mention.tokens.upperBound <= quantity.tokens.lowerBound, between.count <= 5,
                    between.allSatisfy({ PeriodScope.fillers.contains(text.word($0)) })
                {
                    return mention.period
                }
            }
        }
        return nil
    }

    private static let joints: WordSet = ["của", "(", "hồi", "cuối", "vào", "trong"]
    private static let fillers: WordSet = [
        "là", "(", ":", "chỉ", "đạt", "tỉ", "lệ", "này", "có", "mới", "số", "con", "được",
    ]

    /// An expression behind an opening bracket fills the bracket: `(đến 15/6/2019)`, but not `(tháng 10: 81,90)`.
    private func closesBracket(_ mention: TimeMention, openedAt place: Int) -> Bool {
        text.word(place) != "(" || text.word(mention.tokens.upperBound).isAny(")", ",", ";")
    }

    private func own(_ quantity: Quantity, among mentions: Range<Int>) -> Period? {
        let place = quantity.tokens.lowerBound
        var before: TimeMention?
        for index in mentions where times[index].tokens.upperBound <= place {
            let mention = times[index]
            if mention.role == .vague, place - mention.tokens.upperBound < 12 { before = mention }
            guard mention.governs, !isClosedOff(index, before: place) else { continue }
            if mention.role == .target, followsNumber(index), crossesClause(mention.tokens.upperBound, place) {
                continue
            }
            before = mention
        }
        if let before { return before.role == .vague ? Period.none : before.period }
        for index in mentions where times[index].tokens.lowerBound > place {
            guard times[index].governs else { continue }
            guard !hasComma(place, times[index].tokens.lowerBound), !isBracketed(index) else { return nil }
            return times[index].period
        }
        return nil
    }

    /// `cùng kỳ 1.652`, `cùng kỳ là 22,9%`: the number's time is that of the sentence, a year earlier.
    private func sameTimeLastYear(
        _ quantity: Quantity, among mentions: Range<Int>, _ carried: CarriedPeriods
    ) -> Period? {
        var place = quantity.tokens.lowerBound - 1
        var steps = 0
        while steps < 6, PeriodScope.fillers.contains(text.word(place)) {
            place -= 1
            steps += 1
        }
        let base = mentions.last { times[$0].tokens.upperBound == place + 1 && times[$0].role == .comparison }
        if let base { place = times[base].tokens.lowerBound - 1 }
        guard isSameTime(place) else { return nil }
        guard let now = own(quantity, among: mentions) ?? carried.period(for: quantity) else { return nil }
        return base.map { shifted(now, to: times[$0].period) } ?? now.earlier(byYears: 1)
    }

    /// The words `cùng kỳ` or `cùng thời điểm` end at a place.
    private func isSameTime(_ place: Int) -> Bool {
        (text.word(place) == "kì" && text.word(place - 1) == "cùng")
            || (text.word(place) == "điểm" && text.word(place - 2) == "cùng")
    }

    /// In brackets that close before the place: it rules the number in front of the bracket only.
    private func isClosedOff(_ index: Int, before place: Int) -> Bool {
        guard isBracketed(index) else { return false }
        return (times[index].tokens.upperBound..<place).contains { text.word($0) == ")" }
    }

    /// A bracket is open at the mention, and a number stands before it in the sentence.
    private func isBracketed(_ index: Int) -> Bool {
        let sentence = sentences[times[index].sentence].tokens
        var place = times[index].tokens.lowerBound - 1
        while place >= sentence.lowerBound, place > times[index].tokens.lowerBound - 30 {
            if text.word(place) == ")" { return false }
            if text.word(place) == "(" { return place > sentence.lowerBound && hasNumber(sentence.lowerBound..<place) }
            place -= 1
        }
        return false
    }

    /// A bracket is open at the mention and began after other words.
    private func isInBrackets(_ index: Int) -> Bool {
        let start = sentences[times[index].sentence].tokens.lowerBound
        var place = times[index].tokens.lowerBound - 1
        while place > start, place > times[index].tokens.lowerBound - 30 {
            if text.word(place) == ")" { return false }
            if text.word(place) == "(" { return true }
            place -= 1
        }
        return false
    }

    private func hasNumber(_ range: Range<Int>) -> Bool { range.suffix(12).contains { text.isNumber($0) } }

    /// A number stands in front of the expression in its clause: `giảm 5% vào năm 2026`.
    private func followsNumber(_ index: Int) -> Bool {
        let start = sentences[times[index].sentence].tokens.lowerBound
        var place = times[index].tokens.lowerBound - 1
        while place >= start, text.word(place) != ";" {
            if text.isNumber(place) { return true }
            place -= 1
        }
        return false
    }

    private func crossesClause(_ first: Int, _ second: Int) -> Bool {
        first < second && (first..<second).contains { text.word($0) == ";" }
    }

    /// A mark that parts clauses, but not the digits of a number.
    private func hasComma(_ first: Int, _ second: Int) -> Bool {
        guard first < second else { return false }
        return (first..<second).contains {
            text.word($0) == ";" || text.word($0) == ":"
                || (text.word($0) == "," && !(text.isGlued($0) && text.isGlued($0 + 1)))
        }
    }
}

extension Period {
    /// The same days so many years before.
    func earlier(byYears years: Int) -> Period {
        Period(
            start: start?.earlier(byYears: years), end: end?.earlier(byYears: years), basis: .resolved, text: text)
    }
}

extension CivilDate {
    /// 28 February for a leap day.
    func earlier(byYears years: Int) -> CivilDate? {
        CivilDate(year: year - years, month: month, day: day)
            ?? CivilDate(year: year - years, month: month, day: day - 1)
    }
}
