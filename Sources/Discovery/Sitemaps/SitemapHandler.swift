import Markup
import Model
import VietnameseText

/// Builds the entries of a sitemap from XML events.
struct SitemapHandler: XMLEventHandler {
    private(set) var entries: [SitemapEntry] = []
    private(set) var rootName = ""
    private let base: WebAddress
    private var fields = Fields()
    private var content = ""
    private var depth = 0

    /// What the elements of one entry say.
    private struct Fields {
        var location: String?
        var modified: String?
        var published: String?
        var title: String?
    }

    init(base: WebAddress) { self.base = base }

    mutating func start(_ name: XMLName, attributes: [XMLAttribute]) {
        if depth == 0 { rootName = name.local.lowercased() }
        depth += 1
        content = ""
        if depth == 2 { fields = Fields() }
    }

    mutating func text(_ text: String) {
        if content.utf8.count < SitemapHandler.longestText { content += text }
    }

    mutating func end(_ name: XMLName) {
        take(name.local.lowercased())
        if depth == 2, entries.count < SitemapParser.mostEntries, let entry { entries.append(entry) }
        content = ""
        depth -= 1
    }

    /// Pictures and videos have addresses, times and titles too, one level further in and by other names.
    private mutating func take(_ name: String) {
        switch (depth, name) {
        case (3, "loc"): fields.location = content.split(whereSeparator: \.isWhitespace).joined()
        case (3, "lastmod"): fields.modified = content
        case (4, "publication_date") where fields.published == nil: fields.published = content
        case (4, "title") where fields.title == nil: fields.title = content
        default: break
        }
    }

    private var entry: SitemapEntry? {
        guard let address = fields.location.flatMap({ base.resolving($0) }) else { return nil }
        let modified = fields.modified.flatMap { TimestampParser.parse($0) }
        var entry = SitemapEntry(address: address, modified: modified?.timestamp)
        entry.isModifiedExact = modified?.hasTime ?? false
        entry.published = fields.published.flatMap { TimestampParser.parse($0)?.timestamp }
        entry.title =
            entry.published == nil ? nil : fields.title?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return entry
    }

    private static let longestText = 10_000
}
