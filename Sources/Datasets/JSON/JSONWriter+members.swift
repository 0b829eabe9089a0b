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

    /// A cell of a dataset: days and times as ISO 8601 text, lists as arrays, an empty cell as null.
    public mutating func value(_ cell: Cell) {
        switch cell {
        case .empty: null()
        case .text(let text): value(text)
        case .integer(let number): value(number)
        case .decimal(let number): value(number)
        case .date(let date): value(date.description)
        case .timestamp(let time): value(time.description)
        case .list(let texts): array { array in texts.forEach { array.value($0) } }
        }
    }

    /// A row as an object, its members named as the columns.
    public mutating func row<Row>(_ row: Row, columns: [Column<Row>]) {
        object { object in
            for column in columns {
                object.key(column.name)
                object.value(column.cell(row))
            }
        }
    }
}
