import VietnameseText

extension ParseKind {
    static let date = ParseKind(
        "date",
        summary: "The point in time or the span that a phrase in Vietnamese states, as quý 4 năm 2023 or 3 ngày tới.",
        takes: "text, reference (the day or moment from which it is told, as 2024-03-05T14:07:09)",
        gives: """
            iso (as sharp as the phrase: 2024-03-05T14:07, 2024-Q1, 2024; 3 ngày tới as start/end, the end excluded; a \
            period of a report as first day/last day, where it has a first day, with the grain interval), grain
            """
    ) { question in
        let text = try question.phrase()
        let written = try question.text("reference")
        guard let reference = CivilMoment(iso: written) else {
            throw ParseFailure("the reference is no date; write it as 2024-03-05 or 2024-03-05T14:07:09")
        }
        if let date = DatePhrase.read(text, reference: reference) {
            return { json in
                json.member("iso", date.iso)
                json.member("grain", date.grain.rawValue)
            }
        }
        guard let period = PeriodPhrase.read(text, published: reference.date), let end = period.end else {
            throw ParseFailure.noPhrase("date")
        }
        return { json in
            json.member("iso", "\(period.start.map { "\($0)" } ?? "..")/\(end)")
            json.member("grain", "interval")
        }
    }
}
