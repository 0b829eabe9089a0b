import FoundationEssentials

/// A time of day as it is said: the hour may be one of twelve or of twenty-four.
struct ClockTime {
    var hour: Int
    var minute: Int?
    var second: Int?

    var grain: DatePhrase.Grain { second != nil ? .second : minute != nil ? .minute : .hour }

    /// Seconds since midnight, with the part of the day that the phrase names.
    func seconds(in part: DayPart?) -> Int {
        (part?.hour(of: hour) ?? hour) % 24 * 3_600 + (minute ?? 0) * 60 + (second ?? 0)
    }
}

/// A part of the day: when it lies, and what it makes of an hour of twelve.
enum DayPart {
    case morning, noon, afterLunch, afternoon, evening, night

    /// In hours since midnight.
    var hours: Range<Int> {
        switch self {
        case .morning: 4..<12
        case .noon: 12..<14
        case .afterLunch: 13..<17
        case .afternoon: 12..<19
        case .evening: 18..<24
        case .night: 22..<28
        }
    }

    func hour(of hour: Int) -> Int {
        switch self {
        case .morning: hour
        case .noon, .afterLunch: hour < 4 ? hour + 12 : hour
        case .afternoon, .evening: hour < 12 ? hour + 12 : hour
        case .night: hour >= 6 && hour < 12 ? hour + 12 : hour == 12 ? 0 : hour
        }
    }
}

extension DatePhraseReader {
    /// `14:07:09`, `14h07`, `3 giờ rưỡi`, `11 giờ kém 15`, `mười bốn giờ bảy phút`.
    mutating func readClock() -> ClockTime? {
        let start = phrase.position
        guard let clock = digital() ?? spokenClock() else {
            phrase.position = start
            return nil
        }
        return clock
    }

    private mutating func digital() -> ClockTime? {
        let text = phrase.text
        let at = phrase.position
        guard let hour = text.integer(at), hour <= 24, text.isGlued(at + 1) else { return nil }
        let mark = text.word(at + 1)
        if mark == "h" || mark == "g" {
            phrase.position = at + 2
            guard text.isGlued(at + 2), let minute = text.integer(at + 2), minute < 60 else {
                return ClockTime(hour: hour)
            }
            phrase.position = at + 3
            return ClockTime(hour: hour, minute: minute)
        }
        guard mark == ":", let minute = text.integer(at + 2), minute < 60, text.digits(at + 2) == 2 else { return nil }
        phrase.position = at + 3
        guard text.word(at + 3) == ":", let second = text.integer(at + 4), second < 60 else {
            return ClockTime(hour: hour, minute: minute)
        }
        phrase.position = at + 5
        return ClockTime(hour: hour, minute: minute, second: second)
    }

    private mutating func spokenClock() -> ClockTime? {
        guard let hour = small(upTo: 24), phrase.skip([["giờ"]]) else { return nil }
        if phrase.skip([["rưỡi"]]) { return ClockTime(hour: hour, minute: 30) }
        let behindHour = phrase.position
        if phrase.skip([["kém"]]) {
            guard let minutes = small(upTo: 59) else { return nil }
            _ = phrase.skip([["phút"]])
            return ClockTime(hour: (hour + 23) % 24, minute: 60 - minutes)
        }
        guard let minute = small(upTo: 59), !["giờ", "tháng"].contains(phrase.word()) else {
            phrase.position = behindHour
            return ClockTime(hour: hour)
        }
        guard phrase.skip([["phút"]]) else { return ClockTime(hour: hour, minute: minute) }
        let behindMinute = phrase.position
        guard let second = small(upTo: 59), phrase.skip([["giây"]]) else {
            phrase.position = behindMinute
            return ClockTime(hour: hour, minute: minute)
        }
        return ClockTime(hour: hour, minute: minute, second: second)
    }

    mutating func readDayPart() -> DayPart? {
        if phrase.skip([["sau", "bữa", "trưa"], ["sau", "trưa"]]) { return .afterLunch }
        let start = phrase.position
        _ = phrase.skip([["buổi"], ["ban"]])
        if phrase.skip([["sáng"]]) { return .morning }
        if phrase.skip([["trưa"]]) { return .noon }
        if phrase.skip([["chiều"]]) { return .afternoon }
        if phrase.skip([["tối"]]) { return .evening }
        if phrase.skip([["đêm"], ["khuya"]]) { return .night }
        phrase.position = start
        return nil
    }

    /// A whole number in digits or words, no larger than a bound.
    mutating func small(upTo bound: Int) -> Int? {
        if let number = phrase.text.integer(phrase.position) {
            guard number <= bound else { return nil }
            phrase.position += 1
            return number
        }
        // "mười năm" may be fifteen, or ten with the word for year behind it.
        for length in stride(from: 4, through: 1, by: -1) {
            let words = phrase.words[min(phrase.position, phrase.words.count)...].prefix(length)
            guard words.count == length, let (value, count) = SpelledNumber.read(words), count == length,
                let number = Int(value.description), number <= bound
            else { continue }
            phrase.position += count
            return number
        }
        return nil
    }
}
