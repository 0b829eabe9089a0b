/// A minute of Vietnamese local time (UTC+7, no summer time).
public struct PortalTime: Hashable, Comparable, Sendable {
    /// Minutes of local time since 1970-01-01 00:00.
    let minutes: Int

    private static let weekdays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"]
    private static let englishDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    init(minutes: Int) {
        self.minutes = minutes
    }

    /// Reads `YYYY-MM-DD HH:MM`.
    init?(_ text: String) {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 5, (1...12).contains(numbers[1]), (1...31).contains(numbers[2]),
            (0...23).contains(numbers[3]), (0...59).contains(numbers[4])
        else { return nil }
        minutes = (Self.days(numbers[0], numbers[1], numbers[2]) * 24 + numbers[3]) * 60 + numbers[4]
    }

    public static func < (left: PortalTime, right: PortalTime) -> Bool { left.minutes < right.minutes }

    func adding(minutes count: Int) -> PortalTime { PortalTime(minutes: minutes + count) }

    /// `16/05/2024`
    public var date: String { two(day) + "/" + two(month) + "/" + String(year) }
    /// `15:31`
    public var time: String { two(minutes / 60 % 24) + ":" + two(minutes % 60) }
    /// `Thứ Năm`
    public var weekday: String { Self.weekdays[weekdayNumber] }
    /// `2024-05-16T15:31:00+07:00`
    public var iso: String { "\(year)-\(two(month))-\(two(day))T\(time):00+07:00" }
    /// `Thu, 16 May 2024 15:31:00 +0700`, as feeds write it (RFC 822).
    var feedDate: String { englishDate + " " + time + ":00 +0700" }
    /// `Thu, 16 May 2024 08:31:00 GMT`, as HTTP writes it (RFC 9110).
    var httpDate: String {
        let universal = adding(minutes: -7 * 60)
        return universal.englishDate + " " + universal.time + ":00 GMT"
    }

    private var englishDate: String {
        "\(Self.englishDays[weekdayNumber]), \(two(day)) \(Self.englishMonths[month - 1]) \(year)"
    }
    private var dayNumber: Int { minutes / (24 * 60) }
    private var weekdayNumber: Int { (dayNumber + 4) % 7 }
    private var year: Int { civil.year }
    private var month: Int { civil.month }
    private var day: Int { civil.day }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// Days since 1970-01-01 of a date of the Gregorian calendar; years are counted from March, so that a leap day ends one.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
