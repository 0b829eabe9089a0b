import Model

/// Reads the plain CSV that `derive.py` writes: no quotes, line feeds, a fixed header.
struct TableReader {
    let file: String
    let bytes: [UInt8]
    private(set) var line = 1
    private var position = 0

    init(file: String, bytes: [UInt8], header: String) throws(GazetteerError) {
        self.file = file
        self.bytes = bytes
        let expected = Array(header.utf8)
        guard bytes.starts(with: expected + [0x0A]) else {
            throw GazetteerError(
                file: file, line: 1, message: "the header is not `\(header)`; \(GazetteerError.remedy)")
        }
        position = expected.count + 1
    }

    /// The fields of the next line, as ranges of `bytes`; false at the end.
    mutating func next(into fields: inout [Range<Int>], count: Int) throws(GazetteerError) -> Bool {
        guard position < bytes.count else { return false }
        line += 1
        fields.removeAll(keepingCapacity: true)
        var start = position
        while position < bytes.count, bytes[position] != 0x0A {
            if bytes[position] == 0x2C {
                fields.append(start..<position)
                start = position + 1
            }
            position += 1
        }
        fields.append(start..<position)
        position += 1
        guard fields.count == count else { throw failure("has \(fields.count) fields instead of \(count)") }
        return true
    }

    /// An error at the line read last.
    func failure(_ what: String) -> GazetteerError {
        GazetteerError(file: file, line: line, message: "\(what); \(GazetteerError.remedy)")
    }

    /// Days since 1970 of `2025-07-01`; nil for an empty field.
    func day(_ field: Range<Int>) throws(GazetteerError) -> Int32? {
        if field.isEmpty { return nil }
        guard field.count == 10, bytes[field.lowerBound + 4] == 0x2D, bytes[field.lowerBound + 7] == 0x2D,
            let year = number(field.lowerBound, 4), let month = number(field.lowerBound + 5, 2),
            let day = number(field.lowerBound + 8, 2),
            let date = CivilDate(year: year, month: month, day: day)
        else { throw failure("has a date that is not written as 2025-07-01") }
        return Int32(date.dayNumber)
    }

    private func number(_ start: Int, _ count: Int) -> Int? {
        var value = 0
        for byte in bytes[start..<start + count] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    func key(_ field: Range<Int>) throws(GazetteerError) -> UnitKey {
        guard let key = UnitKey(code: bytes[field]) else {
            throw failure("has a code that is not of two, three or five digits")
        }
        return key
    }
}
