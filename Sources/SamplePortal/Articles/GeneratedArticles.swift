/// Articles made up from a seed, for tests that need many pages: article `n` is the same text on every machine.
struct GeneratedArticles: Sendable {
    /// How many there are.
    let count: Int

    private static let places = [
        ("huyện Yên Lạc", "Vĩnh Phúc"), ("huyện Sông Lô", "Vĩnh Phúc"), ("huyện Hạ Hòa", "Phú Thọ"),
        ("huyện Cẩm Khê", "Phú Thọ"), ("huyện Ninh Giang", "Hải Dương"), ("huyện Thanh Miện", "Hải Dương"),
        ("huyện Vũ Thư", "Thái Bình"), ("huyện Hưng Hà", "Thái Bình"), ("huyện Đô Lương", "Nghệ An"),
        ("huyện Yên Thành", "Nghệ An"), ("huyện Thăng Bình", "Quảng Nam"), ("huyện Lâm Hà", "Lâm Đồng"),
    ]
    private static let prefix = "/sinh/"

    /// The address of article `n`, counted from 1.
    func address(_ number: Int) -> String { "\(Self.prefix)\(number).html" }

    /// The article at an address; nil where the address is none of these.
    func article(at address: String) -> SampleArticle? {
        guard address.hasPrefix(Self.prefix), address.hasSuffix(".html"),
            let number = Int(address.dropFirst(Self.prefix.count).dropLast(5)), number >= 1, number <= count,
            self.address(number) == address
        else { return nil }
        return article(number)
    }

    /// The time of article `n`: six articles a day from 1 March 2024 on, again from the start after 100 days.
    func published(_ number: Int) -> PortalTime {
        PortalTime(minutes: Self.firstMinute + number % 600 * 240)
    }

    private static let firstMinute = (19_783 * 24 + 7) * 60

    private func article(_ number: Int) -> SampleArticle {
        var random = SeededGenerator(seed: UInt64(number))
        let (place, province) = Self.places[Int.random(in: 0..<Self.places.count, using: &random)]
        let layouts = SampleArticle.Layout.allCases
        return SampleArticle(
            address: address(number), layout: layouts[number % layouts.count], section: "Tin tổng hợp",
            title: "Kết quả cải cách hành chính của \(place), bản tin số \(number)", author: "Cộng tác viên",
            published: published(number),
            lead: "UBND \(place), tỉnh \(province) thông báo kết quả cải cách hành chính quý I năm 2024.", tags: [],
            encoding: .utf8, trouble: nil, blocks: Self.blocks(place, &random))
    }

    private static func blocks(_ place: String, _ random: inout SeededGenerator) -> [SampleArticle.Block] {
        func count(_ range: ClosedRange<Int>) -> String { Grouped.text(Int.random(in: range, using: &random)) }
        func percent() -> String {
            "\(Int.random(in: 60...98, using: &random)),\(Int.random(in: 1...9, using: &random))%"
        }
        let paragraphs = [
            "Trong quý I năm 2024, bộ phận một cửa \(place) tiếp nhận \(count(1_200...9_800)) hồ sơ; tỷ lệ hồ sơ "
                + "nộp trực tuyến đạt \(percent()). Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn đạt \(percent()).",
            "Toàn huyện tổ chức \(count(20...300)) cuộc phổ biến, giáo dục pháp luật trực tiếp với "
                + "\(count(1_500...30_000)) lượt người tham dự. Các cơ quan đã tiếp \(count(30...400)) lượt công dân.",
            "Tỷ lệ số hóa hồ sơ, giấy tờ khi tiếp nhận đạt \(percent()); tỷ lệ thanh toán trực tuyến đạt \(percent()). "
                + "Huyện có \(count(40...180)) tổ công nghệ số cộng đồng.",
            "Lãnh đạo \(place) yêu cầu các xã, thị trấn công khai kết quả hằng tuần, trả lời người dân đúng hẹn và "
                + "không để hồ sơ nằm ngoài phần mềm. Văn phòng theo dõi, đôn đốc và báo cáo vào cuối mỗi tháng.",
        ]
        return paragraphs.shuffled(using: &random).map { .paragraph($0) }
    }
}

/// SplitMix64: a small generator whose sequence depends on its seed alone.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Numbers as Vietnamese newspapers write them, with a point before each three digits.
enum Grouped {
    static func text(_ number: Int) -> String {
        let digits = String(number)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(".") }
            grouped.append(digit)
        }
        return grouped
    }
}
