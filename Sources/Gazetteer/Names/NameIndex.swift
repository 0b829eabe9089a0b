import VietnameseText

/// Finds the rows of a unit table by folded short name.
struct NameIndex: Sendable {
    /// The first row of each bucket and, for each row, the next one of its bucket; -1 ends a chain.
    private var heads: [Int32]
    private var next: [Int32]
    private var hashes: [UInt64]
    /// The rows of names that are not official: abbreviations and other spellings.
    private let aliases: [UInt64: [Int]]
    private var mayBeAlias = WordFilter()
    /// The longest name, in words.
    let maximumWords: Int

    init(_ table: UnitTable) {
        var size = 1_024
        while size < table.rows.count * 2 { size *= 2 }
        heads = [Int32](repeating: -1, count: size)
        next = [Int32](repeating: -1, count: table.rows.count)
        hashes = [UInt64](repeating: 0, count: table.rows.count)
        var longest = 0
        for index in table.rows.indices.reversed() {
            let row = table.rows[index]
            let words = PlaceText.words(
                of: String(decoding: table.bytes[row.short..<row.name.upperBound], as: UTF8.self))
            let hash = NameIndex.hash(words[...])
            longest = max(longest, words.count)
            hashes[index] = hash
            let bucket = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (size - 1)
            next[index] = heads[bucket]
            heads[bucket] = Int32(index)
        }
        maximumWords = longest
        aliases = NameIndex.aliases(table)
        for hash in aliases.keys { mayBeAlias.insert(hash) }
    }

    /// The rows of a name for which a condition holds, in order of level, code and time.
    func rows(_ hash: UInt64, where fits: (Int) -> Bool = { _ in true }) -> [Int] {
        var result: [Int] = []
        var index = heads[Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (heads.count - 1)]
        while index >= 0 {
            if hashes[Int(index)] == hash, fits(Int(index)) { result.append(Int(index)) }
            index = next[Int(index)]
        }
        if mayBeAlias.mayContain(hash), let others = aliases[hash] { result += others.filter(fits) }
        return result
    }

    /// Whether two rows carry the same name.
    func sameName(_ one: Int, _ two: Int) -> Bool { hashes[one] == hashes[two] }

    static func hash(_ words: ArraySlice<PlaceWord>) -> UInt64 {
        var hash = NameHash()
        for word in words { hash.add(word) }
        return hash.value
    }

    static func hash(_ text: String) -> UInt64 { hash(PlaceText.words(of: text)[...]) }

    /// Abbreviations and spellings of provinces that newspapers use, by the statistical code (July 2025's and older).
    private static let otherNames: [(String, String)] = [
        ("HCM", "79"), ("TPHCM", "79"), ("Sài Gòn", "79"), ("BR-VT", "77"), ("BRVT", "77"), ("TT-Huế", "46"),
        ("TT Huế", "46"),
        ("Huế", "46"), ("Đắc Lắc", "66"), ("Đắk Lắc", "66"), ("Đăk Lăk", "66"), ("Đắc Nông", "67"),
        ("Đăk Nông", "67"), ("Kontum", "62"), ("Bắc Cạn", "06"),
    ]

    private static func aliases(_ table: UnitTable) -> [UInt64: [Int]] {
        var result: [UInt64: [Int]] = [:]
        for (name, code) in otherNames {
            guard let key = UnitKey(code: Array(code.utf8)[...]) else { continue }
            let own = hash(name)
            let rows = table.indices(of: key).filter { index in
                let row = table.rows[index]
                return hash(String(decoding: table.bytes[row.short..<row.name.upperBound], as: UTF8.self)) != own
            }
            result[own, default: []] += rows
        }
        return result
    }
}
