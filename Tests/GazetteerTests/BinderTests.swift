import Gazetteer
import Model
import Testing
import VietnameseText

@Suite("Which unit a number is about")
struct BinderTests {
    let binder: PlaceBinder
    init() throws { binder = PlaceBinder(gazetteer: try Shipped.gazetteer.get()) }

    /// Binds the numbers marked by braces.
    private func places(
        _ marked: String, title: String = "", published: String = "2024-05-16", home: String? = nil,
        dates: [String?] = []
    ) -> [String] {
        var text = ""
        var offsets: [Int] = []
        for character in marked {
            if character == "{" { offsets.append(text.utf8.count) } else if character != "}" { text.append(character) }
        }
        return binder.bind(
            title: title, text: TokenText(text), published: day(published), offsets: offsets,
            home: home.map { PlaceID($0) },
            dates: dates.map { $0.map(day) }
        ).map { $0?.name ?? "-" }
    }

    @Test(
        "the clause, the sentence, the article",
        arguments: [
            ("Toàn huyện có {13} xã. Tỉ lệ đạt {98%}.", ["Huyện Tam Dương", "Huyện Tam Dương"]),
            ("Xã Hợp Thịnh đạt {97%}; xã Vân Hội đạt {95%}.", ["Xã Hợp Thịnh", "Xã Vân Hội"]),
            ("Tỉ lệ thấp hơn mức bình quân {60%} của toàn tỉnh.", ["Tỉnh Vĩnh Phúc"]),
            ("Bình quân cả nước là {87%}, huyện đứng thứ {3} tỉnh.", ["-", "Huyện Tam Dương"]),
            ("Huyện đứng thứ 12 cả nước, tăng {6} bậc.", ["Huyện Tam Dương"]),
            ("Thứ {2} là huyện Yên Lạc.", ["Huyện Yên Lạc"]),
            (
                "Huyện Yên Lạc và huyện Lập Thạch lần lượt có {172} và {165} hồ sơ.",
                ["Huyện Yên Lạc", "Huyện Lập Thạch"]
            ),
            ("Các xã An Hòa, Đạo Tú và Duy Phiên có tổng cộng {9} vụ.", ["Huyện Tam Dương"]),
            ("1\tXã Duy Phiên\t{95,1}\t{7}", ["Xã Duy Phiên", "Xã Duy Phiên"]),
            ("Huyện (sau huyện Yên Lạc) có {5} điểm.", ["Huyện Tam Dương"]),
            ("Xã Đồng Tĩnh đông dân nhất. Riêng tháng 9, nơi đây nhận {418} hồ sơ.", ["Xã Đồng Tĩnh"]),
        ])
    func rules(text: String, names: [String]) {
        #expect(places(text, title: "Huyện Tam Dương (Vĩnh Phúc) đẩy mạnh cải cách") == names)
    }

    @Test("without a place there is none, unless the source has one")
    func home() {
        #expect(places("Có {12} thủ tục.") == ["-"])
        #expect(places("Có {12} thủ tục.", home: "P26") == ["Tỉnh Vĩnh Phúc"])
        #expect(places("Có {12} thủ tục.", title: "Bộ Nội vụ: tinh giản", home: "P26") == ["-"])
    }

    @Test("the name is that of the day the figure speaks of")
    func states() {
        let title = "Thành phố Huế: chỉ số cải cách"
        #expect(
            places(
                "Năm trước đạt {87%}, nay {89%}.", title: title, published: "2025-04-01", dates: ["2024-12-31", nil])
                == ["Tỉnh Thừa Thiên Huế", "Thành phố Huế"])
        // The Bắc Ninh of 2024 had another code; a code of another name is not followed.
        #expect(
            places("Chỉ số đạt {87%}.", title: "Bắc Ninh: chỉ số", published: "2026-10-01", dates: ["2024-12-31"])
                == ["Tỉnh Bắc Ninh"])
        // A planned period does not know what the unit will be called.
        #expect(
            places(
                "Năm 2026 đạt {80} điểm.", title: "Quảng Ninh: SIPAS", published: "2026-06-11", dates: ["2026-12-31"])
                == ["Tỉnh Quảng Ninh"])
    }

    @Test("offsets outside the text and no offsets do no harm")
    func hostile() {
        let bound = binder.bind(title: "", text: TokenText("Hà Nội"), published: nil, offsets: [0, 3, 99], home: nil)
        #expect(bound.count == 3)
        #expect(binder.bind(title: "", text: TokenText(""), published: nil, offsets: [], home: PlaceID("X1")).isEmpty)
    }

    @Test("the time of a huge sentence grows no faster than its length")
    func hugeSentence() {
        let text = String(repeating: "huyện Tam Dương 5 ", count: 20_000)
        let step = "huyện Tam Dương 5 ".utf8.count
        let bound = binder.bind(
            title: "", text: TokenText(text), published: day("2024-05-16"),
            offsets: (0..<20_000).map { $0 * step + step - 2 },
            home: nil)
        #expect(bound.allSatisfy { $0?.name == "Huyện Tam Dương" })
    }
}
