import Model

extension DatePhraseReader {
    /// Days of the solar calendar that have a name: public holidays of the Labour Code of 2019, article 112, and days of
    /// remembrance that newspapers speak of.
    private static let feasts: [(names: [String], month: Int, day: Int)] = [
        (["tết dương lịch", "tết tây"], 1, 1), (["thành lập đảng"], 2, 3),
        (["lễ tình yêu", "lễ tình nhân", "valentine"], 2, 14),
        (["thầy thuốc việt nam", "thầy thuốc"], 2, 27), (["quốc tế phụ nữ"], 3, 8), (["thành lập đoàn"], 3, 26),
        (["giải phóng miền nam", "thống nhất đất nước", "chiến thắng"], 4, 30), (["quốc tế lao động"], 5, 1),
        (["sinh nhật bác hồ", "sinh nhật bác"], 5, 19), (["quốc tế thiếu nhi"], 6, 1), (["báo chí"], 6, 21),
        (["thương binh liệt sĩ", "thương binh, liệt sĩ"], 7, 27), (["cách mạng tháng tám"], 8, 19),
        (["quốc khánh"], 9, 2),
        (["doanh nhân việt nam", "doanh nhân"], 10, 13), (["phụ nữ việt nam"], 10, 20),
        (["pháp luật việt nam", "pháp luật"], 11, 9), (["nhà giáo việt nam", "nhà giáo"], 11, 20),
        (["quân đội nhân dân", "thành lập quân đội"], 12, 22), (["giáng sinh", "noel"], 12, 25),
    ]

    private static let names: [(words: [[FoldedWord]], month: Int, day: Int)] = feasts.map { feast in
        (feast.names.map { MatchingForm.words($0) }, feast.month, feast.day)
    }

    mutating func holiday() -> DatePhrase? {
        let start = phrase.position
        _ = phrase.skip([["ngày", "lễ"], ["ngày"], ["đại", "lễ"]])
        for feast in DatePhraseReader.names where phrase.skip(feast.words) {
            return day(feast.day, feast.month, year() ?? now.date.year)
        }
        phrase.position = start
        return nil
    }

    /// `mùa hè này`, `mùa đông năm 2023`: from one solstice or equinox to the next.
    mutating func season() -> DatePhrase? {
        guard phrase.skip([["mùa"]]) else { return nil }
        let seasons: [(word: FoldedWord, start: (month: Int, day: Int), end: (month: Int, day: Int))] = [
            ("xuân", (3, 20), (6, 22)), ("hè", (6, 21), (9, 24)), ("hạ", (6, 21), (9, 24)), ("thu", (9, 23), (12, 22)),
            ("đông", (12, 21), (3, 21)),
        ]
        for season in seasons where phrase.skip([[season.word]]) {
            let isThis = phrase.skip([["này"]])
            let named = isThis ? nil : year()
            let isWinter = season.word == "đông"
            // A winter that has begun before new year is still this winter.
            let isUnderWay = isWinter && named == nil && (now.date.month, now.date.day) < season.end
            let first = (named ?? now.date.year) - (isUnderWay ? 1 : 0)
            guard let start = CivilDate(year: first, month: season.start.month, day: season.start.day),
                let end = CivilDate(year: first + (isWinter ? 1 : 0), month: season.end.month, day: season.end.day)
            else { return nil }
            return DatePhrase(CivilMoment(date: start), .day, end: CivilMoment(date: end))
        }
        return nil
    }
}
