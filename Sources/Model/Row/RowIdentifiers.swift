/// One number of one article version.
public struct ObservationID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One fact, told by one article or by several: indicator, place, period, kind.
public struct FactID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}
