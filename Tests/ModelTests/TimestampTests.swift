import Model
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, 0, "1970-01-01T00:00:00Z"), (1_715_848_260, 420, "2024-05-16T15:31:00+07:00"),
        (-1, 0, "1969-12-31T23:59:59Z"), (0, -210, "1969-12-31T20:30:00-03:30"),
    ])
    func whatAClockShows(seconds: Int64, offset: Int, text: String) {
        #expect(Timestamp(seconds: seconds, offsetMinutes: offset).description == text)
    }

    @Test func theDayInVietnamBeginsSevenHoursEarlier() {
        #expect(Timestamp(seconds: 1_715_878_799).vietnamDate.description == "2024-05-16")
        #expect(Timestamp(seconds: 1_715_878_800).vietnamDate.description == "2024-05-17")
    }

    @Test func aWallClockMeansItsInstant() throws {
        let day = try #require(CivilDate(year: 2024, month: 5, day: 16))
        let timestamp = Timestamp(day, hour: 15, minute: 31, offsetMinutes: Timestamp.vietnamOffset)
        #expect(timestamp.utc == "2024-05-16T08:31:00Z")
        #expect(timestamp.date == day && timestamp.clock == "15:31:00")
    }
}
