import Model

/// `2024-05-16T08:31:00Z`, with a fraction or without: WARC 1.1, section 5.4.
enum WARCDate {
    static func parse(_ text: String) -> Timestamp? {
        guard text.utf8.count >= 20, text.utf8.count <= 40, text.hasSuffix("Z"),
            let date = CivilDate(iso: text.prefix(10))
        else { return nil }
        let clock = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        return Timestamp(date, hour: clock[0], minute: clock[1], second: clock[2], offsetMinutes: 0)
    }

    /// The fourteen digits of an ARC record in the form of WARC; nil when they are no time.
    static func ofARC(_ digits: String) -> String? {
        let bytes = Array(digits.utf8)
        guard bytes.count >= 14 else { return nil }
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let text = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
        return parse(text).map(\.utc)
    }
}
