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
}
