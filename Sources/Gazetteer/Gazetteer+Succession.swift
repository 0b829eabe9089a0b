import Model

extension Gazetteer {
    /// A unit as an observation names it: full name, province, and today's unit where it passed into exactly one.
    ///
    /// - Parameter date: the day that the number speaks of; it settles under which province the unit lies.
    public func reference(for unit: AdministrativeUnit, on date: CivilDate) -> PlaceReference {
        guard let index = index(of: unit) else {
            return PlaceReference(
                id: unit.id, level: unit.level, name: unit.name, provinceID: unit.parent ?? unit.id,
                provinceName: unit.name, idNow: nil)
        }
        let province = table.unit(provinceIndex(of: index, on: Int32(date.dayNumber)))
        return PlaceReference(
            id: unit.id, level: unit.level, name: unit.name, provinceID: province.id, provinceName: province.name,
            idNow: today(index))
    }

    /// What a unit passed into when it ended, the one that took most of it first; empty while it is valid, and for
    /// districts, which had no successor.
    public func successors(of unit: AdministrativeUnit) -> [AdministrativeUnit] {
        guard let key = UnitKey(unit.id), let end = unit.validTo else { return [] }
        let day = Int32(end.dayNumber)
        return successors.heirs(of: key, on: day).compactMap { table.index(of: $0.new, on: day) }.map(table.unit)
    }

    /// What passed into a unit, wholly or in part, when it began.
    public func predecessors(of unit: AdministrativeUnit) -> [AdministrativeUnit] {
        guard let key = UnitKey(unit.id), let start = unit.validFrom else { return [] }
        let day = Int32(start.dayNumber)
        return successors.forebears(of: key, on: day).compactMap { table.index(of: $0, on: day - 1) }.map(table.unit)
    }

    /// The id of the valid unit that a row passed into, step after step; nil where it was split or has none.
    private func today(_ start: Int) -> PlaceID? {
        var index = start
        for _ in 0..<16 {
            let row = table.rows[index]
            if row.to == Int32.max { return row.key.id }
            let heirs = successors.heirs(of: row.key, on: row.to)
            guard heirs.count == 1, let heir = heirs.first, let next = table.index(of: heir.new, on: row.to)
            else { return nil }
            index = next
        }
        return nil
    }
}
