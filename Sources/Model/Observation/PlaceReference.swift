/// The levels of administration, from the top.
public enum AdministrativeLevel: String, Sendable, CaseIterable {
    case province, district, commune
}

/// The administrative unit that a number is about, as valid on the day that the number speaks of.
public struct PlaceReference: Hashable, Sendable {
    public let id: PlaceID
    public let level: AdministrativeLevel
    /// The full name with its type, `Huyện Tam Dương`.
    public let name: String
    /// The province above, or the unit itself.
    public let provinceID: PlaceID
    public let provinceName: String
    /// Today's unit, where the former one passed into exactly one.
    public let idNow: PlaceID?

    public init(
        id: PlaceID, level: AdministrativeLevel, name: String, provinceID: PlaceID, provinceName: String,
        idNow: PlaceID?
    ) {
        self.id = id
        self.level = level
        self.name = name
        self.provinceID = provinceID
        self.provinceName = provinceName
        self.idNow = idNow
    }
}
