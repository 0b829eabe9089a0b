import Model

/// What kind of unit, as its name says.
public enum UnitType: String, Sendable, CaseIterable {
    case province = "tỉnh"
    /// A city under the central government, or one under a province: the level tells which.
    case city = "thành phố"
    case ruralDistrict = "huyện"
    case urbanDistrict = "quận"
    case town = "thị xã"
    case commune = "xã"
    case ward = "phường"
    case township = "thị trấn"
    case specialZone = "đặc khu"

    /// Whether units of this type exist on a level.
    public func exists(on level: AdministrativeLevel) -> Bool {
        switch self {
        case .province: level == .province
        case .city: level != .commune
        case .ruralDistrict, .urbanDistrict, .town: level == .district
        case .commune, .ward, .township, .specialZone: level == .commune
        }
    }
}
