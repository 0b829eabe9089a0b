import Model

/// A point in time as a page or a feed wrote it.
public struct ParsedTimestamp: Hashable, Sendable {
    public let timestamp: Timestamp
    /// False for a bare day; the timestamp is then its midnight.
    public let hasTime: Bool
    /// The text names its zone; otherwise the default was taken.
    public let hasZone: Bool
    /// Hundredths of the second, which the timestamp leaves out; 0 where the text has none, or finer parts.
    public let hundredths: Int
    /// Written as Vietnamese pages do, the day first or in Vietnamese words.
    public let isVietnamese: Bool

    public init(
        timestamp: Timestamp, hasTime: Bool, hasZone: Bool, hundredths: Int = 0, isVietnamese: Bool = false
    ) {
        self.timestamp = timestamp
        self.hasTime = hasTime
        self.hasZone = hasZone
        self.hundredths = hundredths
        self.isVietnamese = isVietnamese
    }
}

/// A date that was found inside a longer text.
public struct FoundTimestamp: Hashable, Sendable {
    /// UTF-8 offsets of the date and, where it has one, its time.
    public let range: Range<Int>
    public let timestamp: Timestamp
    public let hasTime: Bool
}
