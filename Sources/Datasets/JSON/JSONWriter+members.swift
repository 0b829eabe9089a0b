import FoundationEssentials
import Model

/// Name and value in one call; what is nil is written as null, so that every object of a kind has the same members.
extension JSONWriter {
    public mutating func member(_ name: String, _ text: String?) {
        key(name)
        if let text { value(text) } else { null() }
    }

    public mutating func member(_ name: String, _ number: Int?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    public mutating func member(_ name: String, _ number: Decimal?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    public mutating func member(_ name: String, _ flag: Bool?) {
        key(name)
        if let flag { value(flag) } else { null() }
    }

    public mutating func member(_ name: String, _ texts: [String]) {
        array(name) { array in texts.forEach { array.value($0) } }
    }

    /// A member that is an object.
    public mutating func object<Failure: Error>(
        _ name: String, _ members: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        key(name)
        try object(members)
    }

    /// A member that is an array.
    public mutating func array<Failure: Error>(
        _ name: String, _ elements: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        key(name)
        try array(elements)
    }
}
