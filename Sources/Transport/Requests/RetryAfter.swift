import Model

/// The header field Retry-After: seconds, or an HTTP date (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// Nil when the text is neither; a time in the past is no pause.
    static func pause(_ text: String, now: Timestamp) -> Duration? {
        let words = text.split { $0 == " " || $0 == "\t" }
        if words.count == 1, words[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            // A number too long for an integer is the longest pause, not none.
            return .seconds(min(Int64(words[0]) ?? longest, longest))
        }
        guard let date = HTTPDate.parse(text) else { return nil }
        return .seconds(min(max(0, date.seconds - now.seconds), longest))
    }

    /// About four months: nobody waits longer for a page.
    private static let longest: Int64 = 10_000_000
}

/// The three forms of an HTTP date (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`,
/// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
enum HTTPDate {
    static func parse(_ text: String) -> Timestamp? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }
        guard words.count >= 5 else { return nil }
        let isCTime = Int(words[1]) == nil
        let (day, month) = isCTime ? (words[2], words[1]) : (words[1], words[2])
        let (clock, year) = isCTime ? (words[3], words[4]) : (words[4], words[3])
        guard let day = Int(day), let month = months.firstIndex(of: month.lowercased()), let year = Int(year),
            let date = CivilDate(year: fullYear(year), month: month + 1, day: day)
        else { return nil }
        let parts = clock.split(separator: ":").compactMap { Int($0) }
        guard parts.count == 3, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]), (0..<61).contains(parts[2])
        else { return nil }
        return Timestamp(date, hour: parts[0], minute: parts[1], second: parts[2], offsetMinutes: 0)
    }

    /// Two digits mean the years 1970 to 2069.
    private static func fullYear(_ year: Int) -> Int {
        guard (0..<100).contains(year) else { return year }
        return year < 70 ? year + 2_000 : year + 1_900
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}
