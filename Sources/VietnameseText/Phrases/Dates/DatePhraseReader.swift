import FoundationEssentials
import Model

/// Reads one phrase of time: fixed words, lengths before or behind the reference, or parts of a date in any order.
struct DatePhraseReader {
    var phrase: PhraseReader
    let now: CivilMoment

    /// The parts read so far; each may occur once.
    var clock: ClockTime?
    var part: DayPart?
    var weekday: Int?
    var date: DatePhrase?

    init(phrase: PhraseReader, now: CivilMoment) {
        self.phrase = phrase
        self.now = now
    }

    mutating func read() -> DatePhrase? {
        phrase.skipStopsInFront()
        if let whole = whole({ $0.present() }) ?? whole({ $0.distance() }) ?? whole({ $0.season() }) { return whole }
        while !phrase.isAtEnd {
            guard takePart() else { return nil }
            phrase.skipStops()
        }
        return resolved()
    }

    /// What a reading gives when it takes the whole phrase; else the phrase stays as it was.
    private mutating func whole(_ reading: (inout DatePhraseReader) -> DatePhrase?) -> DatePhrase? {
        var copy = self
        guard let found = reading(&copy) else { return nil }
        copy.phrase.skipStops()
        return copy.phrase.isAtEnd ? found : nil
    }

    /// Takes the next part of the phrase, or a word that says nothing.
    private mutating func takePart() -> Bool {
        if clock == nil, let found = readClock() {
            clock = found
            return true
        }
        if part == nil, let found = readDayPart() {
            part = found
            return true
        }
        if date == nil, let found = relativeDay() ?? holiday() ?? ordinalPart() ?? shifted() ?? calendarDate() {
            date = found
            return true
        }
        if weekday == nil, let found = readWeekday() {
            weekday = found
            return true
        }
        return phrase.skip([
            ["vào"], ["lúc"], ["hồi"], ["đúng"], ["khoảng"], ["của"], ["trong"], ["("], [")"], ["ngày"],
        ])
    }

    // MARK: Putting the parts together

    private func resolved() -> DatePhrase? {
        if let clock { return resolved(clock) }
        let day = date ?? weekday.flatMap { nextWeekday($0) }
        guard let part else { return day }
        let base = day?.start.date ?? now.date
        guard day == nil || day?.grain == .day else { return nil }
        let start = CivilMoment(date: base, second: part.hours.lowerBound * 3_600)
        return CivilMoment(date: base).adding(seconds: part.hours.upperBound * 3_600).map {
            DatePhrase(start, .hour, end: $0)
        }
    }

    private func resolved(_ clock: ClockTime) -> DatePhrase? {
        let day = date ?? weekday.flatMap { nextWeekday($0) }
        guard day == nil || day?.grain == .day, day?.end == nil else { return nil }
        let second = clock.seconds(in: part)
        if let day { return DatePhrase(CivilMoment(date: day.start.date, second: second), clock.grain) }
        let isOpen = part == nil && clock.hour > 0 && clock.hour <= 12
        let later = clock.hour == 12 ? second - 43_200 : second + 43_200
        let candidates = (isOpen ? [second, later].sorted() : [second]).map { CivilMoment(date: now.date, second: $0) }
        let next = candidates.first { $0 > now } ?? candidates[0].adding(days: 1)
        return next.map { DatePhrase($0, clock.grain) }
    }

    /// The next such day behind the reference, 0 for Monday.
    private func nextWeekday(_ weekday: Int) -> DatePhrase? {
        let ahead = (weekday - now.date.weekday + 6) % 7 + 1
        return DatePhrase.Grain.day.start(of: now, adding: ahead).map { DatePhrase($0, .day) }
    }
}

extension PhraseReader {
    /// Steps over marks at the beginning.
    mutating func skipStopsInFront() { while ["\"", "(", ","].contains(word()) { position += 1 } }
}
