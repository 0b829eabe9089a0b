import Configuration
import Datasets
import Gazetteer
import Model

/// Looks an administrative unit up by name, with its history: `chiso units`.
public struct UnitsJob: Sendable {
    private let surroundings: Surroundings
    private let name: String
    private let date: CivilDate
    private let parent: String?

    /// - Parameter parent: a unit that must lie above: its id, or its name on the day.
    public init(surroundings: Surroundings, name: String, on date: CivilDate, within parent: String?) {
        self.surroundings = surroundings
        self.name = name
        self.date = date
        self.parent = parent
    }

    public func run() throws -> UnitsReport {
        let gazetteer = try surroundings.configuration().loadGazetteer()
        let parents = try parent.map { try ids(of: $0, in: gazetteer) }
        func isWithin(_ unit: AdministrativeUnit, _ day: CivilDate) -> Bool {
            guard let parents else { return true }
            var above = gazetteer.parent(of: unit, on: day)
            while let here = above {
                if parents.contains(here.id) { return true }
                above = gazetteer.parent(of: here, on: day)
            }
            return false
        }
        let found = gazetteer.units(named: name, on: date).filter { isWithin($0, date) }
        let others =
            parent == nil || found.isEmpty ? gazetteer.states(named: name).filter { !$0.isValid(on: date) } : []
        return UnitsReport(
            name: name, date: date, found: found.map { UnitsReport.Entry($0, in: gazetteer, on: date) },
            others: others.map { UnitsReport.Entry($0, in: gazetteer, on: $0.validTo?.adding(days: -1) ?? date) })
    }

    private func ids(of parent: String, in gazetteer: Gazetteer) throws -> Set<PlaceID> {
        if gazetteer.unit(id: PlaceID(parent), on: date) != nil { return [PlaceID(parent)] }
        let named = gazetteer.units(named: parent, on: date)
        if named.isEmpty {
            throw CommandFailure(
                message: """
                    there is no unit \"\(parent)\" on \(date); give the name or the id of a unit of that day, or \
                    another day with --on
                    """, exitCode: 64)
        }
        return Set(named.map(\.id))
    }
}
