import Model

/// A regular expression that a portal's article addresses have in common, for a source's `articles: include:`.
public enum CommonEnding {
    /// What nine of ten addresses end in, with every number left open, such as `-\d+\.html$`; nil where they differ.
    public static func pattern(of addresses: [WebAddress]) -> String? {
        guard addresses.count >= 4 else { return nil }
        var counts: [String: Int] = [:]
        for address in addresses { counts[ending(of: address), default: 0] += 1 }
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.key.count > 3,
            best.value * 10 >= addresses.count * 9
        else { return nil }
        return best.key + "$"
    }

    private static func ending(of address: WebAddress) -> String {
        if let query = address.query {
            let items = query.split(separator: "&").map { item -> String in
                let parts = item.split(separator: "=", maxSplits: 1)
                return parts.count == 2 && isNumber(parts[1]) ? escaped(parts[0]) + "=\\d+" : ".*"
            }
            let page = address.path.split(separator: "/").last ?? ""
            return escaped(page) + "\\?" + items.joined(separator: "&")
        }
        let last = address.path.split(separator: "/").last ?? ""
        let mark = last.lastIndex(of: ".")
        let name = mark.map { last[..<$0] } ?? last
        let suffix = mark.map { escaped(last[$0...]) } ?? ""
        let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
        if digits >= 3 {
            let before = name.dropLast(digits)
            let letters = before.reversed().prefix { $0.isASCII && $0.isLetter }.count
            let joint = before.dropLast(letters).last.map { $0 == "-" || $0 == "_" ? String($0) : "" } ?? ""
            let prefix = letters <= 5 ? joint + before.suffix(letters) : ""
            return escaped(prefix[...]) + "\\d+" + suffix
        }
        return suffix
    }

    private static func isNumber(_ text: Substring) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    private static func escaped(_ text: Substring) -> String {
        text.map { ".?+*()[]{}|^$\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
