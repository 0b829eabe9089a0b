/// Makes inputs: pieces of a corpus cut, doubled, joined and damaged; a seed makes the same one again.
struct Mutator {
    private let corpus: [[UInt8]]
    private var dice = Dice(state: 1)

    /// - Parameter pieces: what inputs are thrown together from where there is no corpus.
    init(corpus: [[UInt8]], pieces: [String]) { self.corpus = corpus.isEmpty ? pieces.map { Array($0.utf8) } : corpus }

    mutating func input(seed: UInt64) -> [UInt8] {
        dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        if dice.below(8) == 0 { return noise() }
        var bytes: [UInt8] = []
        for _ in 0..<(corpus.count > 40 ? dice.below(60) + 1 : dice.below(3) + 1) {
            let piece = corpus[dice.below(corpus.count)]
            let start = piece.count > 200 && dice.below(3) == 0 ? dice.below(piece.count) : 0
            bytes += piece[start..<min(piece.count, start + 200_000)]
            if dice.below(2) == 0 { bytes.append(0x20) }
        }
        for _ in 0..<dice.below(40) { damage(&bytes) }
        return bytes
    }

    /// Bytes of any value, or characters of any.
    private mutating func noise() -> [UInt8] {
        if dice.below(2) == 0 { return (0..<dice.below(400)).map { _ in UInt8(dice.below(256)) } }
        var text = String.UnicodeScalarView()
        for _ in 0..<dice.below(200) {
            if let scalar = Unicode.Scalar(UInt32(dice.below(0x11_0000))) { text.append(scalar) }
        }
        return Array(String(text).utf8)
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = dice.below(bytes.count)
        switch dice.below(6) {
        case 0: bytes[place] = UInt8(dice.below(256))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(Mutator.marks[dice.below(Mutator.marks.count)], at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + dice.below(50)))
        case 4:
            let piece = bytes[place..<min(bytes.count, place + dice.below(50))]
            bytes.insert(contentsOf: Array(repeating: Array(piece), count: dice.below(4)).joined(), at: place)
        default: bytes.insert(contentsOf: corpus[dice.below(corpus.count)].prefix(100), at: place)
        }
    }

    private static let marks = Array("0123456789.,;:-/()%<>\"' \n\t".utf8)

    /// Markup that the extractor looks at.
    static let markup = [
        "<html><head>", "<title>Tin cải cách | Cổng</title>", "<body>", "<div class='content'>", "<div id=\"detail\">",
        "</div>",
        "<p>", "</p>", "<article>", "</article>", "<h1>Huyện Tam Dương đạt 98,4%</h1>", "<table><tr><td rowspan=9999>",
        "</td></tr></table>", "<ul><li>", "</li></ul>", "<a href='/tin-tuc/1.html'>", "</a>", "<script>", "</script>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-16T15:31:00+07:00\"",
        "}</script>", "<meta property='og:title' content='", "'>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;",
        "&#x1F600;", "&#0;",
        "<time datetime=\"2024-05-16\">", "</time>", "<span style=\"display:none\">", "</span>", "<br>", "<svg><g>",
        "<iframe src=x>", "<noscript>", "<template>", "</template>", "<select><option>", "<math><mi>", "<plaintext>",
        "<base href='/x/'>",
        "<meta charset=windows-1258>", "Trong quý I/2024, huyện tiếp nhận 12.285 hồ sơ, giải quyết trước hạn 98,1%.\n",
        "Thứ Năm, 16/05/2024 15:31 (GMT+7)", "Ông Nguyễn Văn A cho biết việc số hóa kết quả đã hoàn thành ở 13 xã.",
    ]

    static let words = [
        "%", "/", "-", "–", ".", ",", ";", "\n", "\t", "\u{A0}", "(", ")", "0", "1", "12", "007", "2024", "31/12/2023",
        "99999999999999999999", "1.234", "98,4%", "tỷ", "triệu", "năm", "tháng", "quý", "từ", "đến", "lên", "thứ",
        "rưỡi",
        "hai", "mươi", "mốt", "trăm", "linh", "gấp", "giảm", "tăng", "điểm", "xã", "số", "76/NQ-CP", "toàn bộ",
        "\u{301}",
        "\u{200B}", "🇻🇳", "３", "²", "ngày", "16.5", "T5", "Q1", "cùng kỳ", "so với", "hết", "trước", "đến nay", "hiện",
        "Điều", "khóa", "hồ sơ", "đạt", "được", "phần", "một", "trong", "giai đoạn", "nhiệm kỳ", "huyện Tam Dương",
        "TP.HCM", "các xã", "Hà Nội", "lần lượt", "đồng", "giờ", "sáng", "tuần", "hôm qua", "M'Drắk", "thành phố",
    ]
}

/// Xorshift: small, fast and the same everywhere.
private struct Dice {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 11) % max(1, bound)
    }
}
