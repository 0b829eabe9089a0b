import Model

/// Reads a time of day and a zone at a place of a text.
struct ClockReader {
    let tokens: TimestampTokens

    struct Clock {
        var hour: Int
        var minute: Int
        var second = 0
        var hundredths = 0
        var end: Int
    }

    /// `15:31`, `15:31:07.5`, `15h31`, `15 giờ 31`, `8:12:40 AM`, `153107` behind a `T`.
    func clock(at index: Int) -> Clock? {
        if tokens[index] == "t", let compact = compactClock(at: index + 1) { return compact }
        let first = tokens[index] == "t" ? index + 1 : index
        guard let hour = tokens.number(first, 1...2), hour <= 24 else { return nil }
        let mark = tokens[first + 1]
        guard [":", "h", "g", "giờ"].contains(mark) || mark == "." && tokens[first + 3] != "." else { return nil }
        guard let minute = tokens.number(first + 2, 1...2), minute < 60 else {
            guard mark == "h" || mark == "giờ" else { return nil }
            return hour < 24 ? Clock(hour: hour, minute: 0, end: first + 2) : nil
        }
        var clock = Clock(hour: hour, minute: minute, end: first + 3)
        if tokens[first + 3] == ":" || tokens[first + 3] == ".", let second = tokens.number(first + 4, 1...2),
            second <= 60, !tokens.isSpaced(first + 4)
        {
            // A leap second is the last one of its minute.
            clock.second = min(second, 59)
            clock.end = first + 5
            // Some write milliseconds behind a colon.
            if [".", ","].contains(tokens[first + 5]) && tokens.number(first + 6, 1...9) != nil
                || tokens[first + 5] == ":" && tokens.number(first + 6, 3...3) != nil,
                !tokens.isSpaced(first + 6)
            {
                clock.hundredths = hundredths(tokens[first + 6])
                clock.end = first + 7
            }
        }
        return halfOfDay(clock)
    }

    /// One or two digits behind the point. Milliseconds and finer are the noise of a computer's clock, which nobody
    /// meant to say.
    private func hundredths(_ digits: String) -> Int {
        guard digits.utf8.count <= 2, let number = Int(digits) else { return 0 }
        return digits.utf8.count == 1 ? number * 10 : number
    }

    /// AM and PM, in English and Vietnamese letters; `00:01 AM` is one minute past midnight.
    private func halfOfDay(_ clock: Clock) -> Clock? {
        var clock = clock
        switch tokens[clock.end] {
        case "am", "sa":
            if clock.hour == 12 { clock.hour = 0 }
            clock.end += 1
        case "pm", "ch":
            if clock.hour < 12 { clock.hour += 12 }
            clock.end += 1
        default: break
        }
        if clock.hour == 24 { return clock.minute == 0 && clock.second == 0 ? clock : nil }
        return clock
    }

    /// `T153107`, `T1531`.
    private func compactClock(at index: Int) -> Clock? {
        if let six = tokens.number(index, 6...6) {
            return valid(Clock(hour: six / 10_000, minute: six / 100 % 100, second: six % 100, end: index + 1))
        }
        if let four = tokens.number(index, 4...4) {
            return valid(Clock(hour: four / 100, minute: four % 100, end: index + 1))
        }
        if let hour = tokens.number(index, 2...2), tokens[index + 1] != ":" {
            return valid(Clock(hour: hour, minute: 0, end: index + 1))
        }
        return nil
    }

    private func valid(_ clock: Clock) -> Clock? {
        clock.hour < 24 && clock.minute < 60 && clock.second < 60 ? clock : nil
    }

    /// Minutes ahead of UTC: `Z`, `+07:00`, `+0700`, `GMT+7`, `(GMT+7)`, `EST`, `Asia/Ho_Chi_Minh`; and the token
    /// behind.
    func zone(at index: Int) -> (minutes: Int, end: Int)? {
        if tokens[index + 1] == "/" { return regionalZone(at: index) }
        var next = index
        while ["(", "-", ","].contains(tokens[next]), tokens[next] != "-" || ["gmt", "utc"].contains(tokens[next + 1]) {
            next += 1
        }
        let name = tokens[next]
        if let named = ClockReader.zones[name],
            !["+", "-"].contains(tokens[next + 1]) || !["gmt", "utc", "z"].contains(name)
        {
            return (named, next + 1)
        }
        if ["gmt", "utc"].contains(name) { next += 1 }
        guard ["+", "-"].contains(tokens[next]), let digits = tokens.number(next + 1, 1...4) else { return nil }
        let isNegative = tokens[next] == "-"
        var minutes: Int
        var end = next + 2
        if tokens.tokens[next + 1].text.count > 2 {
            minutes = digits / 100 * 60 + digits % 100
        } else {
            minutes = digits * 60
            if tokens[end] == ":", let rest = tokens.number(end + 1, 2...2) {
                minutes += rest
                end += 2
            }
        }
        guard minutes <= 14 * 60 else { return nil }
        if tokens[end] == ")" { end += 1 }
        return (isNegative ? -minutes : minutes, end)
    }

    /// Names of the time zone database; the signs of `Etc/GMT-7` point the other way there.
    private func regionalZone(at index: Int) -> (minutes: Int, end: Int)? {
        switch (tokens[index], tokens[index + 2]) {
        case ("asia", "ho"): return (420, index + 7)
        case ("asia", "saigon"), ("asia", "hanoi"), ("asia", "bangkok"): return (420, index + 3)
        case ("etc", "gmt"), ("etc", "utc"):
            guard ["+", "-"].contains(tokens[index + 3]), let hours = tokens.number(index + 4, 1...2), hours <= 14
            else { return (0, index + 3) }
            return (tokens[index + 3] == "-" ? hours * 60 : -hours * 60, index + 5)
        default: return nil
        }
    }

    /// Letters that may stand right behind a time: the name of a zone, `21:03h`, another script.
    static func mayFollow(_ letters: String) -> Bool {
        letters == "h" || zones[letters] != nil || (letters.utf8.first ?? 0) >= 0x80
    }

    /// RFC 822, section 5.1, and the usual others.
    private static let zones: [String: Int] = [
        "z": 0, "gmt": 0, "utc": 0, "ut": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
        "mdt": -360, "pst": -480, "pdt": -420, "cet": 60, "cest": 120, "bst": 60, "jst": 540, "ict": 420, "met": 60,
        "mest": 120, "at": -240, "et": -300, "ct": -360, "mt": -420, "pt": -480,
    ]
}
