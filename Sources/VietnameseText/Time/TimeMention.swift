import Model

/// An expression of time in a text: its words, the days it means and what it says of the numbers around it.
public struct TimeMention: Sendable {
    public enum Role: Sendable {
        /// The time that figures were gathered over: "trong quý I/2024", "từ 15/7/2021 đến 31/3/2024".
        case reporting
        /// A state on a day that the text names: "tính đến 31/3/2024".
        case asOf
        /// A state on the day of publication: "đến nay", "hiện".
        case now
        /// What figures are compared with: "so với cùng kỳ năm 2023".
        case comparison
        /// When something is to be reached: "đến năm 2025" beside a target.
        case target
        /// The day on which something happened: "Sáng 16/5".
        case event
        /// Part of a programme's name: "giai đoạn 2021 - 2030".
        case programme
        /// Words of time that give no days: "thời gian qua".
        case vague
    }

    /// UTF-8 offsets in the text.
    public let range: Range<Int>
    public let tokens: Range<Int>
    public let role: Role
    /// With basis `none` where the words give no days.
    public let period: Period
    public let sentence: Int

    /// Whether numbers around the words take their period from them.
    public var governs: Bool {
        switch role {
        case .reporting, .asOf, .now, .target: true
        case .comparison, .event, .programme, .vague: false
        }
    }
}

/// A day, month, quarter, part of a year, year or span of years as written, before its role is known.
struct TimeAtom: Sendable {
    enum Grain: Sendable { case day, month, quarter, part, year, years }

    /// From the first to the last token, words such as "ngày", "tháng", "năm" included.
    var tokens: Range<Int>
    var start: CivilDate
    var end: CivilDate
    var grain: Grain
    /// The text itself gives the year.
    var hasYear: Bool
}
