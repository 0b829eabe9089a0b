import Model

/// Reads the words before and behind a number that tell how sharp it is meant.
struct QualifierReader: Sendable {
    let text: TokenText
    /// Most texts have no word of estimation at all.
    private let hasEstimates: Bool

    init(text: TokenText) {
        self.text = text
        hasEstimates = text.tokens.contains { $0.fold == "ước" }
    }

    struct Reading {
        var qualifier = Qualifier.exact
        var isForecast = false
        /// The first token of the words read, or the number itself.
        var start: Int
    }

    /// - Parameter noun: the counted noun that begins at `end`.
    func reading(before index: Int, after end: Int, noun: UnitLexicon.Noun?) -> Reading {
        var reading = Reading(start: index)
        if let found = QualifierReader.phrases.match(text, before: index) {
            (reading.qualifier, reading.isForecast) = found.value
            reading.start = index - found.count
        }
        if isNoBound(reading) { reading = Reading(start: index) }
        if hasEstimates, reading.qualifier == .exact, !reading.isForecast, isEstimated(before: reading.start) {
            reading.qualifier = .about
            reading.isForecast = true
        }
        if reading.qualifier == .lessThan, isDenied(before: reading.start) { reading.qualifier = .atLeast }
        if let bound = bound(at: end) ?? noun.flatMap({ bound(at: end + $0.count) }) { reading.qualifier = bound }
        return reading
    }

    /// `15 trên 17`, `dựa trên 1.850 phiếu`, `cấp trên 12 vụ`, `khá hơn 2,6 điểm`: words that look like a bound.
    private func isNoBound(_ reading: Reading) -> Bool {
        let before = text.word(reading.start - 1)
        switch text.word(reading.start) {
        case "trên": return text.isNumber(reading.start - 1) || before.isAny("dựa", "cấp", "phía", "bên")
        case "dưới": return before.isAny("cấp", "phía", "bên")
        case "hơn": return QualifierReader.compared.contains(before)
        default: return false
        }
    }

    private static let compared: WordSet = [
        "khá", "nhỉnh", "tốt", "kém", "sớm", "chậm", "rộng", "lớn", "nhỏ", "dài", "ngắn", "thêm", "giỏi",
    ]

    /// `ước cả năm 13.200 tỷ đồng`, `ước chi 18,6 tỷ`: the word of estimation stands a few words in front.
    private func isEstimated(before index: Int) -> Bool {
        var place = index - 1
        while place >= 0, place > index - 9, text.isSameCell(place, index) {
            let word = text.word(place)
            if word == "ước" { return text.word(place + 1) != "tính" || text.word(place + 2) != "của" }
            if word.isAny(",", ";", ":", ".", "("), !(text.isGlued(place) && text.isGlued(place + 1)) {
                return false
            }
            place -= 1
        }
        return false
    }

    /// `không đơn vị nào dưới 80 điểm`.
    private func isDenied(before index: Int) -> Bool {
        var place = index - 1
        while place >= 0, place > index - 8, text.isSameCell(place, index) {
            if text.word(place) == "không" { return true }
            if text.word(place).isAny(",", ";", ":", ".") { return false }
            place -= 1
        }
        return false
    }

    /// `trở lên`, `trở xuống`: behind the number, or behind its counted noun as in `5 ngày trở lên`.
    private func bound(at index: Int) -> Qualifier? {
        guard text.word(index) == "trở", text.isSameCell(index, index + 1) else { return nil }
        switch text.word(index + 1) {
        case "lên": return .atLeast
        case "xuống": return .atMost
        default: return nil
        }
    }

    private static let phrases = PhraseTable(
        written.map { (MatchingForm.words($0.0), ($0.1, $0.2)) }, by: .last)

    private static let written: [(String, Qualifier, Bool)] = [
        ("không thấp hơn", .atLeast, false), ("không ít hơn", .atLeast, false), ("ít nhất là", .atLeast, false),
        ("tối thiểu là", .atLeast, false), ("tối thiểu đạt", .atLeast, false), ("ít nhất", .atLeast, false),
        ("tối thiểu", .atLeast, false), ("không dưới", .atLeast, false), ("đạt từ", .atLeast, false),
        ("không vượt quá", .atMost, false), ("không quá", .atMost, false), ("tối thiểu có", .atLeast, false),
        ("ít nhất có", .atLeast, false), ("không vượt", .atMost, false),
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
