import VietnameseText

/// A class of words, as one bit.
struct WordList: Sendable {
    fileprivate let bit: UInt64

    @inline(__always)
    func contains(_ word: PlaceWord) -> Bool { PlaceLexicon.table[word.hash] & bit != 0 }
}

/// Words beside a place name that say how to read it.
enum PlaceLexicon {
    /// Before a type word: a class of units or a count of them is meant, not the unit spoken of.
    static let classMarkers = WordList(bit: 1 << 0)
    /// Behind a lower-case type word: the two are another word (xã hội, xã viên).
    static let compoundTails = WordList(bit: 1 << 1)
    /// Behind a type word: the party committee of that unit (tỉnh ủy).
    static let committeeTails = WordList(bit: 1 << 2)
    /// Capitalised words at the head of a sentence that are no part of the name behind them.
    static let functionWords = WordList(bit: 1 << 3)
    /// Words of bodies whose name may end in a place.
    static let bodies = WordList(bit: 1 << 4)
    /// After a number: what follows is where it counts.
    static let locators = WordList(bit: 1 << 5)
    static let whole = WordList(bit: 1 << 6)
    static let isWord = WordList(bit: 1 << 7)
    /// Before a number: one among many, whose circle the words behind name.
    static let ranking = WordList(bit: 1 << 8)
    static let among = WordList(bit: 1 << 9)
    static let country = WordList(bit: 1 << 10)
    static let circle = WordList(bit: 1 << 11)
    static let province = WordList(bit: 1 << 12)
    /// Before *cả nước*: the figure itself is national.
    static let averages = WordList(bit: 1 << 13)
    static let common = WordList(bit: 1 << 14)
    static let ministry = WordList(bit: 1 << 15)
    /// Before a unit that a number behind it is not about: one that is asked, compared with or merged into.
    static let asides = WordList(bit: 1 << 16)
    static let with = WordList(bit: 1 << 17)
    static let compared = WordList(bit: 1 << 18)
    /// Between a type word and its name: `xã vùng cao Ngọc Chiến`.
    static let modifiers = WordList(bit: 1 << 19)
    /// Between the units of one row.
    static let joiners = WordList(bit: 1 << 20)
    static let and = WordList(bit: 1 << 21)
    static let belongs = WordList(bit: 1 << 22)
    static let distribution = WordList(bit: 1 << 23)
    static let distributionHeads = WordList(bit: 1 << 24)
    /// What a type word begins with.
    static let types = WordList(bit: 1 << 25)
    /// What a by-name or a word for the country begins with.
    static let byNames = WordList(bit: 1 << 26)

    /// What a mention can begin with, but for names.
    static let beginnings = WordList(bit: types.bit | byNames.bit | ministry.bit | circle.bit)

    private static let members: [(WordList, String)] = [
        (
            classMarkers,
            """
            các cấp mỗi những nhiều số mấy từng liên một hai ba bốn năm sáu bảy tám chín mười đơn vị tác loại \
            mọi vài bí khối chức làng đô tính đại
            """
        ),
        (compoundTails, "hội viên giao thuyết tắc khu đội lỵ lị"),
        (committeeTails, "ủy uỷ đoàn"),
        (
            functionWords,
            """
            tại ở từ của và theo đến với trong riêng sau qua hiện nay để khi tuy vì như là cho về vào do bởi \
            ngoài còn nhất trước song nhưng tính đối năm ngày tháng hôm bên cạnh báo đài ubnd hđnd mttq sở toàn \
            cả mà thì nếu giữa gồm lãnh đạo người dân thuế tới bằng trên dưới quê phó chủ tịch đất đoàn
            """
        ),
        (
            bodies,
            """
            ubnd hđnd sở phòng ban chi cục văn ủy uỷ công hội đoàn đảng bộ trung tâm viện trường bưu điện cảng \
            toà tòa kho bạc thanh tra mttq
            """
        ),
        (locators, "ở tại của thuộc bàn"),
        (whole, "toàn cả"),
        (isWord, "là"),
        (ranking, "thứ hạng tốp top nhóm"),
        (among, "trong"),
        (country, "63 34"),
        (circle, "của cả"),
        (province, "tỉnh"),
        (averages, "quân bình mức"),
        (common, "chung"),
        (ministry, "bộ"),
        (asides, "sau vào hơn nghị kém đầu nhất cuối về xuống"),
        (with, "với từ cùng của"),
        (compared, "so nhập nhất bằng"),
        (modifiers, "biên giới vùng cao điểm đảo miền núi ven biển sâu xa cù lao trẻ nghèo mới"),
        (joiners, "và với cùng các"),
        (and, "và với cùng"),
        (belongs, "thuộc của"),
        (distribution, "lượt ứng"),
        (distributionHeads, "lần tương"),
    ]

    /// A first look at whether a word is one of `beginnings`; right in the negative.
    static let mayBegin: WordFilter = {
        var filter = WordFilter()
        for hash in table.hashes(of: beginnings.bit) { filter.insert(hash) }
        return filter
    }()

    /// The classes of each word, by the hash of the word.
    static let table: WordClasses = {
        var pairs = members.flatMap { list, text in PlaceText.words(of: text).map { ($0.hash, list.bit) } }
        pairs += TypeWords.firstWords.map { ($0, types.bit) }
        pairs += Nicknames.firstWords.map { ($0, byNames.bit) }
        return WordClasses(pairs)
    }()
}

/// Which classes a word is in: a table of open addresses over hashes of words.
struct WordClasses: Sendable {
    private var entries: [(hash: UInt64, bits: UInt64)]
    private var filter = WordFilter()

    init(_ pairs: [(hash: UInt64, bit: UInt64)]) {
        var size = 8
        while size < pairs.count * 4 { size *= 2 }
        entries = Array(repeating: (0, 0), count: size)
        for (hash, bit) in pairs {
            filter.insert(hash)
            entries[place(of: hash)] = (hash, self[hash] | bit)
        }
    }

    @inline(__always)
    private func place(of hash: UInt64) -> Int {
        let mask = entries.count - 1
        var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while entries[place].hash != hash, entries[place].hash != 0 { place = (place + 1) & mask }
        return place
    }

    /// The words that are in one of some classes.
    func hashes(of bits: UInt64) -> [UInt64] { entries.filter { $0.bits & bits != 0 }.map(\.hash) }

    /// The bits of all classes of a word; none for a word of no class.
    @inline(__always)
    subscript(hash: UInt64) -> UInt64 { filter.mayContain(hash) ? entries[place(of: hash)].bits : 0 }
}
