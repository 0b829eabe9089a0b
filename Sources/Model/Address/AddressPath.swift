/// The path of an address: percent-encoded, with `.` and `..` resolved (WHATWG URL Standard, path state).
enum AddressPath {
    /// A path as written, relative to the path of the page that names it.
    static func resolved(_ text: ArraySlice<UInt8>, against base: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 16)
        var rest = text
        if let first = rest.first, isSlash(first) {
            rest.removeFirst()
        } else if base != "/" {
            result += base.utf8
            dropSegment(&result)
        }
        while true {
            let end = rest.firstIndex(where: isSlash)
            append(rest[..<(end ?? rest.endIndex)], isLast: end == nil, to: &result)
            guard let end else { break }
            rest = rest[(end + 1)...]
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Each segment of the result stands behind a slash.
    private static func append(_ segment: ArraySlice<UInt8>, isLast: Bool, to result: inout [UInt8]) {
        switch dots(segment) {
        case 1:
            if isLast { result.append(slash) }
        case 2:
            dropSegment(&result)
            if isLast { result.append(slash) }
        default:
            result.append(slash)
            for byte in segment { PercentEncoding.append(byte, in: .path, to: &result) }
        }
    }

    private static func dropSegment(_ path: inout [UInt8]) {
        if let cut = path.lastIndex(of: slash) { path.removeSubrange(cut...) }
    }

    /// 1 for `.`, 2 for `..`, in any spelling; 0 for all else.
    private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
        guard let first = segment.first, first == UInt8(ascii: ".") || first == UInt8(ascii: "%"), segment.count <= 6
        else { return 0 }
        var rest = segment
        var count = 0
        while let byte = rest.first {
            if byte == UInt8(ascii: ".") {
                rest.removeFirst()
            } else if rest.count >= 3, byte == UInt8(ascii: "%"), rest[rest.startIndex + 1] == UInt8(ascii: "2"),
                rest[rest.startIndex + 2] | 0x20 == UInt8(ascii: "e")
            {
                rest.removeFirst(3)
            } else {
                return 0
            }
            count += 1
        }
        return count <= 2 ? count : 0
    }

    private static let slash = UInt8(ascii: "/")

    private static func isSlash(_ byte: UInt8) -> Bool { byte == slash || byte == UInt8(ascii: "\\") }
}
