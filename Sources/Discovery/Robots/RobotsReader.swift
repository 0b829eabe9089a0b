/// Reads the lines of a robots.txt, with the slips that parsers in use forgive: missing colons, misspelt keys, byte
/// order marks, any line end.
struct RobotsReader {
    private(set) var groups: [RobotsRules.Group] = []
    private(set) var sitemaps: [String] = []
    /// Agent lines stand above; a rule ends the list.
    private var isCollectingAgents = false
    private var line = 0

    mutating func read(_ bytes: ArraySlice<UInt8>) {
        var bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D {
                take(bytes[start..<index])
                if byte == 0x0D, index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        if start < bytes.endIndex { take(bytes[start...]) }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) {
        line += 1
        let content = bytes.prefix { $0 != UInt8(ascii: "#") }
        guard let (key, value) = RobotsReader.split(content) else { return }
        switch key {
        case "user-agent", "useragent", "user agent":
            if !isCollectingAgents { groups.append(RobotsRules.Group()) }
            isCollectingAgents = true
            groups[groups.count - 1].agents.append(RobotsReader.product(value))
        case "allow":
            add(isAllowed: true, value)
        case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw":
            add(isAllowed: false, value)
        case "crawl-delay":
            isCollectingAgents = false
            if !groups.isEmpty, let seconds = Double(String(decoding: value, as: UTF8.self)), seconds >= 0 {
                groups[groups.count - 1].crawlDelay = max(groups[groups.count - 1].crawlDelay ?? 0, seconds)
            }
        case "sitemap", "site-map":
            if sitemaps.count < 1_000 { sitemaps.append(String(decoding: value, as: UTF8.self)) }
        default:
            break
        }
    }

    private mutating func add(isAllowed: Bool, _ value: ArraySlice<UInt8>) {
        isCollectingAgents = false
        // A rule above every agent line belongs to nobody; an empty rule says nothing (section 2.2.2).
        guard !groups.isEmpty, !value.isEmpty else { return }
        let text = String(decoding: value, as: UTF8.self)
        var patterns = [Array(value)]
        if isAllowed, let directory = RobotsReader.directory(ofIndexPage: value) { patterns.append(directory) }
        groups[groups.count - 1].rules += patterns.map { pattern in
            RobotsRules.Rule(isAllowed: isAllowed, text: text, pattern: RobotsPattern(pattern), line: line)
        }
    }

    /// `/a/index.html` allowed means that `/a/` itself is, as Google's parser has it.
    private static func directory(ofIndexPage value: ArraySlice<UInt8>) -> [UInt8]? {
        guard let slash = value.lastIndex(of: UInt8(ascii: "/")), value[slash...].starts(with: "/index.htm".utf8)
        else { return nil }
        return value[...slash] + [UInt8(ascii: "$")]
    }

    /// The product token of an agent line: up to the first character that it cannot have, in lower case.
    private static func product(_ value: ArraySlice<UInt8>) -> String {
        if value.first == UInt8(ascii: "*"), value.count == 1 || isSpace(value[value.startIndex + 1]) { return "*" }
        let token = value.prefix { byte in
            (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return String(decoding: token, as: UTF8.self).lowercased()
    }

    /// Key and value at the first colon; a line of two words may lack it.
    private static func split(_ line: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        let trimmed = trim(line)
        guard let first = trimmed.first, first != UInt8(ascii: ":") else { return nil }
        let cut: Int
        if let colon = trimmed.firstIndex(of: UInt8(ascii: ":")) {
            cut = colon
        } else {
            guard let space = trimmed.firstIndex(where: isSpace), !trim(trimmed[space...]).contains(where: isSpace)
            else { return nil }
            cut = space
        }
        let key = String(decoding: trim(trimmed[..<cut]), as: UTF8.self).lowercased()
        return (key, trim(trimmed[(cut + 1)...]))
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return bytes
    }
}
