import FoundationEssentials
import Model
import Testing

@testable import VietnameseText

/// The tables that the readers of numbers and periods are built from, row by row: how a number may be written, what the
/// words around it make of it, what never is one, which days an expression means.
@Suite("Acceptance tables")
struct AcceptanceTests {
    private static let published = CivilDate(year: 2024, month: 5, day: 16)

    private func read(_ text: String) -> AnnotatedText { AnnotatedText(text, published: Self.published) }
    private func decimal(_ text: String) -> Decimal? { Decimal(string: text) }

    @Test(
        "numerals",
        arguments: [
            ("12.285 lượt người", "12285"), ("13.000 bản", "13000"), ("98,4%", "98.4"), ("1.234,56 điểm", "1234.56"),
            ("1.234.567 hồ sơ", "1234567"), ("01 Nghị quyết", "1"), ("3,2 triệu hồ sơ", "3200000"),
            ("hơn 2 nghìn tỷ đồng", "2000000000000"), ("2.150 tỷ đồng", "2150000000000"), ("1,5 tỷ đồng", "1500000000"),
            ("2 tỷ 350 triệu đồng", "2350000000"), ("40,62/80 điểm", "40.62"), ("15/17 xã", "15"),
        ])
    func numerals(text: String, value: String) {
        #expect(read("Đã có \(text).").quantities.first?.value == decimal(value))
    }

    @Test(
        "point or comma",
        arguments: [
            ("1,234.56 điểm", "1234.56", true, false), ("1,234,567 hồ sơ", "1234567", true, false),
            ("1.234 hồ sơ", "1234", false, false), ("307.000 lượt người", "307000", false, false),
            ("1,234 hồ sơ", "1234", true, false), ("0,7112 điểm", "0.7112", false, false),
            ("2.5 điểm", "2.5", true, false),
            ("98.4%", "98.4", true, false), ("98.125%", "98.125", true, false),
            ("12\u{A0}285 hồ sơ", "12285", false, false),
            ("12\u{202F}285 hồ sơ", "12285", false, false), ("12 285 hồ sơ", "12285", false, false),
            ("12 .285 hồ sơ", "12285", false, false), ("98, 4%", "98.4", false, false),
            ("98,4 %", "98.4", false, false),
            ("98,4phần trăm", "98.4", false, false), ("98,4%.", "98.4", false, false),
        ])
    func separators(text: String, value: String, isEnglish: Bool, isAmbiguous: Bool) {
        let found = read("Tỷ lệ là \(text)").quantities.first
        #expect(found?.value == decimal(value))
        #expect(found?.flags.contains(.englishStyle) == isEnglish)
        #expect(found?.flags.contains(.ambiguousSeparator) == isAmbiguous)
    }

    @Test("a growth beyond a hundred per cent keeps its group and is flagged")
    func ambiguousGrowth() {
        let found = read("Số vụ tăng 1.250% so với năm trước.").quantities.first
        #expect(found?.value == 1_250)
    }

    @Test(
        "approximation and bounds",
        arguments: [
            ("hơn", Qualifier.moreThan), ("trên", .moreThan), ("ngoài", .moreThan), ("gần", .nearly),
            ("xấp xỉ", .nearly),
            ("sấp xỉ", .nearly), ("suýt soát", .nearly), ("khoảng", .about), ("chừng", .about), ("ước", .about),
            ("ước đạt", .about), ("ước tính", .about), ("ít nhất", .atLeast), ("tối thiểu", .atLeast),
            ("không dưới", .atLeast), ("tối đa", .atMost), ("nhiều nhất", .atMost), ("không quá", .atMost),
            ("dưới", .lessThan), ("đạt", .exact), ("bằng", .exact),
        ])
    func bounds(word: String, qualifier: Qualifier) {
        #expect(read("Cả huyện có \(word) 120 hồ sơ.").quantities.map(\.qualifier) == [qualifier])
    }

    @Test(
        "vague amounts give no number",
        arguments: [
            "hầu hết hồ sơ", "phần lớn hồ sơ", "nhiều hồ sơ", "một số hồ sơ", "hàng nghìn hồ sơ", "hàng trăm hồ sơ",
        ])
    func vague(text: String) { #expect(read("Cả huyện có \(text).").quantities.isEmpty) }

    @Test(
        "ranges",
        arguments: [
            "5-7%", "5 - 7%", "5–7%", "từ 5 đến 7%", "từ 5% - 7%", "5\u{2010}7%", "5\u{2212}7%", "5\u{FF0D}7%",
        ])
    func ranges(text: String) {
        let found = read("Tỷ lệ giảm \(text).").quantities
        #expect(found.map(\.value) == [5, 7])
        #expect(found.map(\.unit) == [.percent, .percent])
    }

    @Test("a range of money has one scale")
    func moneyRange() {
        let found = read("Mỗi hộ nhận từ 20 đến 30 triệu đồng.").quantities
        #expect(found.map(\.value) == [20_000_000, 30_000_000])
    }

    @Test(
        "ranks",
        arguments: [
            ("xếp thứ 5/63 tỉnh, thành phố", 5, 63), ("đứng thứ 3 cả nước", 3, nil), ("vị trí thứ 12", 12, nil),
            ("xếp thứ 38/63", 38, 63), ("hạng 7", 7, nil),
        ])
    func ranks(text: String, rank: Int, of total: Int?) {
        let found = read("Tỉnh \(text).").quantities.first
        #expect(found?.form == .rank)
        #expect(found?.value == Decimal(rank))
        #expect(found?.denominator == total.map { Decimal($0) })
    }

    @Test(
        "changes",
        arguments: [
            ("tăng 3 bậc", Quantity.ChangeCue.by(.up)), ("tụt 7 bậc", .by(.down)), ("giảm 7 bậc", .by(.down)),
            ("giảm 1,2 điểm %", .by(.down)), ("tăng 1,59 điểm", .by(.up)), ("tăng 0,33%", .by(.up)),
            ("gấp 2 lần", .multiple),
            ("gấp đôi", .multiple), ("gấp hơn 3 lần", .multiple), ("tăng 15% so với cùng kỳ", .by(.up)),
            ("tăng thêm 4 xã", .by(.up)), ("tăng lên 98%", .to), ("giảm còn 12 phòng", .to),
            ("giảm xuống còn 12 phòng", .to), ("tăng 120 hồ sơ", .by(.up)),
        ])
    func changes(text: String, cue: Quantity.ChangeCue) {
        #expect(read("Năm nay \(text).").quantities.first?.change == cue)
    }

    @Test(
        "numbers in words",
        arguments: [
            ("hai mươi mốt", 21), ("mười một", 11), ("hai mươi tư", 24), ("hai mươi bốn", 24), ("mười lăm", 15),
            ("hai mươi lăm", 25), ("hai mươi nhăm", 25), ("hai triệu rưỡi", 2_500_000), ("một trăm linh năm", 105),
            ("một trăm lẻ năm", 105), ("hăm lăm", 25), ("băm ba", 33), ("trăm rưỡi", 150), ("trăm hai", 120),
            ("nghìn tư", 1_400), ("triệu hai", 1_200_000), ("ba vạn", 30_000), ("hai chục", 20),
        ])
    func spelled(text: String, value: Int) {
        #expect(NumberPhrase.read(text) == Decimal(value))
    }

    @Test(
        "never indicators",
        arguments: [
            ("Nghị quyết số 76/NQ-CP", RejectionReason.legalNumber), ("Quyết định 876/QĐ-BNV", .legalNumber),
            ("15/2023/QĐ-UBND", .legalNumber), ("42/2022/NĐ-CP", .legalNumber), ("01/CT-TTg", .legalNumber),
            ("1287/NQ-UBTVQH15", .legalNumber), ("19-NQ/TW", .legalNumber), ("30c/NQ-CP", .legalNumber),
            ("Điều 5", .legalNumber), ("khoản 2", .legalNumber), ("Phụ lục 2", .legalNumber), ("lúc 15h30", .time),
            ("8 giờ 30 phút", .time), ("lúc 15:31", .time), ("kỳ họp thứ 5", .ordinal), ("phiên họp thứ 33", .ordinal),
            ("lần thứ 2", .ordinal), ("0211.3862.629", .phone), ("đường dây nóng 1022", .phone),
            ("Quốc lộ 2", .address),
            ("thửa đất số 12", .address), ("tờ bản đồ số 5", .address), ("ISO 9001:2015", .name), ("TCVN 9001", .name),
            ("công nghệ 4.0", .name), ("mạng 5G", .name), ("mức độ 4", .name), ("Đề án 06", .name),
            ("Chương trình 135", .name),
            ("Nghị quyết 18", .name), ("sinh năm 1978", .age), ("45 tuổi", .age), ("Ảnh 1", .caption),
        ])
    func never(text: String, reason: RejectionReason) {
        let found = read("Họ nói về \(text), rồi thôi.")
        #expect(found.quantities.isEmpty)
        #expect(found.masked.first?.reason == reason)
    }

    @Test(
        "periods",
        arguments: [
            ("từ ngày 15/7/2021 đến ngày 31/3/2024", "2021-07-15", "2024-03-31"),
            ("từ ngày 15/7 đến 31/12/2023", "2023-07-15", "2023-12-31"),
            ("giai đoạn 2021 - 2025", "2021-01-01", "2025-12-31"),
            ("giai đoạn 2021–2025", "2021-01-01", "2025-12-31"), ("năm 2023", "2023-01-01", "2023-12-31"),
            ("trong năm 2023", "2023-01-01", "2023-12-31"), ("quý I/2024", "2024-01-01", "2024-03-31"),
            ("quý 1 năm 2024", "2024-01-01", "2024-03-31"), ("Q1/2024", "2024-01-01", "2024-03-31"),
            ("6 tháng đầu năm 2023", "2023-01-01", "2023-06-30"), ("6 tháng cuối năm 2023", "2023-07-01", "2023-12-31"),
            ("9 tháng năm 2023", "2023-01-01", "2023-09-30"), ("9 tháng đầu năm 2023", "2023-01-01", "2023-09-30"),
            ("tháng 4/2024", "2024-04-01", "2024-04-30"), ("tháng 4-2024", "2024-04-01", "2024-04-30"),
            ("T4/2024", "2024-04-01", "2024-04-30"), ("4 tháng đầu năm", "2024-01-01", "2024-04-30"),
            ("từ đầu năm đến nay", "2024-01-01", "2024-05-16"), ("từ đầu năm 2024 đến nay", "2024-01-01", "2024-05-16"),
            ("tính đến ngày 31/3/2024", "", "2024-03-31"), ("đến hết tháng 3/2024", "", "2024-03-31"),
            ("đến hết quý I", "", "2024-03-31"), ("đến nay", "", "2024-05-16"), ("hiện nay", "", "2024-05-16"),
            ("đến thời điểm này", "", "2024-05-16"), ("đến năm 2025", "", "2025-12-31"),
            ("năm nay", "2024-01-01", "2024-12-31"),
            ("năm qua", "2023-01-01", "2023-12-31"), ("năm trước", "2023-01-01", "2023-12-31"),
            ("năm ngoái", "2023-01-01", "2023-12-31"), ("5 năm qua", "2019-05-16", "2024-05-16"),
            ("nhiệm kỳ 2020 - 2025", "2020-01-01", "2025-12-31"), ("nhiệm kỳ 2021 - 2026", "2021-01-01", "2026-12-31"),
        ])
    func periods(text: String, start: String, end: String) {
        let found = read(text).times.first
        #expect(found?.period.start?.description ?? "" == start)
        #expect(found?.period.end?.description ?? "" == end)
    }

    @Test("words of time without days", arguments: ["thời gian qua", "những năm qua", "nhiều năm qua"])
    func vaguePeriods(text: String) { #expect(read(text).times.map(\.period.basis) == [PeriodBasis.none]) }

    @Test(
        "matching form",
        arguments: [
            ("hoà", "hòa"), ("HOÁ", "hóa"), ("hoè", "hòe"), ("thuỷ", "thủy"), ("uỷ", "ủy"), ("uỵ", "ụy"),
            ("hoàn", "hoàn"),
            ("quý", "quý"), ("quỹ", "quỹ"), ("kỹ", "kĩ"), ("lý", "lí"), ("TỶ", "tỉ"), ("kỳ", "kì"), ("Hy", "hi"),
            ("\u{D0}ồng", "đồng"), ("\u{189}ồng", "đồng"), ("M\u{2019}Drắk", "m'drắk"), ("to\u{300}a", "tòa"),
            ("nghi\u{200B}êng", "nghiêng"), ("Ｘã", "ｘã"),
        ])
    func matching(text: String, form: String) { #expect(MatchingForm.fold(text) == [form]) }

    @Test(
        "sentences end where a thought ends",
        arguments: [
            ("TP. Vĩnh Yên có 9 xã. Huyện có 12 xã.", 2), ("ThS. Lê A nói. Ông về.", 2),
            ("Có 1.234 hồ sơ v.v. rồi thôi", 1),
            ("- Một là A;\n- Hai là B.", 2), ("“Tốt lắm.” Bà nói vậy.", 2), ("Thật ư? Thật!", 2),
        ])
    func sentences(text: String, count: Int) { #expect(read(text).sentences.count == count) }

    @Test(
        "clauses begin with a new thought",
        arguments: [
            ("Huyện có 12 xã; đồng thời lập 3 tổ.", ["Huyện có 12 xã;", "đồng thời lập 3 tổ."]),
            ("Kết quả: đạt 98% trong khi năm trước đạt 95%", ["Kết quả:", "đạt 98%", "trong khi năm trước đạt 95%"]),
            ("Tỉnh có 9 huyện", ["Tỉnh có 9 huyện"]),
        ])
    func clauses(text: String, expected: [String]) throws {
        let read = read(text)
        let sentence = try #require(read.sentences.first)
        #expect(read.clauses(of: sentence).map { read.tokenText.text($0) } == expected)
    }
}
