import Model
import TestSupport
import Testing
import VietnameseText

@Suite("Timestamps of feeds, metadata and pages") struct TimestampParserTests {
    @Test(arguments: [
        ("2026-03-07", "2026-03-06T17:00:00Z"), ("2026-03", "2026-02-28T17:00:00Z"), ("2026", "2025-12-31T17:00:00Z"),
        ("2026-03-07T08:52Z", "2026-03-07T08:52:00Z"), ("2026-03-07T08:52:11+07:00", "2026-03-07T01:52:11Z"),
        ("2026-03-07T08:52:11.000 +07:00", "2026-03-07T01:52:11Z"),
        ("2026-03-07T08:52:11.45+0700", "2026-03-07T01:52:11Z"),
        ("2026-03-07 08:52:11", "2026-03-07T01:52:11Z"), ("20260307T085211Z", "2026-03-07T08:52:11Z"),
        ("2026-066", "2026-03-06T17:00:00Z"), ("24137", "2024-05-15T17:00:00Z"), ("2026-W10-6", "2026-03-06T17:00:00Z"),
        ("2020-W53-5", "2020-12-31T17:00:00Z"), ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        ("2026-03-07T08:52:11+01:00CET", "2026-03-07T07:52:11Z"), ("2026-03-07T08:52:11:684Z", "2026-03-07T08:52:11Z"),
        ("2026-03-07T24:00:00+07:00", "2026-03-07T17:00:00Z"),
    ])
    func iso8601(text: String, utc: String) { #expect(TimestampParser.parse(text)?.timestamp.utc == utc) }

    @Test(arguments: [
        ("Thu, 16 May 2024 15:31:00 +0700", "2024-05-16T08:31:00Z"), ("16 May 24 15:31 GMT", "2024-05-16T15:31:00Z"),
        ("Thursday, 16-May-24 15:31:00 GMT", "2024-05-16T15:31:00Z"),
        ("Thu May 16 15:31:00 2024", "2024-05-16T08:31:00Z"),
        ("Thu May 16 15:31:00 +0000 2024", "2024-05-16T15:31:00Z"),
        ("Thu, 16 May 2024 15:31:00 EST", "2024-05-16T20:31:00Z"),
        ("Thu, 16 May 2024 15:31:00 ICT", "2024-05-16T08:31:00Z"), ("1/21/2022 8:12:40 AM", "2022-01-21T01:12:40Z"),
        ("Thu, 16 May 2024 15:31:00 Etc/GMT", "2024-05-16T15:31:00Z"),
        ("2024-05-16 15:31:00 Etc/GMT-7", "2024-05-16T08:31:00Z"),
        ("16 May 2024 15:31 Asia/Ho_Chi_Minh", "2024-05-16T08:31:00Z"),
        ("Sat, 01 Feb 0300 12:00:00 GMT", "0300-02-01T12:00:00Z"),
        ("1715848260", "2024-05-16T08:31:00Z"), ("1715848260123", "2024-05-16T08:31:00Z"),
    ])
    func feeds(text: String, utc: String) { #expect(TimestampParser.parse(text)?.timestamp.utc == utc) }

    /// Each is what a page shows; `find` must see the same as `parse`.
    @Test(arguments: [
        ("Thứ Năm, 16/05/2024 15:31 (GMT+7)", "2024-05-16T08:31:00Z", true),
        ("16/05/2024 15:31 |", "2024-05-16T08:31:00Z", true), ("15:31 16/05/2024", "2024-05-16T08:31:00Z", true),
        ("Ngày đăng: 05/07/2025", "2025-07-04T17:00:00Z", false),
        ("16/5/2024 | 15h31", "2024-05-16T08:31:00Z", true),
        ("ngày 16 tháng 5 năm 2024", "2024-05-15T17:00:00Z", false),
        ("05/04/2024 00:01 AM", "2024-04-04T17:01:00Z", true), ("14:08 05/04/2024", "2024-04-05T07:08:00Z", true),
        ("05-07-2025", "2025-07-04T17:00:00Z", false), ("Thứ ba, 12/11/2024 - 09:05", "2024-11-12T02:05:00Z", true),
        ("Cập nhật lúc 7h, 3/2/2025", "2025-02-03T00:00:00Z", true),
    ])
    func visible(text: String, utc: String, hasTime: Bool) {
        #expect(TimestampParser.parse(text)?.timestamp.utc == utc)
        #expect(TimestampParser.parse(text)?.hasTime == hasTime)
        #expect(TimestampParser.find(in: text)?.timestamp.utc == utc)
    }

    @Test(arguments: [
        "", "tin tức", "31/02/2024", "2024-13-01", "2024-05-32", "0001-01-01T00:00:00", "9999-12-31",
        "16/05/2024 25:00:00:00", "2003-12-31T10:14:61Z", "2013-01-27-01", "2013-01-28T11:30:00-06:00Textra",
        "Sun, 16 Dec 2012 11:47:32 +zz:00", "Sun, 16 Dec 2012 1:2:3:4 GMT", "05-07-25", "22013", "24012", "26366",
        "2024-05-16 25:00",
        "99999999999999999999", "-", "20241316153100", "20240516253100", "16 thg 13 2024", "/Date(x)/", "/Date()/",
    ])
    func refused(text: String) { #expect(TimestampParser.parse(text) == nil) }

    @Test func withoutAZoneTheDefaultCountsOrTheTextIsRefused() {
        #expect(TimestampParser.parse("2024-05-16T15:31:00", defaultOffset: 0)?.timestamp.utc == "2024-05-16T15:31:00Z")
        #expect(TimestampParser.parse("2024-05-16T15:31:00", defaultOffset: nil) == nil)
        #expect(TimestampParser.parse("2024-05-16T15:31:00Z", defaultOffset: nil)?.hasZone == true)
    }

    @Test(arguments: [
        "16 Tháng Năm 2024", "16 tháng năm, 2024", "ngày 16 tháng năm năm 2024", "16 thg 5 2024", "16 Thg5 2024",
        "16-Th5-2024", "Thg 5 16, 2024", "Tháng Năm 16, 2024", "16 tha\u{301}ng 5, 2024", "16/Tháng 5/2024",
    ])
    func monthsInVietnameseWords(text: String) {
        #expect(TimestampParser.parse(text)?.timestamp.vietnamDate.description == "2024-05-16")
        #expect(TimestampParser.parse(text + " 15:31")?.timestamp.utc == "2024-05-16T08:31:00Z")
    }

    @Test(arguments: ["Kết quả 6 tháng năm 2024", "báo cáo 9 tháng năm 2025", "6 tháng năm 2024 và"])
    func monthsOfAYearAreNoDay(text: String) { #expect(TimestampParser.find(in: text) == nil) }

    @Test(arguments: [
        ("tháng Mười Hai", 12), ("tháng mười một", 11), ("tháng mười", 10), ("tháng giêng", 1), ("tháng chạp", 12),
        ("tháng tư", 4), ("tháng bảy", 7),
    ])
    func everyMonthHasItsWord(month: String, number: Int) {
        #expect(TimestampParser.parse("ngày 3 \(month) năm 2024")?.timestamp.vietnamDate.month == number)
    }

    @Test(arguments: [
        ("20240516153100", "2024-05-16T08:31:00Z"), ("/Date(1715848260000)/", "2024-05-16T08:31:00Z"),
        ("/Date(1715848260000+0700)/", "2024-05-16T08:31:00Z"), ("1715848260.123", "2024-05-16T08:31:00Z"),
        ("15 giờ 31 phút ngày 16/5/2024", "2024-05-16T08:31:00Z"), ("lúc 15h31' 16-05-2024", "2024-05-16T08:31:00Z"),
    ])
    func otherForms(text: String, utc: String) { #expect(TimestampParser.parse(text)?.timestamp.utc == utc) }

    @Test(arguments: [
        ("2024-05-16T15:31:07.45+07:00", 45), ("2024-05-16T15:31:07,5Z", 50), ("2024-05-16T15:31:07.05Z", 5),
        ("2024-05-16T15:31:07Z", 0), ("2024-05-16T15:31:07.684Z", 0), ("2024-05-16T15:31:07:684Z", 0),
    ])
    func hundredthsOfTheSecondAreKeptAside(text: String, hundredths: Int) {
        #expect(TimestampParser.parse(text)?.hundredths == hundredths)
    }

    @Test(arguments: [
        ("16/05/2024 15:31", true), ("ngày 16 tháng 5 năm 2024", true), ("16.5.2024", true), ("2024-05-16", false),
        ("Thu, 16 May 2024 15:31:00", false), ("May 16, 2024", false), ("05/16/2024", false),
    ])
    func theVietnameseWayOfWritingIsTold(text: String, expected: Bool) {
        #expect(TimestampParser.parse(text)?.isVietnamese == expected)
    }

    @Test func theRangeIsTheDateAndItsTime() throws {
        let line = "Vĩnh Phúc - Thứ Năm, 16/05/2024 15:31 (GMT+7) | Lượt xem: 512"
        let found = try #require(TimestampParser.find(in: line))
        let text = String(decoding: Array(line.utf8)[found.range], as: UTF8.self)
        #expect(text == "16/05/2024 15:31 (GMT+7)")
    }

    @Test func everyMinuteComesBackFromItsOwnText() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let seconds = Int64.random(in: 0..<4_000_000_000, using: &random)
            let offset = Int.random(in: -12...14, using: &random) * 60
            let timestamp = Timestamp(seconds: seconds, offsetMinutes: offset)
            #expect(TimestampParser.parse(timestamp.description)?.timestamp == timestamp)
        }
    }

    @Test func garbageIsNeverTheEnd() {
        var random = SeededGenerator(seed: 5)
        let parts = [
            "16", "/", "05", "-", "2024", ":", "T", "Z", "+", "tháng", "ngày", "năm", " ", "(", "GMT", "am", "99", "W",
            "000000000", "\u{A0}", "\u{301}", "😀", "May", ".", "|", "lúc", "h",
        ]
        for _ in 0..<4_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...9, using: &random) { text += parts.randomElement(using: &random) ?? "" }
            _ = TimestampParser.parse(text)
            if let found = TimestampParser.find(in: text) {
                #expect(found.range.upperBound <= text.utf8.count && !found.range.isEmpty, "\(text)")
            }
        }
    }
}
