import FoundationEssentials
import Model

/// Bytes on their way to a file, with the plain forms that CSV and JSON share.
struct ByteBuffer {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
    mutating func append(_ byte: UInt8) { bytes.append(byte) }
    mutating func append(_ slice: some Sequence<UInt8>) { bytes.append(contentsOf: slice) }
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// The text's UTF-8 as it is.
    mutating func append(verbatim text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func append(integer number: Int) {
        if (0..<10).contains(number) {
            bytes.append(UInt8(ascii: "0") + UInt8(number))
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }

    /// All digits, no exponent, a point before the fraction: `1234.5`. What is not a number is written as nothing.
    mutating func append(decimal value: Decimal) {
        guard value.isFinite else { return }
        bytes.append(contentsOf: value.description.utf8)
    }

    /// ISO 8601, `2024-05-16`.
    mutating func append(_ date: CivilDate) {
        append(date.year, digits: 4)
        append(UInt8(ascii: "-"))
        append(date.month, digits: 2)
        append(UInt8(ascii: "-"))
        append(date.day, digits: 2)
    }

    /// ISO 8601 with offset, `2024-05-16T15:31:00+07:00`.
    mutating func append(_ time: Timestamp) { bytes.append(contentsOf: time.description.utf8) }

    private mutating func append(_ number: Int, digits: Int) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
