import Datasets

/// One event of a log on one line, without secrets.
public struct LogLine: Sendable {
    private let time: String
    private let level: String
    private let message: String
    private let details: [(name: String, value: String)]

    public init(time: String, level: String, message: String, details: [(String, String)] = []) {
        self.time = time
        self.level = level
        self.message = LogLine.masked(LogLine.onOneLine(message))
        self.details = details.map { ($0.0, LogLine.masked(LogLine.onOneLine($0.1))) }
    }

    /// `2026-11-24T05:30:00Z warning https://… name=value`
    public var text: String {
        ([time, level, message] + details.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
    }

    public var json: String {
        var json = JSONWriter()
        json.object { json in
            json.member("time", time)
            json.member("level", level)
            json.member("message", message)
            for detail in details { json.member(detail.name, detail.value) }
        }
        return json.text
    }

    private static func onOneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }

    /// User name and password of an address, and values of what is called token, key, password or secret, become `***`.
    static func masked(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { maskedWord($0) }.joined(separator: " ")
    }

    private static func maskedWord(_ word: Substring) -> String {
        var word = String(word)
        if let scheme = word.range(of: "://") {
            let rest = word[scheme.upperBound...]
            let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
            if let at = rest[..<end].lastIndex(of: "@") { word.replaceSubrange(scheme.upperBound..<at, with: "***") }
        }
        guard let query = word.firstIndex(of: "?") else { return word }
        let items = word[word.index(after: query)...].split(separator: "&", omittingEmptySubsequences: false).map {
            item in
            guard let equals = item.firstIndex(of: "=") else { return String(item) }
            let name = item[..<equals].lowercased()
            return secrets.contains(where: name.contains) ? "\(item[..<equals])=***" : String(item)
        }
        return word[...query] + items.joined(separator: "&")
    }

    private static let secrets = ["token", "key", "password", "passwd", "secret", "signature", "session", "auth"]
}
