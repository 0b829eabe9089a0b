import Testing

@testable import ArticleExtraction

/// Dates as pages print them for readers, in the languages of the pages.
@Suite struct SpokenDateTests {
    @Test(arguments: [
        ("Thứ Năm, 16/05/2024 15:31 (GMT+7)", "2024-05-16"),
        ("Ngày đăng: 05/07/2025", "2025-07-05"),
        ("Published on 3 March 2019 by the editors", "2019-03-03"),
        ("March 3, 2019", "2019-03-03"),
        ("Veröffentlicht am 7. Januar 2018", "2018-01-07"),
        ("Publié le 14 février 2020 à 9h30", "2020-02-14"),
        ("Lunedì 2 settembre 2019", "2019-09-02"),
        ("24 de agosto de 2017", "2017-08-24"),
        ("12.11.2016, 08:15 Uhr", "2016-11-12"),
        ("2015-10-09", "2015-10-09"),
    ])
    func findsTheDay(_ text: String, _ day: String) {
        #expect(SpokenDate.find(in: text)?.timestamp.date.description == day)
    }

    @Test(arguments: ["", "Tổng đài 1900 1234", "Điều 12 khoản 3", "9/10 điểm", "© 2024", "12:30"])
    func findsNoneWhereThereIsNone(_ text: String) { #expect(SpokenDate.find(in: text) == nil) }
}
