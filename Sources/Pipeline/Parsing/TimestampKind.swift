import Model
import VietnameseText

extension ParseKind {
    static let timestamp = ParseKind(
        "timestamp", summary: "The point in time that a date field of a feed, sitemap or page states.",
        takes: "date, zone (such as +07:00, for a date that names none; without it such a date is in UTC, "
            + "and in Vietnam's time when it is written the Vietnamese way, as 16/05/2024)",
        gives: "utc (null when the field states no time), local, has_time, has_zone"
    ) { question in
        let date = try question.text("date")
        var parsed = TimestampParser.parse(date)
        if let zone = try question.optionalText("zone") {
            parsed = TimestampParser.parse(date, defaultOffset: try offset(zone))
        } else if let first = parsed, !first.hasZone, !first.isVietnamese {
            parsed = TimestampParser.parse(date, defaultOffset: 0)
        }
        return { json in
            json.member("utc", parsed?.text(parsed?.timestamp.utc))
            json.member("local", parsed?.text(parsed?.timestamp.description))
            json.member("has_time", parsed?.hasTime)
            json.member("has_zone", parsed?.hasZone)
        }
    }

    /// Minutes ahead of UTC, from the zone of any date.
    private static func offset(_ zone: String) throws(ParseFailure) -> Int {
        guard let sample = TimestampParser.parse("2000-01-01T00:00:00\(zone)", defaultOffset: nil) else {
            throw ParseFailure("`\(zone)` is no zone; write it as +07:00 or Z")
        }
        return sample.timestamp.offsetMinutes
    }
}

extension ParsedTimestamp {
    /// A timestamp's text with the hundredths of its second, where there are any.
    fileprivate func text(_ whole: String?) -> String? {
        guard let whole, hundredths > 0 else { return whole }
        let digits = hundredths.isMultiple(of: 10) ? "\(hundredths / 10)" : String(hundredths + 100).suffix(2)
        // Year to second are 19 characters.
        return whole.prefix(19) + "." + digits + whole.dropFirst(19)
    }
}
