import Model

/// Which unit passed into which, and when, as read from `successors.csv`.
struct SuccessorTable: Sendable {
    struct Pair {
        let day: Int32
        let old: UnitKey
        let new: UnitKey
        let isDefault: Bool
    }

    static let header = "on,level,old,new,default"
    private var pairs: [Pair] = []

    init(_ bytes: [UInt8]) throws(GazetteerError) {
        var reader = try TableReader(file: "successors.csv", bytes: bytes, header: SuccessorTable.header)
        pairs.reserveCapacity(bytes.count / 32)
        var fields: [Range<Int>] = []
        while try reader.next(into: &fields, count: 5) {
            guard let day = try reader.day(fields[0]) else { throw reader.failure("has no date") }
            let pair = Pair(
                day: day, old: try reader.key(fields[2]), new: try reader.key(fields[3]),
                isDefault: bytes[fields[4]].elementsEqual([0x31]))
            if let last = pairs.last, (last.day, last.old) > (pair.day, pair.old) {
                throw reader.failure("is out of order")
            }
            pairs.append(pair)
        }
    }

    /// What a unit passed into on a day, the one that took most of it first.
    func heirs(of key: UnitKey, on day: Int32) -> ArraySlice<Pair> {
        var low = 0
        var high = pairs.count
        while low < high {
            let middle = (low + high) / 2
            if (pairs[middle].day, pairs[middle].old) < (day, key) { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < pairs.count, pairs[end].day == day, pairs[end].old == key { end += 1 }
        return pairs[low..<end]
    }

    /// What passed into a unit on a day, wholly or in part.
    func forebears(of key: UnitKey, on day: Int32) -> [UnitKey] {
        pairs.filter { $0.new == key && $0.day == day }.map(\.old)
    }
}
