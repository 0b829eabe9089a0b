#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Fast searches in a page. A search that found nothing is remembered, so that a page full of things that are never
/// closed costs no more than its size.
struct ByteSearch {
    let bytes: UnsafeBufferPointer<UInt8>
    /// For each kind of search the place from which on nothing is to be found.
    private var barren: [Int]

    enum Closing: Int, CaseIterable {
        case doubleQuote, singleQuote, comment, script, style, svg, math, title, textarea, iframe, noembed, noframes,
            xmp
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        barren = [Int](repeating: .max, count: Closing.allCases.count)
    }

    /// The next such byte.
    func first(_ byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    mutating func quote(_ mark: UInt8, from start: Int) -> Int? {
        remembering(mark == 0x22 ? .doubleQuote : .singleQuote, from: start) { $0.first(mark, from: start) }
    }

    /// Where the `-->` of a comment stands.
    mutating func endOfComment(from start: Int) -> Int? {
        remembering(.comment, from: start) { search in
            var index = start
            while let dash = search.first(0x2D, from: index), dash + 2 < search.bytes.count {
                if search.bytes[dash + 1] == 0x2D {
                    if search.bytes[dash + 2] == 0x3E { return dash }
                    index = dash + 1
                } else {
                    index = dash + 2
                }
            }
            return nil
        }
    }

    /// Where the end tag of a raw element stands.
    mutating func endTag(_ closing: Closing, _ name: StaticString, from start: Int) -> Int? {
        remembering(closing, from: start) { search in
            var index = start
            while let open = search.first(0x3C, from: index) {
                if search.hasEndTag(name, at: open) { return open }
                index = open + 1
            }
            return nil
        }
    }

    private func hasEndTag(_ name: StaticString, at index: Int) -> Bool {
        let length = name.utf8CodeUnitCount
        guard index + 2 + length < bytes.count, bytes[index + 1] == 0x2F else { return false }
        for offset in 0..<length where bytes[index + 2 + offset] | 0x20 != name.utf8Start[offset] { return false }
        let next = bytes[index + 2 + length]
        return next.isASCIISpace || next == 0x3E || next == 0x2F
    }

    private mutating func remembering(_ closing: Closing, from start: Int, _ find: (ByteSearch) -> Int?) -> Int? {
        guard start < barren[closing.rawValue] else { return nil }
        let found = find(self)
        if found == nil { barren[closing.rawValue] = start }
        return found
    }
}
