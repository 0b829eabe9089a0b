/// A log-linear model: each feature of a text speaks by so much for or against each part of an answer.
struct LinearModel: Sendable {
    /// What features speak for. An answer may be made of several parts: `dossiers.early_rate` of itself and its words.
    let parts: [String]
    private var rows: [UInt64: Range<Int>] = [:]
    private var entries: [(part: Int, weight: Int)] = []

    init(parts: [String]) { self.parts = parts }

    var isEmpty: Bool { entries.isEmpty }

    /// Adds a line `part:weight part:weight …`; false where it is not one.
    mutating func add(feature: ArraySlice<UInt8>, row: ArraySlice<UInt8>) -> Bool {
        let start = entries.count
        var index = row.startIndex
        while index < row.endIndex {
            guard let part = LinearModel.integer(in: row, at: &index), parts.indices.contains(part),
                index < row.endIndex, row[index] == UInt8(ascii: ":")
            else { return false }
            index += 1
            guard let weight = LinearModel.integer(in: row, at: &index) else { return false }
            entries.append((part, weight))
            if index < row.endIndex {
                guard row[index] == UInt8(ascii: " ") else { return false }
                index += 1
            }
        }
        rows[FeatureName.hash(feature)] = start..<entries.count
        return true
    }

    /// The sum of what all features say, for each part.
    func scores(of features: [UInt64]) -> [Int] {
        var sums = [Int](repeating: 0, count: parts.count)
        for feature in features {
            guard let row = rows[feature] else { continue }
            for entry in entries[row] { sums[entry.part] &+= entry.weight }
        }
        return sums
    }

    /// What one feature says for one part.
    func weight(of feature: UInt64, for part: Int = 0) -> Int {
        guard let row = rows[feature] else { return 0 }
        return entries[row].first { $0.part == part }?.weight ?? 0
    }

    /// A decimal integer of at most nine digits; `index` moves behind it.
    private static func integer(in bytes: ArraySlice<UInt8>, at index: inout Int) -> Int? {
        let negative = index < bytes.endIndex && bytes[index] == UInt8(ascii: "-")
        if negative { index += 1 }
        let start = index
        var value = 0
        while index < bytes.endIndex, (48...57).contains(bytes[index]), index - start < 9 {
            value = value * 10 + Int(bytes[index] - 48)
            index += 1
        }
        return index == start ? nil : (negative ? -value : value)
    }
}

/// The features of one number, as names with their hashes.
struct FeatureList {
    private(set) var hashes: [UInt64] = []
    /// All names one behind the other, and where each ends; kept for training and for explanations.
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [Int] = []

    /// Adds the feature `kind:word_word`.
    mutating func add(_ kind: StaticString, _ words: String...) {
        let start = bytes.count
        kind.withUTF8Buffer { bytes.append(contentsOf: $0) }
        for (index, word) in words.enumerated() {
            bytes.append(index == 0 ? UInt8(ascii: ":") : UInt8(ascii: "_"))
            bytes.append(contentsOf: word.utf8)
        }
        ends.append(bytes.count)
        hashes.append(FeatureName.hash(bytes[start...]))
    }

    /// The names as text.
    var names: [String] {
        var start = 0
        return ends.map { end in
            defer { start = end }
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
    }
}

/// Names of features are looked up by a hash that is the same on every machine.
enum FeatureName {
    /// FNV-1a, 64 bits.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}
