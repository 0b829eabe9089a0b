import Model

/// Reads the words before and behind a number that tell how sharp it is meant.
struct QualifierReader: Sendable {
    let text: TokenText

    struct Reading {
        var qualifier = Qualifier.exact
        var isForecast = false
        /// The first token of the words read, or the number itself.
        var start: Int
    }

    func reading(before index: Int, after end: Int) -> Reading {
        var reading = Reading(start: index)
        for (words, qualifier, isForecast) in QualifierReader.phrases where text.has(words, before: index) {
            reading.qualifier = qualifier
            reading.isForecast = isForecast
            reading.start = index - words.count
            break
        }
        if reading.qualifier == .moreThan, text.word(reading.start) == "trên", isLocative(before: reading.start) {
            reading.qualifier = .exact
        }
        if text.has(["trở", "lên"], at: end) || nounThen(["trở", "lên"], from: end) { reading.qualifier = .atLeast }
        if text.has(["trở", "xuống"], at: end) || nounThen(["trở", "xuống"], from: end) {
            reading.qualifier = .atMost
        }
        return reading
    }

    /// "trên" after a share of something means "out of", not "more than": `đạt 15 trên 17`.
    private func isLocative(before index: Int) -> Bool { text.isNumber(index - 1) }

    /// A bound behind the counted noun: `5 ngày trở lên`.
    private func nounThen(_ words: [String], from end: Int) -> Bool {
        guard let noun = UnitLexicon.standard.noun(text, at: end) else { return false }
        return text.has(words, at: end + noun.count)
    }

    /// Longest first.
    private static let phrases: [(words: [String], qualifier: Qualifier, isForecast: Bool)] =
        written
        .map { (MatchingForm.fold($0.0), $0.1, $0.2) }.sorted { $0.0.count > $1.0.count }

    private static let written: [(String, Qualifier, Bool)] = [
        ("không thấp hơn", .atLeast, false), ("không ít hơn", .atLeast, false), ("ít nhất là", .atLeast, false),
        ("tối thiểu là", .atLeast, false), ("tối thiểu đạt", .atLeast, false), ("ít nhất", .atLeast, false),
        ("tối thiểu", .atLeast, false), ("không dưới", .atLeast, false), ("đạt từ", .atLeast, false),
        ("không vượt quá", .atMost, false), ("không quá", .atMost, false), ("không vượt", .atMost, false),
        ("tối đa không quá", .atMost, false), ("tối đa là", .atMost, false), ("tối đa", .atMost, false),
        ("nhiều nhất", .atMost, false), ("chưa đến", .lessThan, false), ("chưa tới", .lessThan, false),
        ("chưa đầy", .lessThan, false), ("chưa quá", .lessThan, false), ("dưới", .lessThan, false),
        ("thấp hơn", .exact, false),
        ("nhiều hơn", .exact, false), ("cao hơn", .exact, false), ("ít hơn", .exact, false), ("lớn hơn", .exact, false),
        ("nhanh hơn", .exact, false),
        ("lên hơn", .moreThan, false), ("hơn", .moreThan, false), ("trên", .moreThan, false),
        ("ngoài", .moreThan, false),
        ("gần", .nearly, false), ("xấp xỉ", .nearly, false), ("sấp xỉ", .nearly, false), ("suýt soát", .nearly, false),
        ("ngót", .nearly, false), ("ngót nghét", .nearly, false), ("ngấp nghé", .nearly, false),
        ("ước đạt khoảng", .about, true), ("ước tính khoảng", .about, true), ("ước khoảng", .about, true),
        ("ước chừng", .about, false), ("ước thực hiện", .about, true), ("ước đạt", .about, true),
        ("ước tính", .about, true),
        ("ước giải ngân", .about, true), ("ước", .about, true), ("khoảng", .about, false), ("chừng", .about, false),
        ("độ chừng", .about, false), ("dự kiến đạt", .exact, true), ("dự kiến", .exact, true), ("cỡ", .about, false),
    ]
}
