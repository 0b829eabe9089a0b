import Model
import VietnameseText

extension ParseKind {
    static let timestamp = ParseKind(
        "timestamp", summary: "The point in time that a date field of a feed, sitemap or page states.",
        takes: "date", gives: "utc (null when the field states none), local, has_time, has_zone"
    ) { question in
        let parsed = TimestampParser.parse(try question.text("date"))
        return { json in
            json.member("utc", parsed?.timestamp.utc)
            json.member("local", parsed?.timestamp.description)
            json.member("has_time", parsed?.hasTime)
            json.member("has_zone", parsed?.hasZone)
        }
    }
}
