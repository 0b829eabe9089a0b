import Model

/// One administrative unit in one state: name, type and parent as they were from `validFrom` until `validTo`.
public struct AdministrativeUnit: Hashable, Sendable {
    /// Level and statistical code, `D247`. The same id may name another unit at another time.
    public let id: PlaceID
    public let level: AdministrativeLevel
    public let type: UnitType
    /// The full name with its type, `Huyện Tam Dương`.
    public let name: String
    /// The name without its type, `Tam Dương`.
    public let shortName: String
    /// The unit above; nil for provinces.
    public let parent: PlaceID?
    /// The first day; nil where it is not known.
    public let validFrom: CivilDate?
    /// The day after the last one; nil while the unit is valid.
    public let validTo: CivilDate?

    /// The statistical code with its zeros, `247`.
    public var code: String { id.code }

    /// Whether the unit is in this state on a day.
    public func isValid(on date: CivilDate) -> Bool {
        (validFrom.map { $0 <= date } ?? true) && (validTo.map { date < $0 } ?? true)
    }
}
