/// Why a feed, sitemap or listing could not be read.
public struct DiscoveryError: Error, Hashable, Sendable, CustomStringConvertible {
    public let message: String

    public init(_ message: String) { self.message = message }

    public var description: String { message }
}
