/// An absolute http or https address in normal form: two spellings of one address are equal.
public struct WebAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The address in full, without fragment.
    public let text: String

    public init?(_ text: String) { self.text = text }
    public var description: String { text }
    public static func < (left: WebAddress, right: WebAddress) -> Bool { left.text < right.text }
}
