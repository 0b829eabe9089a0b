/// One request that a client made.
public struct RequestLogEntry: Hashable, Sendable {
    /// Path and query as asked for.
    public let path: String
    /// When the request arrived.
    public let time: ContinuousClock.Instant
    /// The status that it was answered with.
    public let status: Int
    public let userAgent: String?
    /// Whether it asked for the page only if it had changed (`If-None-Match`, `If-Modified-Since`).
    public let isConditional: Bool
}
