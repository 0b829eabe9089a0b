import FoundationEssentials
import Indicators
import Model
import Testing

@Suite("Reading observations")
struct ObservationReaderTests {
    private static let published = CivilDate(year: 2024, month: 7, day: 20)
    private static let shared = Result { try Shipped.reader() }

    private func read(_ text: String, title: String = "Cải cách hành chính ở huyện Yên Lạc") throws -> Reading {
        try Self.shared.get().read(
            ReadableArticle(title: title, text: text, published: Self.published, home: PlaceID("P26")))
    }

    @Test(
        "A number gets the indicator that its words name",
        arguments: [
            ("Quý II/2024, huyện tiếp nhận 3.415 hồ sơ thủ tục hành chính.", "3.415", "dossiers.received"),
            ("Tỷ lệ hồ sơ giải quyết trước hạn đạt 71,5%.", "71,5%", "dossiers.early_rate"),
            ("Huyện ban hành 36 văn bản chỉ đạo, điều hành công tác CCHC.", "36", "steering.documents.issued"),
            ("Chỉ số PAR INDEX của tỉnh xếp thứ 9/63 tỉnh, thành phố.", "9/63", "index.par_index.rank"),
        ])
    func indicator(text: String, number: String, code: String) throws {
        let observation = try #require(try read(text).observations.first { $0.valueText == number })
        #expect(observation.indicator == IndicatorCode(code))
    }

    @Test("A part knows its total")
    func parts() throws {
        let reading = try read(
            "Năm 2023, huyện ban hành 20 văn bản quy phạm pháp luật, gồm 03 nghị quyết và 17 quyết định.")
        let total = try #require(reading.observations.first { $0.value == 20 })
        #expect(
            reading.observations.filter { $0.value != 20 }.map(\.partOf)
                == [total.range.lowerBound, total.range.lowerBound])
    }

    @Test(
        "Numbers of other matters are rejected with a reason",
        arguments: [
            "Thực hiện Nghị quyết số 45/NQ-HĐND ngày 12/3/2024.",
            "Trận bóng kết thúc với tỷ số 3-1 trước 5.000 khán giả.",
            "Nhiệt độ cao nhất 37 độ C.",
        ])
    func rejected(text: String) throws {
        let reading = try read(text, title: "Tin trong ngày")
        #expect(reading.observations.isEmpty)
        #expect(!reading.rejections.isEmpty)
    }

    @Test("Every number is told of once, and each observation's text is its evidence")
    func everyNumber() throws {
        let text = """
            Sáng 18/7, UBND huyện Yên Lạc sơ kết 6 tháng đầu năm 2024.
            Toàn huyện tiếp nhận 12.480 hồ sơ, giải quyết 12.101 hồ sơ (97%), còn 15 hồ sơ quá hạn; 100% cán bộ có máy tính.
            Đơn vị\tHồ sơ tiếp nhận\tĐúng hạn (%)
            Xã Đồng Cương\t310\t99,1
            Xã Yên Đồng\t287\t98,4
            """
        let reading = try read(text)
        let bytes = Array(reading.text.utf8)
        for observation in reading.observations {
            #expect(String(decoding: bytes[observation.range], as: UTF8.self) == observation.valueText)
            #expect(observation.quote.contains(observation.range.lowerBound))
        }
        let told = reading.observations.map(\.range) + reading.rejections.map(\.range)
        for offset in bytes.indices where (48...57).contains(bytes[offset]) {
            #expect(told.filter { $0.contains(offset) }.count == 1, "byte \(offset)")
        }
    }

    @Test(
        "Hostile texts are read without harm",
        arguments: ["", "\n\n\t\t\n", "1", "%%%", String(repeating: "9", count: 5_000)])
    func hostile(text: String) throws {
        let reading = try read(text, title: text)
        #expect(reading.text == text)
    }

    @Test("The same text gives the same reading")
    func deterministic() throws {
        let text = "Năm 2023, toàn huyện có 98,2% hồ sơ đúng hạn, tăng 1,4% so với năm 2022; 14/17 xã đạt chuẩn."
        let first = try read(text)
        let second = try Shipped.reader().read(
            ReadableArticle(
                title: "Cải cách hành chính ở huyện Yên Lạc", text: text, published: Self.published,
                home: PlaceID("P26")))
        #expect(first.observations == second.observations)
        #expect(first.rejections == second.rejections)
    }
}
