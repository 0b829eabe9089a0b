import Model

/// The name of an archive file, `PREFIX-20240516-00001.warc.gz`: names sort as the files were begun.
struct ArchiveFileName: Hashable, Sendable {
    let text: String
    /// The UTC day of the first record, `20240516`; empty in names without one, as earlier versions gave them.
    let day: String

    /// Reads a name; nil for those of other files.
    init?(_ text: String, prefix: String) {
        guard text.hasPrefix(prefix + "-"), text.hasSuffix(ArchiveFileName.ending) else { return nil }
        let parts = text.dropFirst(prefix.utf8.count + 1).dropLast(ArchiveFileName.ending.utf8.count)
            .split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            parts.count == 1 || parts[0].count == 8, parts.last?.count == 5
        else { return nil }
        self.text = text
        day = parts.count == 2 ? String(parts[0]) : ""
    }

    /// The name of a file that begins now, behind another one; a clock that was put back does not change the order.
    init(prefix: String, date: Timestamp, after last: ArchiveFileName?) {
        let today = String(date.utc.prefix(10).filter { $0 != "-" })
        let day = max(today, last?.day ?? "")
        var number = 1
        if let last, last.day == day {
            number = (Int(last.text.dropLast(ArchiveFileName.ending.utf8.count).suffix(5)) ?? 0) + 1
        }
        let digits = String(number)
        self.day = day
        text =
            "\(prefix)-\(day)-" + String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
            + ArchiveFileName.ending
    }

    static let ending = ".warc.gz"
}
