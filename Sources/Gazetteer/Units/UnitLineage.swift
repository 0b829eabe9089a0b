import Model

/// What a unit came from and what it passed into.
public struct UnitLineage: Sendable {
    /// Every unit, or state of the unit, that passed into this one, wholly or in part, the latest first.
    public let before: [AdministrativeUnit]
    /// Every unit, or state, that this one passed into, in order of time.
    public let after: [AdministrativeUnit]
    /// The units of today where it lies: itself while it is valid. Of a district, which had no successor, those that its
    /// communes passed into.
    public let today: [AdministrativeUnit]
}

extension Gazetteer {
    /// The history of a unit in one of its states, in both directions.
    public func lineage(of unit: AdministrativeUnit) -> UnitLineage {
        let after = chain(from: [unit], successors)
        let before = chain(from: [unit], predecessors)
        var today = ([unit] + after).filter { $0.validTo == nil }
        if today.isEmpty, let last = unit.validTo?.adding(days: -1) {
            let parts = children(of: unit.id, on: last)
            today = chain(from: parts, successors).filter { $0.validTo == nil }
        }
        return UnitLineage(before: before, after: after, today: today)
    }

    /// What one step leads to, and the next from there; each state once, the nearest first.
    private func chain(
        from start: [AdministrativeUnit], _ step: (AdministrativeUnit) -> [AdministrativeUnit]
    ) -> [AdministrativeUnit] {
        var seen = Set(start)
        var found: [AdministrativeUnit] = []
        var edge = start
        while !edge.isEmpty {
            edge = edge.flatMap(step).filter { seen.insert($0).inserted }
            found += edge
        }
        return found
    }
}
