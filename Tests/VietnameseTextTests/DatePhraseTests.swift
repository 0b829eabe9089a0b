import Model
import TestSupport
import Testing

@testable import VietnameseText

struct DatePhraseTests {
    /// A Saturday.
    private static let reference = "2024-06-15T09:30:00"

    private func iso(_ phrase: String, _ reference: String = DatePhraseTests.reference) -> String? {
        CivilMoment(iso: reference).flatMap { DatePhrase.read(phrase, reference: $0)?.iso }
    }

    @Test(arguments: [
        ("16/5/2024", "2024-05-16"), ("16-05-24", "2024-05-16"), ("Thứ Năm, 16/05/2024", "2024-05-16"),
        ("ngày mười sáu tháng năm năm hai nghìn không trăm hai mươi tư", "2024-05-16"),
        ("ngày mồng 2 tháng Chạp năm 2023", "2023-12-02"), ("tháng mười năm 2023", "2023-10"),
        ("thg 3 2024", "2024-03"), ("quý IV/2023", "2023-Q4"), ("Quý ba năm ngoái", "2023-Q3"), ("năm 2021", "2021"),
        ("2024-05-16", "2024-05-16"), ("lúc 14h07 ngày 16/5/2024", "2024-05-16T14:07"),
        ("8 giờ kém 10 tối 16/5/2024", "2024-05-16T19:50"), ("14:07:09 16/5/2024", "2024-05-16T14:07:09"),
        ("Quốc khánh năm 2023", "2023-09-02"), ("ngày Nhà giáo Việt Nam", "2024-11-20"), ("31/12", "2024-12-31"),
    ])
    func datesAreRead(phrase: String, expected: String) { #expect(iso(phrase) == expected) }

    @Test(arguments: [
        ("bây giờ", "2024-06-15T09:30:00"), ("hôm kia", "2024-06-13"), ("ngày kia", "2024-06-17"),
        ("thứ bảy", "2024-06-22"), ("thứ bảy tuần này", "2024-06-15"), ("chủ nhật tuần trước", "2024-06-09"),
        ("thứ hai vừa rồi", "2024-06-10"), ("tuần sau", "2024-06-17"), ("quý trước", "2024-Q1"),
        ("tháng 3 tới", "2025-03"), ("mười năm trước", "2014"), ("mười lăm ngày trước", "2024-05-31"),
        ("sau 2 tuần nữa", "2024-06-29"), ("2 tháng vừa qua", "2024-04/2024-06"),
        ("3 giờ tới", "2024-06-15T10/2024-06-15T13"),
        ("tối qua", "2024-06-14T18/2024-06-15T00"), ("2 giờ", "2024-06-15T14"), ("9 giờ sáng", "2024-06-16T09"),
        ("ngày cuối cùng của tháng 2 năm 2024", "2024-02-29"), ("tuần đầu tiên của tháng 7", "2024-07-01"),
        ("mùa đông năm 2023", "2023-12-21/2024-03-21"),
    ])
    func whatIsLeftOutComesFromTheReference(phrase: String, expected: String) { #expect(iso(phrase) == expected) }

    @Test(arguments: [
        "", "30/2/2024", "thứ tám", "tháng 13 năm 2024", "25 giờ", "quý 5", "con gà", "ngày", "16/5/2024 và 17/5/2024",
        "năm tháng", "999999999 năm trước",
    ])
    func whatIsNoDateIsNotRead(phrase: String) { #expect(iso(phrase) == nil) }

    @Test(arguments: [
        ("6 tháng đầu năm 2024", "2024-01-01", "2024-06-30"), ("9 tháng năm 2023", "2023-01-01", "2023-09-30"),
        ("từ ngày 10 đến ngày 15 tháng 5 năm 2023", "2023-05-10", "2023-05-15"),
        ("từ 15/7/2021 đến 31/3/2024", "2021-07-15", "2024-03-31"), ("giai đoạn 2021-2025", "2021-01-01", "2025-12-31"),
        ("quý I năm 2024", "2024-01-01", "2024-03-31"),
    ])
    func periodsAreRead(phrase: String, start: String, end: String) {
        let period = CivilDate(iso: "2024-06-15").flatMap { PeriodPhrase.read(phrase, published: $0) }
        #expect(period?.start?.description == start)
        #expect(period?.end?.description == end)
    }

    @Test func everyDayIsReadBackInEveryForm() {
        var generator = SeededGenerator(seed: 11)
        let forms: [(Int, Int, Int) -> String] = [
            { "\($0)/\($1)/\($2)" }, { "\($0)-\($1)-\($2)" }, { "\($0).\($1).\($2)" },
            { "ngày \($0) tháng \($1) năm \($2)" }, { "\($0) tháng \($1), \($2)" }, { "ngày \($0)/\($1)/\($2)" },
            { "\($0 < 10 ? "0" : "")\($0)/\($1 < 10 ? "0" : "")\($1)/\($2)" },
            { "ngày \(Speller.words($0)) tháng \($1) năm \(Speller.words($2))" },
        ]
        let reference = CivilMoment(date: CivilDate(dayNumber: 0))
        for _ in 0..<20_000 {
            let day = CivilDate(dayNumber: Int.random(in: -20_000...40_000, using: &generator))
            let form = forms[Int.random(in: forms.indices, using: &generator)]
            let phrase = form(day.day, day.month, day.year)
            guard DatePhrase.read(phrase, reference: reference)?.iso == day.description else {
                Issue.record("\(phrase) is not read as \(day)")
                return
            }
        }
    }
}

extension Speller {
    /// A number in words, in the usual spelling.
    static func words(_ number: Int) -> String { Speller(variant: 0).words(number).joined(separator: " ") }
}
