import Model

/// A point in time written as one number: seconds or milliseconds since 1970, `/Date(1715848260000)/` as .NET writes
/// JSON, or year to second without anything between them.
struct TimestampNumber {
    let parsed: ParsedTimestamp

    init?(_ tokens: TimestampTokens, defaultOffset: Int?) {
        let isWrapped = tokens[0] == "/" && tokens[1] == "date" && tokens[2] == "("
        let index = isWrapped ? 3 : 0
        guard tokens.tokens.indices.contains(index), tokens.tokens[index].kind == .digits,
            let number = Int64(tokens[index])
        else { return nil }
        let rest = tokens.tokens.count - index - 1
        // The zone of .NET's form says where the writer sat; the number is in UTC all the same.
        guard isWrapped ? rest <= 4 : rest == 0 || rest == 2 && tokens[1] == "." else { return nil }
        switch tokens[index].utf8.count {
        case 1...13 where isWrapped: parsed = TimestampNumber.instant(number / 1_000)
        case 10: parsed = TimestampNumber.instant(number)
        case 13: parsed = TimestampNumber.instant(number / 1_000)
        case 14 where !isWrapped && rest == 0:
            guard let compact = TimestampNumber.compact(number, defaultOffset) else { return nil }
            parsed = compact
        default: return nil
        }
    }

    private static func instant(_ seconds: Int64) -> ParsedTimestamp {
        ParsedTimestamp(timestamp: Timestamp(seconds: seconds), hasTime: true, hasZone: true)
    }

    /// `20240516153100`.
    private static func compact(_ number: Int64, _ defaultOffset: Int?) -> ParsedTimestamp? {
        let (day, clock) = (Int(number / 1_000_000), Int(number % 1_000_000))
        let (hour, minute, second) = (clock / 10_000, clock / 100 % 100, clock % 100)
        guard let defaultOffset, (1_900...2_100).contains(day / 10_000), hour < 24, minute < 60, second < 60,
            let date = CivilDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
        else { return nil }
        return ParsedTimestamp(
            timestamp: Timestamp(date, hour: hour, minute: minute, second: second, offsetMinutes: defaultOffset),
            hasTime: true, hasZone: false)
    }
}
