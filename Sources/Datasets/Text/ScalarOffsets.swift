/// Turns offsets in the UTF-8 of a text into offsets in its Unicode scalars, the count that Python and JSON readers
/// use, without walking the text each time.
public struct ScalarOffsets: Sendable {
    private let bytes: [UInt8]
    /// Scalars that begin before byte `stride * index`.
    private let marks: [Int]
    private static let stride = 128

    public init(of text: some StringProtocol) { self.init(utf8: Array(text.utf8)) }

    public init(utf8 bytes: [UInt8]) {
        self.bytes = bytes
        var marks: [Int] = []
        var count = 0
        for (index, byte) in bytes.enumerated() {
            if index.isMultiple(of: Self.stride) { marks.append(count) }
            if Self.beginsScalar(byte) { count += 1 }
        }
        if bytes.count.isMultiple(of: Self.stride) { marks.append(count) }
        self.marks = marks
    }

    /// The offset in scalars of an offset in UTF-8: how many scalars begin before that byte. An offset outside the text counts as its nearest end.
    public func scalar(at utf8Offset: Int) -> Int {
        let offset = min(max(0, utf8Offset), bytes.count)
        let mark = offset / Self.stride
        return bytes[(mark * Self.stride)..<offset].reduce(marks[mark]) { $0 + (Self.beginsScalar($1) ? 1 : 0) }
    }

    /// The range in scalars of a range in UTF-8.
    public func range(_ utf8Range: Range<Int>) -> Range<Int> {
        scalar(at: utf8Range.lowerBound)..<scalar(at: utf8Range.upperBound)
    }

    private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
