import Model

/// Every unit in every state, as read from `units.csv`, in order of level, code and first day.
struct UnitTable: Sendable {
    struct Row {
        let key: UnitKey
        let type: UnitType
        let parent: UnitKey?
        /// First day, and the day after the last, in days since 1970.
        let from: Int32
        let to: Int32
        /// The full name in `bytes`, and where the name without type begins.
        let name: Range<Int>
        let short: Int

        func isValid(on day: Int32) -> Bool { from <= day && day < to }
    }

    static let header = "code,level,type,name,parent,valid_from,valid_to,source"
    /// 1 July 2025, in days since 1970: from then on there are no districts, and codes name other units.
    static let reform: Int32 = 20_270

    let bytes: [UInt8]
    private(set) var rows: [Row] = []

    init(_ bytes: [UInt8]) throws(GazetteerError) {
        var reader = try TableReader(file: "units.csv", bytes: bytes, header: UnitTable.header)
        self.bytes = bytes
        rows.reserveCapacity(bytes.count / 60)
        let types = UnitType.allCases.map { ($0, Array($0.rawValue.utf8)) }
        var fields: [Range<Int>] = []
        while try reader.next(into: &fields, count: 8) {
            let row = try UnitTable.row(fields, reader: reader, types: types)
            if let last = rows.last, last.key > row.key || (last.key == row.key && last.to > row.from) {
                throw reader.failure("is out of order or overlaps the line before")
            }
            rows.append(row)
        }
        if rows.isEmpty { throw reader.failure("no units follow") }
    }

    private static func row(
        _ fields: [Range<Int>], reader: TableReader, types: [(UnitType, [UInt8])]
    ) throws(GazetteerError) -> Row {
        let bytes = reader.bytes
        let key = try reader.key(fields[0])
        guard let type = types.first(where: { $0.1.elementsEqual(bytes[fields[2]]) }), type.0.exists(on: key.level)
        else { throw reader.failure("has a type that its level does not have") }
        // The type word of a name is capitalised and as long as the type; a space follows.
        let short = fields[3].lowerBound + type.1.count + 1
        guard short < fields[3].upperBound, bytes[short - 1] == 0x20 else {
            throw reader.failure("has a name that does not begin with its type")
        }
        let parent = fields[4].isEmpty ? nil : try reader.key(fields[4])
        return Row(
            key: key, type: type.0, parent: parent, from: try reader.day(fields[5]) ?? Int32.min,
            to: try reader.day(fields[6]) ?? Int32.max, name: fields[3], short: short)
    }

    /// The rows of a key, in order of time.
    func indices(of key: UnitKey) -> Range<Int> {
        let first = firstIndex { $0.key >= key }
        var end = first
        while end < rows.count, rows[end].key == key { end += 1 }
        return first..<end
    }

    /// The row of a key that is valid on a day.
    func index(of key: UnitKey, on day: Int32) -> Int? { indices(of: key).first { rows[$0].isValid(on: day) } }

    func unit(_ index: Int) -> AdministrativeUnit {
        let row = rows[index]
        return AdministrativeUnit(
            id: row.key.id, level: row.key.level, type: row.type,
            name: String(decoding: bytes[row.name], as: UTF8.self),
            shortName: String(decoding: bytes[row.short..<row.name.upperBound], as: UTF8.self),
            parent: row.parent?.id, validFrom: row.from == Int32.min ? nil : CivilDate(dayNumber: Int(row.from)),
            validTo: row.to == Int32.max ? nil : CivilDate(dayNumber: Int(row.to)))
    }

    private func firstIndex(where predicate: (Row) -> Bool) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if predicate(rows[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
