import Model
import VietnameseText

/// Vietnam's administrative units, each as it was valid on a day.
///
/// Knows every province, district (to 30 June 2025) and commune that `Config/gazetteer/units.csv` lists. Before 2025
/// the communes are those of June 2025 but for the changes in `hand.csv`. Pure: it reads the bytes given to it, once.
public final class Gazetteer: Sendable {
    let table: UnitTable
    let successors: SuccessorTable
    let names: NameIndex

    /// Reads the contents of `units.csv` and `successors.csv`.
    public init(units: [UInt8], successors: [UInt8]) throws(GazetteerError) {
        table = try UnitTable(units)
        self.successors = try SuccessorTable(successors)
        names = NameIndex(table)
    }

    /// The unit of an id as valid on a day; nil where the id named none.
    public func unit(id: PlaceID, on date: CivilDate) -> AdministrativeUnit? {
        UnitKey(id).flatMap { table.index(of: $0, on: Int32(date.dayNumber)) }.map(table.unit)
    }

    /// Every state of an id, in order of time. Beware: after July 2025 an id may name another unit than before.
    public func history(of id: PlaceID) -> [AdministrativeUnit] {
        UnitKey(id).map { table.indices(of: $0).map(table.unit) } ?? []
    }

    /// Every unit that is valid on a day, in order of level and code.
    public func units(on date: CivilDate, level: AdministrativeLevel? = nil) -> [AdministrativeUnit] {
        let day = Int32(date.dayNumber)
        return table.rows.indices.filter {
            table.rows[$0].isValid(on: day) && (level == nil || table.rows[$0].key.level == level)
        }.map(table.unit)
    }

    /// The units that a name can mean on a day: with or without its type word, abbreviated (`TP.HCM`, `TX. Sơn Tây`),
    /// in any case and tone placement.
    ///
    /// - Parameter parent: a unit that must lie above, at any distance.
    public func units(
        named name: String, on date: CivilDate, level: AdministrativeLevel? = nil, within parent: PlaceID? = nil
    ) -> [AdministrativeUnit] {
        let day = Int32(date.dayNumber)
        let above = parent.flatMap(UnitKey.init)
        if parent != nil && above == nil { return [] }
        return rows(named: name) { index in
            let row = table.rows[index]
            return row.isValid(on: day) && (level == nil || row.key.level == level)
                && (above.map { lies(index, within: $0, on: day) } ?? true)
        }.map(table.unit)
    }

    /// Every unit that ever had a name, each in every state in which it had it, in order of level, code and time.
    public func states(named name: String) -> [AdministrativeUnit] {
        rows(named: name) { _ in true }.map(table.unit)
    }

    private func rows(named name: String, where fits: (Int) -> Bool) -> [Int] {
        let words = PlaceText(TokenText(name)).words
        func matches(_ rest: ArraySlice<PlaceWord>, _ type: UnitType?) -> [Int] {
            rest.isEmpty
                ? []
                : names.rows(NameIndex.hash(rest)) { index in
                    (type == nil || table.rows[index].type == type) && fits(index)
                }
        }
        let whole = matches(words[...], nil)
        guard let (type, count) = TypeWords.read(words, at: 0), count < words.count else { return whole }
        return Set(whole + matches(words[count...], type)).sorted()
    }

    /// The unit above, as valid on a day.
    public func parent(of unit: AdministrativeUnit, on date: CivilDate) -> AdministrativeUnit? {
        unit.parent.flatMap { self.unit(id: $0, on: date) }
    }

    /// The units directly below on a day, in order of code.
    public func children(of id: PlaceID, on date: CivilDate) -> [AdministrativeUnit] {
        guard let key = UnitKey(id) else { return [] }
        let day = Int32(date.dayNumber)
        return table.rows.indices.filter { table.rows[$0].parent == key && table.rows[$0].isValid(on: day) }
            .map(table.unit)
    }

    /// Whether a row is the unit of a key or lies below it on a day.
    func lies(_ index: Int, within key: UnitKey, on day: Int32) -> Bool {
        var current: Int? = index
        var steps = 0
        while let here = current, steps < 3 {
            if table.rows[here].key == key { return true }
            current = table.rows[here].parent.flatMap { parentIndex($0, of: here, on: day) }
            steps += 1
        }
        return false
    }

    /// The parent's row on a day that both have in common; the nearest one where the day is outside the child's time.
    func parentIndex(_ parent: UnitKey, of index: Int, on day: Int32) -> Int? {
        let row = table.rows[index]
        let common = min(max(day, row.from), row.to - 1)
        return table.index(of: parent, on: common) ?? table.indices(of: parent).last { table.rows[$0].from < row.to }
    }

    /// The province above a row, or the row itself.
    func provinceIndex(of index: Int, on day: Int32) -> Int {
        var current = index
        for _ in 0..<3 {
            guard let parent = table.rows[current].parent, let above = parentIndex(parent, of: current, on: day)
            else { break }
            current = above
        }
        return current
    }

    /// The row that a unit value stands for.
    func index(of unit: AdministrativeUnit) -> Int? {
        let from = unit.validFrom.map { Int32($0.dayNumber) } ?? Int32.min
        return UnitKey(unit.id).flatMap { key in table.indices(of: key).first { table.rows[$0].from == from } }
    }
}
