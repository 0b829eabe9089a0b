/// How a host is treated.
public struct HostPolicy: Hashable, Sendable {
    /// From the end of one exchange with a host to the start of the next.
    public var delay: Duration
    /// Exchanges at once with one host.
    public var concurrency: Int

    public init(delay: Duration = .seconds(1), concurrency: Int = 1) {
        self.delay = delay
        self.concurrency = max(1, concurrency)
    }
}
