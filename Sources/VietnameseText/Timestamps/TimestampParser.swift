import Model

/// Reads points in time as feeds, sitemaps, metadata and visible lines of pages write them.
///
/// ISO 8601 and W3CDTF in every precision, RFC 822 and its obsolete forms, asctime, American metadata, seconds and
/// milliseconds since 1970, and Vietnamese lines such as `Thứ Năm, 16/05/2024 15:31 (GMT+7)`. Days come before months
/// unless that cannot be.
public enum TimestampParser {
    /// The time that a whole text states; nil when it states none, or one that cannot be.
    ///
    /// `defaultOffset` is taken where the text names no zone, in minutes ahead of UTC; nil refuses such texts.
    public static func parse(_ text: String, defaultOffset: Int? = Timestamp.vietnamOffset) -> ParsedTimestamp? {
        guard text.utf8.count <= 200 else { return nil }
        let tokens = TimestampTokens(text)
        if let number = TimestampNumber(tokens, defaultOffset: defaultOffset) { return number.parsed }
        if let short = ShortDayReader(tokens: tokens).day() {
            return finish(tokens, short, start: 0, defaultOffset: defaultOffset, isWhole: true)?.parsed
        }
        return found(in: tokens, defaultOffset: defaultOffset, americanFirst: isAmerican(tokens), isWhole: true)?.parsed
    }

    /// The first date in a line that people read, with the time beside it.
    public static func find(in text: String) -> FoundTimestamp? {
        let tokens = TimestampTokens(text)
        return found(in: tokens, defaultOffset: Timestamp.vietnamOffset, americanFirst: false, isWhole: false).map {
            FoundTimestamp(range: $0.range, timestamp: $0.parsed.timestamp, hasTime: $0.parsed.hasTime)
        }
    }

    private struct Finding {
        let parsed: ParsedTimestamp
        let range: Range<Int>
    }

    /// `isWhole`: the text is a date field, in which remains of a broken time or zone make the whole a mistake; in a
    /// line that people read they are other words.
    private static func found(
        in tokens: TimestampTokens, defaultOffset: Int?, americanFirst: Bool, isWhole: Bool
    ) -> Finding? {
        let dates = DateReader(tokens: tokens, isField: isWhole)
        for index in tokens.tokens.indices {
            if index > 0, tokens.tokens[index].kind == .digits, !tokens.isSpaced(index),
                ["/", "-", ".", ":"].contains(tokens[index - 1]), index > 1, tokens.tokens[index - 2].kind == .digits
            {
                continue
            }
            let day =
                americanFirst
                ? american(tokens, at: index) ?? dates.day(at: index)
                : dates.day(at: index) ?? asctime(tokens, at: index)
            guard let day else { continue }
            return finish(tokens, day, start: index, defaultOffset: defaultOffset, isWhole: isWhole)
        }
        return nil
    }

    private static func finish(
        _ tokens: TimestampTokens, _ day: DateReader.Day, start: Int, defaultOffset: Int?, isWhole: Bool
    ) -> Finding? {
        let clocks = ClockReader(tokens: tokens)
        var first = start
        var last = day.end
        var clock: ClockReader.Clock?
        var zone: (minutes: Int, end: Int)?
        var next = day.end
        while [",", "|", "-", "–", "lúc", "at", "·", "•", "hồi", "vào"].contains(tokens[next]), next < day.end + 3 {
            next += 1
        }
        if let after = clocks.clock(at: next) ?? (tokens[next - 1] == "-" ? nil : clocks.clock(at: day.end)) {
            clock = after
            last = after.end
            zone = clocks.zone(at: after.end)
            if let zone { last = zone.end }
        } else if let before = clockBefore(clocks, tokens, start) {
            clock = before.clock
            first = before.start
            zone = clocks.zone(at: day.end)
            if let zone { last = zone.end }
        } else if let bare = clocks.zone(at: day.end), tokens[day.end] == "z" || tokens[day.end] == "+" {
            zone = bare
        }
        if isWhole, hasRemains(tokens, behind: last, hasClock: clock != nil, hasZone: zone != nil) { return nil }
        // A "T" announces a clock; one that cannot be makes the whole a mistake.
        guard clock != nil || tokens[day.end] != "t", let offset = zone?.minutes ?? defaultOffset else { return nil }
        let timestamp = Timestamp(
            day.date, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0, second: clock?.second ?? 0,
            offsetMinutes: offset)
        let range =
            tokens.tokens[first].range.lowerBound..<tokens.tokens[min(last, tokens.tokens.count) - 1].range.upperBound
        return Finding(
            parsed: ParsedTimestamp(
                timestamp: timestamp, hasTime: clock != nil, hasZone: zone != nil,
                hundredths: clock?.hundredths ?? 0, isVietnamese: day.isVietnamese),
            range: range)
    }

    /// `11:47:32 +zz:00`, `2013-01-27-01`, `…-06:00Textra`: what follows belonged to the time and could not be read.
    private static func hasRemains(
        _ tokens: TimestampTokens, behind end: Int, hasClock: Bool, hasZone: Bool
    ) -> Bool {
        guard tokens.tokens.indices.contains(end) else { return false }
        let isJoined = !tokens.isSpaced(end)
        switch tokens.tokens[end].kind {
        case .digits:
            return !hasClock && tokens.number(end, 1...2) != nil && tokens[end + 1] == ":"
        case .letters:
            return hasClock && isJoined && !ClockReader.mayFollow(tokens[end])
        case .mark:
            switch tokens[end] {
            case ":": return hasClock
            case "+": return hasClock && !hasZone
            case "-": return isJoined && end + 1 < tokens.tokens.count && !tokens.isSpaced(end + 1)
            default: return false
            }
        }
    }

    /// `15:31 16/05/2024`, `15:31, ngày 16/05/2024`, `14:08 | 05/04/2024`.
    private static func clockBefore(
        _ clocks: ClockReader, _ tokens: TimestampTokens, _ start: Int
    ) -> (clock: ClockReader.Clock, start: Int)? {
        for back in 3...10 where start - back >= 0 {
            guard let clock = clocks.clock(at: start - back), clock.end <= start else { continue }
            let between = (clock.end..<start).map { tokens[$0] }
            let isClose =
                between.count <= 6
                && between.allSatisfy { word in
                    [
                        ",", "|", "-", "ngày", "thứ", "(", ")", "gmt", "+", "7", "hai", "ba", "tư", "năm", "sáu", "bảy",
                        "chủ", "nhật", "–", "phút", "'",
                    ].contains(word)
                        || DateReader.month(word) != nil
                }
            if isClose, start - back == 0 || tokens[start - back - 1] != ":" { return (clock, start - back) }
        }
        return nil
    }

    /// `Thu May 16 08:31:00 2024`: the year behind the clock.
    private static func asctime(_ tokens: TimestampTokens, at index: Int) -> DateReader.Day? {
        guard let month = DateReader.month(tokens[index]), let day = tokens.number(index + 1, 1...2),
            let clock = ClockReader(tokens: tokens).clock(at: index + 2)
        else { return nil }
        var next = clock.end
        if let zone = ClockReader(tokens: tokens).zone(at: next) {
            next = zone.end
        } else if tokens.tokens.indices.contains(next), tokens.tokens[next].kind == .letters {
            next += 1
        }
        guard let year = tokens.number(next, 4...4) else { return nil }
        return CivilDate(year: year, month: month, day: day).map { DateReader.Day(date: $0, end: index + 2) }
    }

    /// `1/21/2022 8:12:40 AM`: an American clock makes it an American date.
    private static func isAmerican(_ tokens: TimestampTokens) -> Bool {
        guard let last = tokens.tokens.last?.text, last == "am" || last == "pm" else { return false }
        return tokens[1] == "/" && tokens[0].count <= 2 && !tokens[0].hasPrefix("0")
    }

    private static func american(_ tokens: TimestampTokens, at index: Int) -> DateReader.Day? {
        guard let month = tokens.number(index, 1...2), tokens[index + 1] == "/",
            let day = tokens.number(index + 2, 1...2),
            tokens[index + 3] == "/", let year = tokens.number(index + 4, 4...4)
        else { return nil }
        return CivilDate(year: year, month: month, day: day).map { DateReader.Day(date: $0, end: index + 5) }
    }
}
