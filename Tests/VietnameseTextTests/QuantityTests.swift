import FoundationEssentials
import Model
import Testing

@testable import VietnameseText

/// The quantities of a text, without a day of publication.
private func quantities(_ text: String) -> [Quantity] { AnnotatedText(text, published: nil).quantities }

private func decimal(_ text: String) -> Decimal { Decimal(string: text) ?? .nan }

@Suite("Quantities")
struct QuantityTests {
    @Test(
        "Digits, separators and scale words give a value",
        arguments: [
            ("có 12.285 lượt người", "12.285", "12285"), ("phát 13.000 bản", "13.000", "13000"),
            ("đạt 98,4%", "98,4%", "98.4"), ("đạt 1.234,56 điểm", "1.234,56", "1234.56"),
            ("thu 1.234.567 đồng", "1.234.567", "1234567"), ("ban hành 01 Nghị quyết", "01", "1"),
            ("có 3,2 triệu hồ sơ", "3,2 triệu", "3200000"),
            ("chi hơn 2 nghìn tỷ đồng", "2 nghìn tỷ", "2000000000000"),
            ("chi 2.150 tỷ đồng", "2.150 tỷ", "2150000000000"), ("chi 1,5 tỷ đồng", "1,5 tỷ", "1500000000"),
            ("chi 2 tỷ 350 triệu đồng", "2 tỷ 350 triệu", "2350000000"), ("đạt 98, 4%", "98, 4%", "98.4"),
            ("có 12 .285 hồ sơ", "12 .285", "12285"), ("đạt98,4%.", "98,4%", "98.4"),
            ("gồm 12\u{A0}285 hồ sơ", "12\u{A0}285", "12285"), ("đạt 0,7112 điểm", "0,7112", "0.7112"),
            ("đạt 98.4%", "98.4%", "98.4"), ("nhận 1,947 hồ sơ", "1,947", "1947"), ("đạt 98.125%", "98.125%", "98.125"),
        ])
    func values(text: String, surface: String, value: String) throws {
        let found = try #require(quantities(text).first)
        #expect(found.valueText == surface)
        #expect(found.value == decimal(value))
    }

    @Test(
        "Numbers in words count before a classifier",
        arguments: [
            ("hai mươi mốt xã", 21), ("mười lăm phường", 15), ("hai mươi tư hồ sơ", 24), ("hăm lăm hồ sơ", 25),
            ("một trăm linh năm hồ sơ", 105), ("ba nghìn hai trăm hồ sơ", 3_200), ("hai triệu rưỡi hồ sơ", 2_500_000),
        ])
    func spelled(text: String, value: Int) {
        #expect(quantities("Huyện có " + text + ".").map(\.value) == [Decimal(value)])
    }

    @Test(
        "Articles, set phrases and numbers behind a noun are no counts",
        arguments: [
            "một cửa liên thông", "một số đơn vị", "Tổ 5", "mức độ 4", "quận 1", "Đề án 06", "Nghị quyết số 76/NQ-CP",
            "khoản 2 Điều 5", "kỳ họp thứ 8", "16/5/2024", "15h30", "ông A, 45 tuổi", "Quốc lộ 2", "COVID-19",
            "công nghệ 4.0",
            "hotline 1022", "lần thứ 3", "giai đoạn 2021 - 2025",
        ])
    func never(text: String) {
        #expect(quantities("Họ nói về " + text + " hôm qua.").isEmpty)
    }

    @Test(
        "Words before and behind tell how sharp a number is",
        arguments: [
            ("hơn 120 hồ sơ", Qualifier.moreThan), ("gần 120 hồ sơ", .nearly), ("khoảng 120 hồ sơ", .about),
            ("ít nhất 120 hồ sơ", .atLeast), ("không quá 120 hồ sơ", .atMost), ("dưới 120 hồ sơ", .lessThan),
            ("từ 120 hồ sơ trở lên", .atLeast), ("ước đạt 120 hồ sơ", .about), ("đạt 120 hồ sơ", .exact),
            ("nhiều hơn 120 hồ sơ", .exact), ("cấp trên 120 hồ sơ", .exact),
            ("không đơn vị nào dưới 120 hồ sơ", .atLeast),
        ])
    func qualifiers(text: String, qualifier: Qualifier) {
        #expect(quantities("Năm nay " + text).map(\.qualifier) == [qualifier])
    }

    @Test(
        "The noun behind a number is its unit",
        arguments: [
            ("124 văn bản chỉ đạo", Model.Unit.document), ("15 Văn bản quy phạm pháp luật", .document),
            ("307 thủ tục cấp huyện", .procedure), ("12.285 lượt người", .personTurn),
            ("91 cuộc tuyên truyền", .session),
            ("13.000 bản tài liệu", .copy), ("98,4%", .percent), ("0,33 điểm phần trăm", .percentagePoint),
            ("86,5 điểm", .point), ("3 bậc", .rank), ("5 ngày làm việc", .day), ("12 xã", .commune), ("2 lần", .times),
            ("42 biên chế", .person), ("35 chữ ký số", .item), ("15 tỷ đồng", .vnd), ("120 hồ sơ", .caseFile),
        ])
    func units(text: String, unit: Model.Unit) {
        #expect(quantities("Đã có " + text + ".").map(\.unit) == [unit])
    }

    @Test("A fraction of units, a rank and a score have what they are out of")
    func denominators() {
        let found = quantities("Có 15/17 xã; xếp thứ 5/63 tỉnh, thành phố; đạt 40,62/80 điểm; 78 trong số 95 đơn vị.")
        #expect(found.map(\.value) == ["15", "5", "40.62", "78"].map(decimal))
        #expect(found.map(\.denominator) == ["17", "63", "80", "95"].map(decimal))
        #expect(found.map(\.form) == [.fraction, .rank, .score, .fraction])
    }

    @Test("The ends of a range share unit and scale")
    func ranges() {
        let found = quantities("Hỗ trợ 8 - 10 triệu đồng, giảm 5-7%, trả trong 3 đến 5 ngày làm việc.")
        #expect(found.map(\.value) == ["8000000", "10000000", "5", "7", "3", "5"].map(decimal))
        #expect(found.map(\.unit) == [.vnd, .vnd, .percent, .percent, .day, .day])
        #expect(found.map(\.qualifier) == [.atLeast, .atMost, .atLeast, .atMost, .atLeast, .atMost])
        #expect(found.map(\.bound) == [.low, .high, .low, .high, .low, .high])
        #expect(found.first?.valueText == "8")
    }

    @Test("Words of movement tell a change from a new level")
    func changes() {
        let found = quantities(
            "Tỷ lệ tăng từ 95,2% lên 98,4%; tăng 3 bậc; giảm 12 đầu mối; giảm còn 15 phòng; gấp 2 lần.")
        #expect(found.map(\.change) == [.from, .to, .by(.up), .by(.down), .to, .multiple])
    }

    @Test("Numbers without a noun take the unit of the list, the words in front or the column")
    func inherited() {
        #expect(
            quantities("Ba xã nhận lần lượt 3.214, 2.907 và 486 hồ sơ.").dropFirst().map(\.unit) == [
                .caseFile, .caseFile, .caseFile,
            ])
        #expect(quantities("Nhận 1.874 hồ sơ (cùng kỳ 1.652).").map(\.unit) == [.caseFile, .caseFile])
        let table = quantities("Kết quả\nTT\tXã\tHồ sơ\tTỷ lệ (%)\tXếp hạng\n1\tAn Bình\t4.105\t99,9\t3")
        #expect(table.map(\.unit) == [.caseFile, .percent, .rank])
    }

    @Test("A caption's scale multiplies the cells under it, but no shares")
    func captionScale() {
        let table = quantities("Giải ngân (đơn vị: triệu đồng)\nHuyện\tKế hoạch\tTỷ lệ (%)\nPhú An\t312.500\t84,4")
        #expect(table.map(\.value) == ["312500000000", "84.4"].map(decimal))
        #expect(table.map(\.unit) == [.vnd, .percent])
    }

    @Test("All of something is a hundred per cent that nobody printed")
    func implied() throws {
        let found = try #require(quantities("Toàn bộ văn bản đi, đến đều được ký số.").first)
        #expect(found.value == 100)
        #expect(found.qualifier == .impliedAll)
        #expect(found.flags.contains(.impliedValue))
    }
}
