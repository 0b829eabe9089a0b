import Foundation
import Mustache

/// The page of one article, in the article's layout.
struct ArticlePage {
    let article: SampleArticle
    /// Articles that the box of related news shows, with teasers full of numbers of theirs.
    let related: [SampleArticle]
    /// The portal's own address, without a slash at the end.
    let base: String

    /// What the template of the layout is filled with.
    var values: [String: Any] {
        [
            "title": article.title, "lead": article.lead, "author": article.author, "section": article.section,
            "date": article.published.date, "time": article.published.time, "weekday": article.published.weekday,
            "iso": article.published.iso, "canonical": base + article.address, "charset": article.encoding.rawValue,
            "tags": article.tags, "views": Grouped.text(article.views), "jsonLD": jsonLD,
            "blocks": article.blocks.enumerated().map { Self.values(of: $1, number: $0 + 1) },
            "related": related.map(\.teaserValues), "popular": related.reversed().map(\.teaserValues),
        ]
    }

    /// The bytes of the page in the article's encoding.
    func bytes(_ templates: MustacheLibrary) -> [UInt8] {
        let text = templates.render(values, withTemplate: "layouts/" + article.layout.rawValue) ?? ""
        return switch article.encoding {
        case .utf8: Array(text.utf8)
        case .windows1258: Windows1258.encode(text)
        }
    }

    private static func values(of block: SampleArticle.Block, number: Int) -> [String: Any] {
        switch block {
        case .paragraph(let text): ["paragraph": text]
        case .heading(let text): ["heading": text]
        case .quotation(let text): ["quotation": text]
        case .figure(let caption): ["figure": ["caption": caption, "number": number] as [String: Any]]
        case .list(let items): ["items": ends(items) { ["text": $0] }]
        case .table(let rows): ["rows": ends(rows) { ["cells": $0] }]
        }
    }

    /// The values of list items or table rows, the first and the last marked.
    private static func ends<Element>(
        _ elements: [Element], _ values: (Element) -> [String: Any]
    ) -> [[String: Any]] {
        elements.indices.map { index in
            var filled = values(elements[index])
            filled["first"] = index == elements.startIndex
            filled["last"] = index == elements.endIndex - 1
            return filled
        }
    }

    /// The article as `NewsArticle` of schema.org.
    private var jsonLD: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let article = NewsArticle(
            headline: article.title, description: article.lead, datePublished: article.published.iso,
            dateModified: article.modified.iso, author: .init(type: "Person", name: article.author),
            publisher: .init(type: "Organization", name: "Báo Hành Chính Địa Phương"),
            mainEntityOfPage: base + article.address)
        return (try? encoder.encode(article)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

private struct NewsArticle: Encodable {
    struct Party: Encodable {
        let type: String
        let name: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name
        }
    }

    let context = "https://schema.org"
    let type = "NewsArticle"
    let headline: String
    let description: String
    let datePublished: String
    let dateModified: String
    let author: Party
    let publisher: Party
    let mainEntityOfPage: String

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case headline, description, datePublished, dateModified, author, publisher, mainEntityOfPage
    }
}

extension SampleArticle {
    /// What listings, feeds and boxes of related news show of an article.
    var teaserValues: [String: Any] {
        [
            "path": address, "title": title, "date": published.date, "time": published.time, "iso": modified.iso,
            "rfc822": published.feedDate, "author": author, "section": section, "teaser": teaser,
            "views": Grouped.text(views),
        ]
    }

    /// The beginning of the body: numbers of another article, in the middle of a page that is not about them.
    private var teaser: String {
        let text = paragraphs.first ?? lead
        guard text.count > 150 else { return text }
        return text.prefix(150) + "..."
    }

    /// A view counter that does not count, so that the same page has the same bytes.
    fileprivate var views: Int { Int(Fingerprint.of(Array(address.utf8)) % 9_000) + 100 }
}

/// FNV-1a, 64 bits: a fingerprint that is the same in every run.
enum Fingerprint {
    static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
