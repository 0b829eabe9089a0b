/// A piece of text that names one thing and is never mixed up with the name of another kind of thing.
public protocol Identifier: RawRepresentable<String>, Hashable, Comparable, Sendable, CustomStringConvertible {
    init(rawValue: String)
}

extension Identifier {
    /// The identifier with this text.
    public init(_ rawValue: String) { self.init(rawValue: rawValue) }
    /// The text itself.
    public var description: String { rawValue }
    /// By text, byte after byte.
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

/// A source as named in `Config/sources/<id>.yml`, for example `baophutho`.
public struct SourceID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One version of one article: `A` and 20 hexadecimal digits, made from its address and its text.
public struct ArticleID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// The dotted code of an indicator in the catalogue, for example `dossiers.early_rate`.
public struct IndicatorCode: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// An administrative unit, prefixed by its level so that no spreadsheet eats its zeros: `P26`, `D247`, `C08869`.
///
/// A code alone is not an identity over time: units are keyed by code and date.
public struct PlaceID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The bare statistical code with its zeros, `08869`.
    public var code: String { String(rawValue.dropFirst()) }
}
