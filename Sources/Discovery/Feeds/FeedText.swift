import FoundationEssentials
import Markup
import Model

/// The text of one element of a feed while it is read, with the elements inside it written out again.
struct FeedText {
    private var content = ""
    private let attributes: [XMLAttribute]
    private var hasElements = false
    private var depth = 0
    /// The tag that was begun last is not closed yet: it may turn out to be empty.
    private var hasOpenTag = false
    /// The default namespace at each level of what is written.
    private var namespaces: [String?] = [XHTML.namespace]

    init(attributes: [XMLAttribute] = []) { self.attributes = attributes }

    var isOpen: Bool { depth > 0 }

    /// Markup inside, as Atom's `type="xhtml"` has it; links in it refer to `base`.
    mutating func start(_ name: XMLName, _ attributes: [XMLAttribute], base: WebAddress) {
        depth += 1
        // Characters so far came as text and become part of markup.
        if !hasElements { content = FeedText.escaped(content) }
        hasElements = true
        closeTag()
        var written = attributes.map { FeedText.written($0, base: base) }
        let around = namespaces.last ?? nil
        // A feed's own namespace is that of markup whose writer forgot to say otherwise.
        let namespace = FeedVocabulary(name, root: nil) == .other ? name.namespace : around
        if let namespace, namespace != around { written.append(("xmlns", namespace)) }
        written += FeedText.prefixes(of: attributes).map { ("xmlns:" + $0.0, $0.1) }
        namespaces.append(namespace ?? around)
        add("<\(name.local)")
        for (name, value) in written.sorted(by: { $0.name < $1.name }) {
            add(" \(name)=\"\(FeedText.escaped(value))\"")
        }
        hasOpenTag = true
    }

    mutating func end(_ name: XMLName) {
        depth -= 1
        if namespaces.count > 1 { namespaces.removeLast() }
        if hasOpenTag, XHTML.voidElements.contains(name.local) {
            hasOpenTag = false
            add(" />")
        } else {
            closeTag()
            add("</\(name.local)>")
        }
    }

    mutating func text(_ text: String) {
        closeTag()
        add(hasElements ? FeedText.escaped(text) : text)
    }

    /// What the element says: base64 decoded, the `div` around XHTML taken off, links absolute, white space at the ends
    /// dropped.
    func finished(base: WebAddress) -> FeedContent {
        var text = FeedText.trimmed(content)
        if isBase64, let data = Data(base64Encoded: text.filter { !$0.isWhitespace }) {
            text = FeedText.trimmed(String(decoding: data, as: UTF8.self))
        } else if type == "xhtml", text.hasPrefix("<div"), text.hasSuffix("</div>"), let end = text.firstIndex(of: ">")
        {
            text = FeedText.trimmed(String(text[text.index(after: end)...].dropLast(6)))
        }
        guard isMarkup else { return FeedContent(text) }
        return FeedContent(hasElements ? text : ContentLinks.absolute(text, base: base), isMarkup: true)
    }

    /// The text as it stands, for names, dates and addresses.
    var bare: String { FeedText.trimmed(content) }

    /// The value of the element's own attribute.
    func attribute(_ name: String) -> String? { attributes.value(name) }

    private var type: String? { attributes.value("type")?.lowercased() }

    /// RSS does not say; Atom 1.0 and 0.3 do, and without a type mean plain text, which many feeds do not know.
    private var isMarkup: Bool { hasElements || !["text", "text/plain"].contains(type ?? "") }

    /// Atom 0.3 says so with `mode`; in Atom 1.0 every media type that is not text or XML is (RFC 4287, 4.1.3.3).
    private var isBase64: Bool {
        if let mode = attributes.value("mode") { return mode == "base64" }
        guard let type, type.contains("/") else { return false }
        return !type.hasPrefix("text/") && !type.hasSuffix("xml")
    }

    private mutating func closeTag() {
        if hasOpenTag { add(">") }
        hasOpenTag = false
    }

    private mutating func add(_ text: String) {
        if content.utf8.count < FeedText.longest { content += text }
    }

    private static func written(_ attribute: XMLAttribute, base: WebAddress) -> (name: String, value: String) {
        let name = attribute.name.prefix.map { "\($0):\(attribute.name.local)" } ?? attribute.name.local
        let isLink = attribute.name.prefix == nil && ContentLinks.attributes.contains(name.lowercased())
        let value = isLink ? ContentLinks.target(of: Array(attribute.value.utf8), base: base) : nil
        return (name, value ?? attribute.value)
    }

    /// The prefixes that attributes need declared, each once.
    private static func prefixes(of attributes: [XMLAttribute]) -> [(String, String)] {
        var seen: Set<String> = ["xml"]
        return attributes.compactMap { attribute in
            guard let prefix = attribute.name.prefix, let uri = attribute.name.namespace, seen.insert(prefix).inserted
            else { return nil }
            return (prefix, uri)
        }
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22].contains($0) }) else { return text }
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[start...end])
    }

    private static let longest = 2_000_000
}

private enum XHTML {
    static let namespace = "http://www.w3.org/1999/xhtml"
    static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
}
