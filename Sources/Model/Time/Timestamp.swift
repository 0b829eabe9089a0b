/// An instant with the offset of the clock that told it, to the second.
///
/// Two timestamps are equal when instant and offset are; they are ordered by instant. Vietnam keeps UTC+7 all year
/// (`Timestamp.vietnamOffset`), so a clock without a zone on a Vietnamese page is read with that offset.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX time).
    public let seconds: Int64
    /// Minutes that the clock is ahead of UTC.
    public let offsetMinutes: Int

    /// Asia/Ho_Chi_Minh: seven hours ahead of UTC, no daylight saving time.
    public static let vietnamOffset = 7 * 60

    public init(seconds: Int64, offsetMinutes: Int = 0) {
        self.seconds = seconds
        self.offsetMinutes = offsetMinutes
    }

    /// What a wall clock shows on a day, in the zone so many minutes ahead of UTC.
    public init(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0, offsetMinutes: Int) {
        let local = Int64(date.dayNumber) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        self.init(seconds: local - Int64(offsetMinutes * 60), offsetMinutes: offsetMinutes)
    }

    /// Reads what `description` writes, `2024-05-16T15:31:00+07:00` or `…Z`; anything else is nil.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(0) { value, byte in
                value.flatMap { (48...57).contains(byte) ? $0 * 10 + Int(byte) - 48 : nil }
            }
        }
        guard bytes.count == 20 || bytes.count == 25, bytes[10] == UInt8(ascii: "T"),
            let date = CivilDate(iso: String(decoding: bytes[..<10], as: UTF8.self)), let hour = number(11..<13),
            let minute = number(14..<16), let second = number(17..<19)
        else { return nil }
        var offset = 0
        if bytes.count == 25 {
            guard let hours = number(20..<22), let minutes = number(23..<25) else { return nil }
            offset = (hours * 60 + minutes) * (bytes[19] == UInt8(ascii: "-") ? -1 : 1)
        }
        self.init(date, hour: hour, minute: minute, second: second, offsetMinutes: offset)
    }

    /// The same instant as another clock shows it.
    public func at(offsetMinutes: Int) -> Timestamp { Timestamp(seconds: seconds, offsetMinutes: offsetMinutes) }

    /// The day on this clock.
    public var date: CivilDate { CivilDate(dayNumber: Int(localSeconds.floorDivided(by: 86_400))) }

    /// The day in Vietnam.
    public var vietnamDate: CivilDate { at(offsetMinutes: Timestamp.vietnamOffset).date }

    /// ISO 8601 with offset: `2024-05-16T15:31:00+07:00`, or `Z` for UTC.
    public var description: String { "\(date)T\(clock)\(zone)" }

    /// ISO 8601 in UTC, `2024-05-16T08:31:00Z`: the form of WARC 1.1, section 5.4.
    public var utc: String { at(offsetMinutes: 0).description }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

    /// Hour, minute and second on this clock, `15:31:00`.
    public var clock: String {
        let inDay = Int(localSeconds - localSeconds.floorDivided(by: 86_400) * 86_400)
        return [inDay / 3_600, inDay / 60 % 60, inDay % 60].map { padded($0, to: 2) }.joined(separator: ":")
    }

    private var localSeconds: Int64 { seconds + Int64(offsetMinutes) * 60 }

    private var zone: String {
        guard offsetMinutes != 0 else { return "Z" }
        let size = abs(offsetMinutes)
        return "\(offsetMinutes < 0 ? "-" : "+")\(padded(size / 60, to: 2)):\(padded(size % 60, to: 2))"
    }
}

extension Int64 {
    /// Division that rounds towards minus infinity, as calendars need before 1970.
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
