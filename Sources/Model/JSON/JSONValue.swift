/// A JSON text (RFC 8259) as a value: what comes from other people's files, feeds and portals.
public indirect enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    /// The digits as written: no number loses anything until somebody asks for an integer.
    case number(String)
    case text(String)
    case list([JSONValue])
    /// Members in the order of the text.
    case object([JSONMember])

    /// Reads a whole text; white space around it is allowed, anything else is not.
    public init(parsing bytes: some Sequence<UInt8>) throws(JSONError) {
        var reader = JSONReader(ContiguousArray(bytes))
        self = try reader.document()
    }

    /// The member of an object; of several with one name the last, as in other readers. Nil for all else.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    /// The text of a text.
    public var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    /// A whole number that fits.
    public var integer: Int? {
        if case .number(let digits) = self { return Int(digits) }
        return nil
    }

    /// The elements of a list.
    public var elements: [JSONValue]? {
        if case .list(let elements) = self { return elements }
        return nil
    }

    /// The members of an object.
    public var members: [JSONMember]? {
        if case .object(let members) = self { return members }
        return nil
    }
}

/// A name and a value of a JSON object.
public struct JSONMember: Hashable, Sendable {
    public let name: String
    public let value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
        self.name = name
        self.value = value
    }
}

/// Why a text is not JSON.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Bytes before the place.
    public let offset: Int
    public let message: String

    public var description: String { "byte \(offset): \(message)" }
}
