/// A fixed set of folded words, made from plain text once.
struct WordList: Sendable {
    private let hashes: Set<UInt64>

    /// Words separated by spaces.
    init(_ text: String) { hashes = Set(WordScanner.words(in: Array(text.utf8)).map(\.hash)) }

    func contains(_ word: PlaceWord) -> Bool { hashes.contains(word.hash) }
}

/// Words beside a place name that say how to read it.
enum PlaceLexicon {
    /// Before a type word: a class of units or a count of them is meant, not the unit spoken of.
    static let classMarkers = WordList(
        """
        các cấp mỗi những nhiều số mấy từng liên một hai ba bốn năm sáu bảy tám chín mười đơn vị tác loại mọi vài bí khối chức
        làng đô tính đại
        """)
    /// Behind a lower-case type word: the two are another word (xã hội, xã viên).
    static let compoundTails = WordList("hội viên giao thuyết tắc khu đội lỵ lị")
    /// Behind a type word: the party committee of that unit (tỉnh ủy).
    static let committeeTails = WordList("ủy uỷ đoàn")
    /// Capitalised words at the head of a sentence that are no part of the name behind them.
    static let functionWords = WordList(
        """
        tại ở từ của và theo đến với trong riêng sau qua hiện nay để khi tuy vì như là cho về vào do bởi ngoài còn
        nhất trước song nhưng tính đối năm ngày tháng hôm bên cạnh báo đài ubnd hđnd mttq sở toàn cả mà thì nếu
        giữa gồm lãnh đạo người dân thuế tới bằng trên dưới quê phó chủ tịch đất đoàn
        """)
    /// Words of bodies whose name may end in a place.
    static let bodies = WordList(
        """
        ubnd hđnd sở phòng ban chi cục văn ủy uỷ công hội đoàn đảng bộ trung tâm viện trường bưu điện cảng toà tòa
        kho bạc thanh tra mttq
        """)
    /// After a number: what follows is where it counts.
    static let locators = WordList("ở tại của thuộc bàn")
    static let whole = WordList("toàn cả")
    static let isWord = WordList("là")
    /// Before a number: one among many, whose circle the words behind name.
    static let ranking = WordList("thứ hạng tốp top nhóm")
    static let among = WordList("trong")
    static let country = WordList("63 34")
    static let circle = WordList("của cả")
    static let province = WordList("tỉnh")
    /// Before *cả nước*: the figure itself is national.
    static let averages = WordList("quân bình mức")
    static let common = WordList("chung")
    static let ministry = WordList("bộ")
    /// Before a unit that a number behind it is not about: one that is asked, compared with or merged into.
    static let asides = WordList("sau vào hơn nghị kém đầu nhất cuối về xuống")
    static let with = WordList("với từ cùng của")
    static let compared = WordList("so nhập nhất bằng")
    /// Between a type word and its name: `xã vùng cao Ngọc Chiến`.
    static let modifiers = WordList("biên giới vùng cao điểm đảo miền núi ven biển sâu xa cù lao trẻ nghèo mới")
    /// Between the units of one row.
    static let joiners = WordList("và với cùng các")
    static let and = WordList("và với cùng")
    static let belongs = WordList("thuộc của")
    static let distribution = WordList("lượt ứng")
    static let distributionHeads = WordList("lần tương")
}
