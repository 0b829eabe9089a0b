import Gazetteer
import Model
import Testing
import VietnameseText

@Suite("Places in text")
struct MentionTests {
    let finder: PlaceFinder
    init() throws { finder = PlaceFinder(gazetteer: try Shipped.gazetteer.get()) }

    private func found(_ text: String, _ date: String = "2024-05-16", title: String = "", home: String? = nil)
        -> [String]
    {
        let context = PlaceContext(home: home.map { PlaceID($0) }, title: title)
        return finder.mentions(in: TokenText(text), on: day(date), context: context).map { $0.best?.id.rawValue ?? "-" }
    }

    @Test(
        "names",
        arguments: [
            ("xã Hợp Thịnh, huyện Tam Dương, tỉnh Vĩnh Phúc", ["C08905", "D247", "P26"]),
            ("Tam Dương (Vĩnh Phúc)", ["D247", "P26"]),
            ("Đoàn làm việc với UBND huyện Tam Dương, tỉnh Vĩnh Phúc.", ["D247", "P26"]),
            ("tại TP.HCM và Tp. Hồ Chí Minh", ["P79", "P79"]), ("TX. Sơn Tây, Hà Nội", ["D269", "P01"]),
            ("TP Vĩnh Yên", ["D243"]), ("các huyện Tam Dương, Lập Thạch và Yên Lạc", ["D247", "D246", "D251"]),
            ("xã vùng cao Ngọc Chiến, huyện Mường La", ["C03820", "D120"]),
            ("Chủ tịch UBND huyện Tam Dương Nguyễn Văn A", ["D247"]), ("Hà Nội có mưa", ["P01"]),
            ("Biển Thái Bình Dương", []), ("ông Nguyễn Hòa Bình nói", []), ("hợp tác xã, xã hội, thị trường", []),
            ("100% xã, phường, thị trấn", []), ("cấp xã 25, cấp tỉnh 07", []), ("Thông tư 05/2024/TT-BTC", []),
            ("phường 5, quận 3, TP.HCM", ["C27151", "D770", "P79"]),
        ])
    func names(text: String, ids: [String]) {
        #expect(found(text) == ids)
    }

    @Test("names are those of the day")
    func days() {
        #expect(found("thành phố Bắc Ninh", "2024-01-01") == ["D256"])
        #expect(found("thành phố Bắc Ninh", "2026-10-01") == ["P24"])
        #expect(found("tỉnh Vĩnh Phúc", "2026-01-01") == ["P26"])
        #expect(found("huyện Tam Dương", "2026-01-01") == ["D247"])
        #expect(found("thành phố Huế", "2024-05-16") == ["D474"])
        #expect(found("thành phố Huế", "2025-05-16") == ["P46"])
    }

    @Test("a homonym stays open until something settles it")
    func homonyms() throws {
        let open = finder.mentions(in: TokenText("xã Tân Phú"), on: day("2024-05-16"))
        #expect(open.first?.best == nil)
        #expect((open.first?.candidates.count ?? 0) > 5)
        #expect(found("xã Tân Phú", home: "P26") == ["C09124"])
        #expect(found("xã Tân Phú", title: "Vĩnh Tường (Vĩnh Phúc): một cửa") == ["C09124"])
    }

    @Test(
        "a type word alone means the unit spoken of",
        arguments: [
            ("Huyện Tam Dương họp. Trên địa bàn huyện có 13 xã.", ["D247", "D247"]),
            ("Toàn tỉnh có 9 huyện.", ["P26"]), ("Các huyện, thị xã, thành phố", []), ("mỗi xã một điểm", []),
            ("Tỉnh ủy họp", ["P26"]),
        ])
    func anaphors(text: String, ids: [String]) {
        #expect(found(text, title: "Vĩnh Phúc: cải cách hành chính") == ids)
    }

    @Test("kind, type word and body are told")
    func details() throws {
        let mentions = finder.mentions(
            in: TokenText("UBND huyện Tam Dương; toàn huyện; đất Tổ; cả nước"), on: day("2024-05-16"))
        #expect(mentions.map(\.kind) == [.name, .anaphor(.district), .nickname, .nation])
        #expect(mentions[0].isInsideOrganisationName)
        #expect(mentions[0].hasTypeWord)
        #expect(mentions[0].range == 5..<24)
        #expect(mentions[2].best?.id == PlaceID("P25"))
    }

    @Test("random bytes and capitals do no harm")
    func hostile() {
        var generator = Seeded(state: 7)
        let pieces = [
            "huyện ", "Tam Dương", ", ", "(", ")", "tỉnh", " và ", "5", ".", ";", "\n", "TP", "Ệ", "\u{301}", "'",
        ]
        for _ in 0..<200 {
            let text = (0..<60).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
            for mention in finder.mentions(in: TokenText(text), on: day("2024-05-16")) {
                #expect(mention.range.upperBound <= text.utf8.count)
            }
        }
    }
}

/// A generator that gives the same numbers in every run.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 16
    }
}
