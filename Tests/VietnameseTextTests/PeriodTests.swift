import Model
import Testing

@testable import VietnameseText

@Suite("Times and periods")
struct PeriodTests {
    private static let published = CivilDate(year: 2024, month: 5, day: 16)

    /// The period of each number, as `start…end`.
    private func periods(_ text: String, published: CivilDate? = published) -> [String] {
        AnnotatedText(text, published: published).periods.map {
            "\($0.start.map(\.description) ?? "")…\($0.end.map(\.description) ?? "")"
        }
    }

    @Test(
        "An expression of time is resolved with the day of publication",
        arguments: [
            ("Từ ngày 15/7/2021 đến ngày 31/3/2024", "2021-07-15…2024-03-31"),
            ("Từ ngày 15/7 đến 31/12/2023", "2023-07-15…2023-12-31"),
            ("Giai đoạn 2021 - 2023", "2021-01-01…2023-12-31"),
            ("Năm 2023", "2023-01-01…2023-12-31"), ("Quý I/2024", "2024-01-01…2024-03-31"),
            ("Quý 1 năm 2024", "2024-01-01…2024-03-31"), ("6 tháng đầu năm 2023", "2023-01-01…2023-06-30"),
            ("6 tháng cuối năm 2023", "2023-07-01…2023-12-31"), ("9 tháng năm 2023", "2023-01-01…2023-09-30"),
            ("Trong tháng 4", "2024-04-01…2024-04-30"), ("Tháng 4/2024", "2024-04-01…2024-04-30"),
            ("4 tháng đầu năm", "2024-01-01…2024-04-30"), ("Từ đầu năm đến nay", "2024-01-01…2024-05-16"),
            ("Tính đến 31/3/2024", "…2024-03-31"), ("Đến hết tháng 3/2024", "…2024-03-31"),
            ("Đến hết quý I", "…2024-03-31"), ("Đến nay", "…2024-05-16"), ("Năm ngoái", "2023-01-01…2023-12-31"),
            ("Đến năm 2025", "…2025-12-31"), ("Cuối năm 2023", "…2023-12-31"),
            ("Từ nay đến 31/12/2024", "2024-05-16…2024-12-31"), ("Lũy kế 3 tháng", "2024-01-01…2024-03-31"),
        ])
    func expressions(text: String, period: String) {
        #expect(periods(text + ", huyện tiếp nhận 120 hồ sơ.") == [period])
    }

    @Test("An expression rules its sentence and the rest of its paragraph, not the next one")
    func paragraph() {
        let text = "Năm 2023, xã nhận 120 hồ sơ. Có 15 hồ sơ trễ. Hiện còn 2 hồ sơ. Đã trả 118 hồ sơ.\nXã có 7 thôn."
        #expect(
            periods(text) == [
                "2023-01-01…2023-12-31", "2023-01-01…2023-12-31", "…2024-05-16", "2023-01-01…2023-12-31", "…",
            ])
    }

    @Test("A lead-in rules the list below it")
    func list() {
        let text = "Quý I/2024, tỉnh ghi nhận như sau:\n- Tiếp nhận 120 hồ sơ;\n- Trả 118 hồ sơ."
        #expect(periods(text) == ["2024-01-01…2024-03-31", "2024-01-01…2024-03-31"])
    }

    @Test("A base of comparison rules no number but the one beside it")
    func comparison() {
        #expect(
            periods("Năm 2023 nhận 120 hồ sơ, tăng 15% so với năm 2022, trả 118 hồ sơ.") == [
                "2023-01-01…2023-12-31", "2023-01-01…2023-12-31", "2023-01-01…2023-12-31",
            ])
        #expect(
            periods("6 tháng đầu năm 2023 nhận 1.874 hồ sơ (cùng kỳ 1.652).") == [
                "2023-01-01…2023-06-30", "2022-01-01…2022-06-30",
            ])
    }

    @Test("The columns of a table have the times of their heads")
    func columns() {
        let text = "Hồ sơ\nXã\tNăm 2023\tNăm 2022\nAn Bình\t120\t118"
        #expect(periods(text) == ["2023-01-01…2023-12-31", "2022-01-01…2022-12-31"])
    }

    @Test("A month without a year is the last one that has begun")
    func recent() {
        let january = CivilDate(year: 2024, month: 1, day: 5)
        #expect(periods("6 tháng cuối năm, xã nhận 120 hồ sơ.", published: january) == ["2023-07-01…2023-12-31"])
        #expect(periods("Tháng 12, xã nhận 120 hồ sơ.", published: january) == ["2023-12-01…2023-12-31"])
    }

    @Test("The period in a programme's name rules nothing")
    func programme() {
        #expect(periods("Thực hiện Chương trình tổng thể cải cách giai đoạn 2021 - 2030, xã nhận 120 hồ sơ.") == ["…"])
    }
}
