/// Cuts out what no article is made of, before anything is parsed: scripts, styles, drawings, comments. Of news pages
/// that is more than half of the bytes.
struct BallastCutter {
    /// The page without ballast.
    private(set) var bytes: [UInt8] = []
    /// The contents of JSON-LD scripts, which hold metadata.
    private(set) var jsonLD: [String] = []

    init(_ page: [UInt8]) {
        bytes.reserveCapacity(page.count)
        page.withUnsafeBufferPointer { cut($0) }
    }

    private mutating func cut(_ page: UnsafeBufferPointer<UInt8>) {
        var kept = 0
        var index = 0
        while index < page.count {
            guard page[index] == UInt8(ascii: "<"), let ballast = ballast(page, at: index) else {
                index += 1
                continue
            }
            bytes.append(contentsOf: page[kept..<index])
            index = ballast
            kept = index
        }
        bytes.append(contentsOf: page[kept...])
    }

    private static let elements: [[UInt8]] = ["script", "style", "svg"].map { Array($0.utf8) }

    /// Where the ballast that begins here ends; nil when none does.
    private mutating func ballast(_ page: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        if has(page, Array("<!--".utf8), at: index) {
            return find(page, Array("-->".utf8), from: index + 4).map { $0 + 3 } ?? page.count
        }
        for element in BallastCutter.elements where has(page, element, at: index + 1) {
            let afterName = index + 1 + element.count
            guard afterName < page.count, page[afterName].isASCIISpace || page[afterName] == UInt8(ascii: ">") else {
                continue
            }
            guard let open = find(page, [UInt8(ascii: ">")], from: afterName),
                let close = find(page, Array("</".utf8) + element, from: open)
            else { return page.count }
            if element == BallastCutter.elements[0] {
                keepMetadata(page, tag: afterName..<open, content: open + 1..<close)
            }
            return find(page, [UInt8(ascii: ">")], from: close).map { $0 + 1 } ?? page.count
        }
        return nil
    }

    private mutating func keepMetadata(_ page: UnsafeBufferPointer<UInt8>, tag: Range<Int>, content: Range<Int>) {
        guard jsonLD.count < 32, content.count < 1_000_000,
            Array(page[tag])[...].firstRange(ofLowercased: Array("ld+json".utf8)) != nil
        else { return }
        jsonLD.append(String(decoding: page[content], as: UTF8.self))
    }

    private func has(_ page: UnsafeBufferPointer<UInt8>, _ needle: [UInt8], at index: Int) -> Bool {
        guard index + needle.count <= page.count else { return false }
        for offset in needle.indices where page[index + offset].asciiLowercased != needle[offset] { return false }
        return true
    }

    private func find(_ page: UnsafeBufferPointer<UInt8>, _ needle: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + needle.count <= page.count {
            if page[index].asciiLowercased == needle[0], has(page, needle, at: index) { return index }
            index += 1
        }
        return nil
    }
}
