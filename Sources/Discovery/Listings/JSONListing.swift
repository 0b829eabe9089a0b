import Model
import VietnameseText

/// How a listing is read that a portal's own JSON interface gives.
public struct JSONListingRules: Sendable {
    /// The way to the list of items; nil where the whole answer is the list.
    public let items: JSONPath?
    /// The way to an item's address, from the item on.
    public let link: JSONPath?
    /// The address of an item with the ways to its parts in braces, for items that hold none:
    /// `https://tinh.example.vn/tin/{slug}-{id}.html`.
    public let template: String?
    public let title: JSONPath?
    public let date: JSONPath?

    public init(items: JSONPath?, link: JSONPath?, template: String?, title: JSONPath?, date: JSONPath?) {
        self.items = items
        self.link = link
        self.template = template
        self.title = title
        self.date = date
    }
}

/// Reads listings that are JSON.
public enum JSONListing {
    /// The articles of one answer; items without an address are left out.
    ///
    /// - Throws: `DiscoveryError` where the answer is not JSON or holds no list at the end of the way.
    public static func parse(
        _ bytes: [UInt8], base: WebAddress, rules: JSONListingRules
    ) throws(DiscoveryError) -> Listing {
        let answer: JSONValue
        do throws(JSONError) {
            answer = try JSONValue(parsing: bytes)
        } catch {
            throw DiscoveryError("the answer is not JSON: \(error)")
        }
        let holder = rules.items.map { $0.value(in: answer) } ?? answer
        guard let items = holder?.elements else {
            throw DiscoveryError("there is no list at `\(rules.items?.description ?? "the top")` of the answer")
        }
        let entries = items.prefix(mostEntries).compactMap { item -> ListingEntry? in
            guard let address = address(of: item, base: base, rules: rules) else { return nil }
            let date = rules.date?.value(in: item)
            return ListingEntry(
                address: address, title: rules.title?.value(in: item)?.text, published: date.flatMap { time(of: $0) })
        }
        return Listing(entries: entries, next: nil)
    }

    private static let mostEntries = 2_000

    private static func address(of item: JSONValue, base: WebAddress, rules: JSONListingRules) -> WebAddress? {
        if let link = rules.link { return link.value(in: item)?.text.flatMap { base.resolving($0) } }
        return rules.template.flatMap { filled($0, from: item) }.flatMap { base.resolving($0) }
    }

    /// The template with every `{way}` replaced; nil where the item lacks one.
    private static func filled(_ template: String, from item: JSONValue) -> String? {
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let way = JSONPath(String(rest[rest.index(after: open)..<close]))
            guard let part = way?.value(in: item).flatMap({ plain($0) }) else { return nil }
            result += rest[..<open] + part
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static func plain(_ value: JSONValue) -> String? {
        switch value {
        case .text(let text): text
        case .number(let digits): digits
        default: nil
        }
    }

    /// A date as text, or as seconds or milliseconds since 1970.
    private static func time(of value: JSONValue) -> Timestamp? {
        if let text = value.text {
            return TimestampParser.parse(text)?.timestamp ?? TimestampParser.find(in: text)?.timestamp
        }
        guard case .number(let digits) = value else { return nil }
        return TimestampParser.parse(digits)?.timestamp.at(offsetMinutes: Timestamp.vietnamOffset)
    }
}
