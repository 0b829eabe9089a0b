import Foundation
import Model

/// Tells the time; passed in, so that tests and simulations can tell another one.
public struct WallClock: Sendable {
    public let now: @Sendable () -> Timestamp

    public init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

    /// The machine's clock, in Vietnam's zone.
    public static let system = WallClock {
        Timestamp(seconds: Int64(Date().timeIntervalSince1970), offsetMinutes: Timestamp.vietnamOffset)
    }
}
