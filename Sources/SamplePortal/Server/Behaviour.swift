/// How the portal behaves towards its clients.
public struct Behaviour: Hashable, Sendable {
    /// How long the slow article takes to answer.
    public var slowness: Duration
    /// Whether one article answers 500 the first time.
    public var failures: Bool
    /// How many made-up articles there are besides the written ones, listed in a sitemap of their own (`/sitemaps/sinh.xml`).
    public var generatedPages: Int

    public init(slowness: Duration = .milliseconds(1_500), failures: Bool = true, generatedPages: Int = 0) {
        self.slowness = slowness
        self.failures = failures
        self.generatedPages = generatedPages
    }

    /// A slow article and one that fails at first, as in the demo.
    public static let standard = Behaviour()
    /// No delays and no failures, for tests that want to be quick.
    public static let smooth = Behaviour(slowness: .zero, failures: false)
}
