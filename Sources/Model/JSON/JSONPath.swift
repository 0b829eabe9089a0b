/// A way into a JSON value: names of members and places in lists, parted by dots, such as `data.items.0.url`.
public struct JSONPath: Sendable, Hashable, CustomStringConvertible {
    private let steps: [String]
    public let description: String

    /// Nil for an empty path or an empty step.
    public init?(_ text: String) {
        steps = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !text.isEmpty, !steps.contains("") else { return nil }
        description = text
    }

    /// What stands at the end of the way; nil where it ends early.
    public func value(in value: JSONValue) -> JSONValue? {
        steps.reduce(value as JSONValue?) { value, step in
            guard let value else { return nil }
            if let elements = value.elements, let place = Int(step) {
                return elements.indices.contains(place) ? elements[place] : nil
            }
            return value[step]
        }
    }
}
