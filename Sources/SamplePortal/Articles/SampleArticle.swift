/// One article of the sample portal, as its data file in `Site/articles` tells it.
public struct SampleArticle: Hashable, Sendable {
    /// One block of the body, in reading order.
    public enum Block: Hashable, Sendable {
        case paragraph(String)
        case heading(String)
        case quotation(String)
        /// A picture; its caption is not part of the article's text.
        case figure(caption: String)
        case list([String])
        case table([[String]])
    }

    /// The page layout that the article is shown in.
    public enum Layout: String, Hashable, Sendable, CaseIterable {
        /// A modern newspaper: metadata for social networks and JSON-LD.
        case newspaper
        /// A content management system of the 2010s in the manner of Liferay and NukeViet.
        case portal
        /// A page whose date is there as visible text only.
        case plain
        /// Layout by tables and font tags, addresses that end in `.aspx?id=`.
        case aspx
    }

    /// What goes wrong when the article is asked for.
    public enum Trouble: String, Hashable, Sendable {
        /// Answers 500 the first time.
        case failsOnce = "fails-once"
        /// Answers after a second and a half.
        case slow
        /// Answers 404.
        case gone
    }

    /// The encoding of the page's bytes.
    public enum Encoding: String, Hashable, Sendable {
        case utf8 = "utf-8"
        case windows1258 = "windows-1258"
    }

    /// Path and query; the address that the article's page calls its own.
    public var address: String
    /// A second address with the same content, whose canonical link names the first.
    public var alternateAddress: String?
    public var layout: Layout
    public var section: String
    public var title: String
    public var author: String
    public var published: PortalTime
    public var lead: String
    public var tags: [String]
    public var encoding: Encoding
    public var trouble: Trouble?
    public var blocks: [Block]
    /// How often the portal has changed the article since it was published.
    public var revision = 0

    /// The paragraphs of the body, without lead, headings, captions, lists and tables.
    public var paragraphs: [String] {
        blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
    }

    /// Whether lists of articles show it: neither taken down nor internal.
    public var isPublic: Bool { trouble != .gone && !address.hasPrefix("/noi-bo/") }

    /// The time of the last change: every change counts as one minute after the one before, so that it needs no clock.
    var modified: PortalTime { published.adding(minutes: revision) }
}

extension SampleArticle {
    /// Replaces a text everywhere in title, lead and body; false where it does not occur.
    mutating func replace(_ old: String, with new: String) -> Bool {
        let before = self
        func replaced(_ text: String) -> String { text.replacing(old, with: new) }
        title = replaced(title)
        lead = replaced(lead)
        blocks = blocks.map { block in
            switch block {
            case .paragraph(let text): .paragraph(replaced(text))
            case .heading(let text): .heading(replaced(text))
            case .quotation(let text): .quotation(replaced(text))
            case .figure(let caption): .figure(caption: replaced(caption))
            case .list(let items): .list(items.map(replaced))
            case .table(let rows): .table(rows.map { $0.map(replaced) })
            }
        }
        guard self != before else { return false }
        revision += 1
        return true
    }
}
