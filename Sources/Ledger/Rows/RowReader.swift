import FoundationEssentials
import GRDB
import Model

/// Reads the columns of one result row from left to right as typed values.
///
/// What the ledger wrote it can read; a value of another form means that the file was changed by other hands, and is
/// an error that names the column.
struct RowReader {
    private let row: Row
    private var index: Int

    init(_ row: Row, from index: Int = 0) {
        self.row = row
        self.index = index
    }

    mutating func optionalText() -> String? { row[advance()] }
    mutating func optionalInteger() -> Int? { row[advance()] }
    /// Passes over a column that says again what another one says.
    mutating func skip() { index += 1 }
    mutating func text() throws(LedgerError) -> String { try required { $0.optionalText() } }
    mutating func integer() throws(LedgerError) -> Int { try required { $0.optionalInteger() } }
    mutating func flag() throws(LedgerError) -> Bool { try integer() != 0 }

    mutating func identifier<Name: Identifier>() throws(LedgerError) -> Name { Name(try text()) }
    mutating func optionalIdentifier<Name: Identifier>() -> Name? { optionalText().map { Name($0) } }

    mutating func address() throws(LedgerError) -> WebAddress {
        try required { reader throws(LedgerError) in
            try reader.parsed { WebAddress($0) }
        }
    }

    /// Address and time, from two columns.
    mutating func optionalResponse() throws(LedgerError) -> EarlierResponse? {
        let address = try parsed { WebAddress($0) }
        let fetched = optionalTime()
        guard let address, let fetched else { return nil }
        return EarlierResponse(address: address, fetched: fetched)
    }

    mutating func term<Term: RawRepresentable<String>>() throws(LedgerError) -> Term {
        try required { reader throws(LedgerError) in try reader.optionalTerm() }
    }

    mutating func optionalTerm<Term: RawRepresentable<String>>() throws(LedgerError) -> Term? {
        try parsed { Term(rawValue: $0) }
    }

    mutating func decimal() throws(LedgerError) -> Decimal {
        try required { reader throws(LedgerError) in try reader.optionalDecimal() }
    }

    mutating func optionalDecimal() throws(LedgerError) -> Decimal? { try parsed { Decimal(string: $0) } }
    mutating func optionalDate() throws(LedgerError) -> CivilDate? { try parsed { CivilDate(iso: $0) } }

    /// Lines of a list.
    mutating func lines() throws(LedgerError) -> [String] {
        try text().split(separator: "\n").map(String.init)
    }

    /// Seconds and offset, from two columns.
    mutating func optionalLocalTime() -> Timestamp? {
        let seconds = optionalInteger()
        let offset = optionalInteger()
        return seconds.map { Timestamp(seconds: Int64($0), offsetMinutes: offset ?? 0) }
    }

    /// Seconds and offset, with the text that datasets show in a third column.
    mutating func optionalWrittenTime() -> Timestamp? {
        defer { skip() }
        return optionalLocalTime()
    }

    mutating func time() throws(LedgerError) -> Timestamp { Timestamp(seconds: Int64(try integer())) }
    mutating func optionalTime() -> Timestamp? { optionalInteger().map { Timestamp(seconds: Int64($0)) } }

    private mutating func advance() -> Int {
        defer { index += 1 }
        return index
    }

    private mutating func parsed<Value>(_ parse: (String) -> Value?) throws(LedgerError) -> Value? {
        guard let text = optionalText() else { return nil }
        guard let value = parse(text) else { throw unreadable("'\(text.prefix(60))'") }
        return value
    }

    private mutating func required<Value>(
        _ read: (inout RowReader) throws(LedgerError) -> Value?
    ) throws(LedgerError) -> Value {
        guard let value = try read(&self) else { throw unreadable("nothing") }
        return value
    }

    private func unreadable(_ found: String) -> LedgerError {
        let column = Array(row.columnNames)[max(0, index - 1)]
        return LedgerError(.corrupt, "a row holds \(found) in the column \(column), which chiso did not write")
    }
}
