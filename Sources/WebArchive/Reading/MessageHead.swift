import Model

/// A first line and named fields up to an empty line, as HTTP and WARC both begin.
struct MessageHead {
    let firstLine: String
    let fields: [HeaderField]
    /// Where the body begins, behind the empty line.
    let end: Int

    /// Reads a head that begins at an offset; nil when no empty line ends it within its bounds.
    ///
    /// With `isWhole` nothing follows the bytes, and their end is as good as an empty line: writers leave it out of
    /// messages without a body.
    ///
    /// Lines may end with LF alone or with too many CR; a line that begins with white space continues the one above
    /// (RFC 9112, section 5.2).
    init?(_ bytes: [UInt8], from start: Int, isWhole: Bool = false) {
        let bound = min(bytes.count, start + MessageHead.longest)
        var first: String?
        var fields: [HeaderField] = []
        var position = start
        while position < bound {
            let found = bytes[position..<bound].firstIndex(of: 0x0A)
            guard let lineEnd = found ?? (isWhole && bound == bytes.count ? bound : nil) else { return nil }
            var line = bytes[position..<lineEnd]
            while line.last == 0x0D { line.removeLast() }
            position = min(lineEnd + 1, bytes.count)
            if line.isEmpty {
                guard let first else { return nil }
                firstLine = first
                self.fields = fields
                end = position
                return
            }
            if first == nil {
                first = String(decoding: line, as: UTF8.self)
            } else if line.first == 0x20 || line.first == 0x09, let last = fields.last {
                fields[fields.count - 1] = HeaderField(last.name, last.value + " " + MessageHead.trimmed(line))
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                fields.append(
                    HeaderField(MessageHead.trimmed(line[..<colon]), MessageHead.trimmed(line[(colon + 1)...])))
            }
        }
        guard isWhole, position == bytes.count, let first else { return nil }
        firstLine = first
        self.fields = fields
        end = position
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// More than any server or archive writes.
    static let longest = 1 << 20
}
