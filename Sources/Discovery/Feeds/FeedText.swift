import FoundationEssentials
import Markup

/// The text of one element of a feed while it is read, with the elements inside it written out again.
struct FeedText {
    private var content = ""
    private let attributes: [String: String]
    private var innerCount = 0
    private var depth = 0

    init(attributes: [String: String] = [:]) { self.attributes = attributes }

    /// Markup inside, as Atom's `type="xhtml"` has it.
    mutating func start(_ name: String, _ attributes: [String: String]) {
        depth += 1
        innerCount += 1
        // Characters so far came as text and become part of markup.
        if innerCount == 1 { content = FeedText.escaped(content) }
        let written = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\(FeedText.escaped($0.value))\"" }
        add("<\(name)\(written.joined())>")
    }

    mutating func end(_ name: String) {
        depth -= 1
        add("</\(name)>")
    }

    mutating func text(_ text: String) { add(innerCount > 0 ? FeedText.escaped(text) : text) }

    var isOpen: Bool { depth > 0 }

    /// What the element says: base64 decoded, the `div` around XHTML taken off, white space at the ends dropped.
    var value: String {
        let text = FeedText.trimmed(content)
        if isBase64, let data = Data(base64Encoded: text.filter { !$0.isWhitespace }) {
            return FeedText.trimmed(String(decoding: data, as: UTF8.self))
        }
        guard attributes["type"] == "xhtml", let open = text.firstIndex(of: ">"), text.hasPrefix("<div"),
            text.hasSuffix("</div>")
        else { return text }
        return FeedText.trimmed(String(text[text.index(after: open)...].dropLast(6)))
    }

    /// The same without markup; RSS and Atom escape HTML once more, Atom's `text` is meant as it stands.
    var plain: String {
        let text = value
        guard text.contains("<") || text.contains("&"), attributes["type"] != "text" else {
            return FeedText.joined(text)
        }
        let tree = HTMLTree(parsing: Array(text.utf8), charset: "utf-8")
        return FeedText.joined(tree.text(of: tree.root))
    }

    /// Atom 0.3 says so with `mode`; in Atom 1.0 every media type that is not text or XML is (RFC 4287, 4.1.3.3).
    private var isBase64: Bool {
        if let mode = attributes["mode"] { return mode == "base64" }
        guard let type = attributes["type"]?.lowercased(), type.contains("/") else { return false }
        return !type.hasPrefix("text/") && !type.hasSuffix("xml")
    }

    private mutating func add(_ text: String) {
        if content.utf8.count < FeedText.longest { content += text }
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22].contains($0) }) else { return text }
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    private static func joined(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let longest = 2_000_000
}
