import Model

extension JSONWriter {
    /// A value as it was read; a number keeps its digits.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .flag(let flag): self.value(flag)
        case .number(let digits): self.value(verbatim: digits)
        case .text(let text): self.value(text)
        case .list(let elements): array { array in elements.forEach { array.value($0) } }
        case .object(let members):
            object { object in
                for member in members {
                    object.key(member.name)
                    object.value(member.value)
                }
            }
        }
    }
}
