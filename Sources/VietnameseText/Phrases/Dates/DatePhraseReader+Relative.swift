import FoundationEssentials
import Model

extension DatePhraseReader {
    /// `bây giờ`, `ngay lúc này`, `hiện tại`.
    mutating func present() -> DatePhrase? {
        _ = phrase.skip([["ngay"]])
        let isNow = phrase.skip([
            ["bây", "giờ"], ["lúc", "này"], ["hiện", "nay"], ["hiện", "tại"], ["hiện", "giờ"], ["lập", "tức"],
        ])
        return isNow ? DatePhrase(now, .second) : nil
    }

    // MARK: Lengths of time

    /// `3 ngày trước`, `sau 2 tuần nữa`: a point; `2 tháng vừa qua`, `3 giờ tới`: a span up to or from the reference.
    mutating func distance() -> DatePhrase? {
        let isBehind = phrase.skip([["sau"], ["trong"]])
        guard let (count, grain) = length(), count <= 100_000 else { return nil }
        if phrase.skip([["trước"], ["trước", "đây"], ["cách", "đây"]]) { return point(-count, grain) }
        if phrase.skip([["nữa"], ["sau"]]) || isBehind && phrase.isAtEnd { return point(count, grain) }
        if phrase.skip([["vừa", "rồi"], ["vừa", "qua"], ["gần", "đây"], ["qua"]]) {
            return span(from: -count, to: 0, grain)
        }
        if phrase.skip([["tiếp", "theo"], ["kế", "tiếp"], ["sắp", "tới"], ["tới"]]) {
            return span(from: 1, to: count + 1, grain)
        }
        return nil
    }

    /// A whole number and a unit of time.
    private mutating func length() -> (count: Int, grain: DatePhrase.Grain)? {
        let start = phrase.position
        if let count = small(upTo: 100_000), let grain = unit() { return (count, grain) }
        phrase.position = start
        // "mười năm trước": the last word of the number is the unit.
        guard let count = small(upTo: 100_000), count % 10 == 5, phrase.position > start + 1,
            phrase.words[phrase.position - 1] == "năm"
        else { return nil }
        return (count - 5, .year)
    }

    private mutating func unit() -> DatePhrase.Grain? {
        if phrase.skip([["giây"], ["s"]]) { return .second }
        if phrase.skip([["phút"]]) { return .minute }
        if phrase.skip([["giờ"], ["tiếng", "đồng", "hồ"], ["tiếng"]]) { return .hour }
        if phrase.skip([["ngày"], ["hôm"]]) { return .day }
        if phrase.skip([["tuần"]]) { return .week }
        if phrase.skip([["tháng"]]) { return .month }
        if phrase.skip([["quý"], ["quí"]]) { return .quarter }
        return phrase.skip([["năm"]]) ? .year : nil
    }

    /// A point so far from the reference; weeks are told to the day.
    private func point(_ count: Int, _ grain: DatePhrase.Grain) -> DatePhrase? {
        if grain == .week {
            return DatePhrase.Grain.day.start(of: now, adding: count * 7).map { DatePhrase($0, .day) }
        }
        return grain.start(of: now, adding: count).map { DatePhrase($0, grain) }
    }

    private func span(from first: Int, to last: Int, _ grain: DatePhrase.Grain) -> DatePhrase? {
        guard let start = grain.start(of: now, adding: first), let end = grain.start(of: now, adding: last) else {
            return nil
        }
        return DatePhrase(start, grain, end: end)
    }

    // MARK: Days and weekdays

    /// `hôm nay`, `ngày mai`, `hôm kia`; behind a part of the day also `nay`, `mai`, `qua`.
    mutating func relativeDay() -> DatePhrase? {
        let start = phrase.position
        _ = phrase.skip([["ngày", "hôm"], ["hôm"], ["ngày"], ["bữa"]])
        guard phrase.position > start || part != nil || clock != nil else { return nil }
        let days: [([[FoldedWord]], Int)] = [
            ([["nay"], ["này"]], 0), ([["mai"]], 1), ([["mốt"]], 2), ([["qua"]], -1), ([["kìa"]], -3),
        ]
        for (words, shift) in days where phrase.skip(words) { return point(shift, .day) }
        // "hôm kia" lies behind, "ngày kia" ahead.
        if phrase.word() == "kia" {
            let isPast = phrase.words[start..<phrase.position].contains { $0 == "hôm" || $0 == "bữa" }
            phrase.position += 1
            return point(isPast ? -2 : 2, .day)
        }
        phrase.position = start
        return nil
    }

    /// `thứ hai`, `Th 3`, `CN`; with `tới`, `vừa rồi`, `tuần này`, `tuần sau` it is a date of its own.
    mutating func readWeekday() -> Int? {
        guard let day = weekdayName() else { return nil }
        if phrase.skip([["vừa", "rồi"], ["vừa", "qua"], ["trước"]]) {
            let behind = (now.date.weekday - day + 6) % 7 + 1
            date = point(-behind, .day)
        } else if !phrase.skip([["tới"], ["sắp", "tới"]]), let week = week() {
            date = DatePhrase.Grain.week.start(of: now, adding: week)?.adding(days: day).map { DatePhrase($0, .day) }
        }
        return day
    }

    private mutating func weekdayName() -> Int? {
        if phrase.skip([["chủ", "nhật"], ["cn"]]) { return 6 }
        let start = phrase.position
        guard phrase.skip([["thứ"], ["th"]]) || isShort("t") && phrase.skip([["t"]]) else { return nil }
        if phrase.skip([["tư"]]) { return 2 }
        if let number = small(upTo: 7), number >= 2 { return number - 2 }
        phrase.position = start
        return nil
    }

    /// A letter with a digit right behind it, as in `T2`.
    private func isShort(_ letter: FoldedWord) -> Bool {
        phrase.word() == letter && phrase.text.isNumber(phrase.position + 1) && phrase.text.isGlued(phrase.position + 1)
    }

    private mutating func week() -> Int? {
        let start = phrase.position
        _ = phrase.skip([["của"]])
        guard phrase.skip([["tuần"]]), let shift = shift() else {
            phrase.position = start
            return nil
        }
        return shift
    }

    // MARK: This, next and last

    /// `tuần này`, `tháng trước`, `quý sau`, `năm ngoái`.
    mutating func shifted() -> DatePhrase? {
        let start = phrase.position
        let grain: DatePhrase.Grain? =
            phrase.skip([["tuần"]])
            ? .week
            : phrase.skip([["tháng"]])
                ? .month : phrase.skip([["quý"], ["quí"]]) ? .quarter : phrase.skip([["năm"]]) ? .year : nil
        guard let grain, let shift = shift(), let moment = grain.start(of: now, adding: shift) else {
            phrase.position = start
            return nil
        }
        return DatePhrase(moment, grain)
    }

    private mutating func shift() -> Int? {
        if phrase.skip([["này"], ["nay"], ["hiện", "tại"]]) { return 0 }
        if phrase.skip([["tiếp", "theo"], ["kế", "tiếp"], ["sắp", "tới"], ["tiếp"], ["tới"], ["sau"]]) { return 1 }
        if phrase.skip([["vừa", "rồi"], ["vừa", "qua"], ["trước"], ["ngoái"], ["qua"], ["rồi"]]) { return -1 }
        return nil
    }

    // MARK: First and last

    /// `ngày đầu tiên của tháng ba`, `ngày cuối cùng của năm 2024`, `tuần đầu tiên của tháng 9 năm 2017`: a week belongs to
    /// the month that its Monday lies in.
    mutating func ordinalPart() -> DatePhrase? {
        let start = phrase.position
        let isWeek = phrase.word() == "tuần"
        guard phrase.skip([["ngày"], ["tuần"]]) else { return nil }
        let isFirst = phrase.skip([["đầu", "tiên"], ["đầu"]])
        guard isFirst || phrase.skip([["cuối", "cùng"], ["cuối"]]) else {
            phrase.position = start
            return nil
        }
        _ = phrase.skip([["của"], ["trong"]])
        guard let whole = shifted() ?? calendarDate(), [.month, .quarter, .year].contains(whole.grain),
            let next = whole.grain.start(of: whole.start, adding: 1), let last = next.adding(days: -1)
        else {
            phrase.position = start
            return nil
        }
        guard isWeek else { return DatePhrase(isFirst ? whole.start : last, .day) }
        let monday = isFirst ? whole.start.adding(days: 6) : last
        return monday.flatMap { DatePhrase.Grain.week.start(of: $0) }.map { DatePhrase($0, .week) }
    }
}
