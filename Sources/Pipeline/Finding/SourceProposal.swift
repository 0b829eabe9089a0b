import Datasets
import Discovery
import Model

/// A new source's file with a preview of what it would yield: `chiso sources find`.
public struct SourceProposal: Sendable {
    let source: FoundSource
    let day: CivilDate

    /// The file for `Config/sources`.
    public var yaml: String { source.yaml(on: day) }

    /// Whether there is anything to find articles by.
    public var isEmpty: Bool { source.chosen.isEmpty }

    /// What a first run would find, for the eyes of whoever decides.
    public var previewText: String {
        let all = source.preview
        var lines = ["\(all.count) \(all.count == 1 ? "article" : "articles") would be found:"]
        lines += all.prefix(SourceProposal.shown).map { entry in
            let day = entry.published?.vietnamDate.description ?? "          "
            return "  \(day)  \(entry.title ?? "")  \(entry.address)"
        }
        if all.count > SourceProposal.shown { lines.append("  … and \(all.count - SourceProposal.shown) more") }
        if isEmpty {
            lines = [
                "no feed, no sitemap and no list of articles was found; name a section with news instead of the home page"
            ]
        }
        return (lines + source.troubles.map { "note: \($0)" }).joined(separator: "\n")
    }

    private static let shown = 10

    public var json: String {
        var json = JSONWriter()
        json.object { json in
            json.member("id", source.id.rawValue)
            json.member("name", source.name)
            json.member("home", source.home.text)
            json.member("kind", source.kind)
            json.member("province", source.province?.rawValue)
            json.array("places") { json in
                for place in source.places {
                    json.object { json in
                        json.member("kind", place.kind.rawValue)
                        json.member("url", place.address.text)
                        json.member("name", place.name)
                        json.member("next", place.next?.text)
                        json.array("articles") { json in
                            for entry in place.entries { json.object { entry.write(to: &$0) } }
                        }
                    }
                }
            }
            json.member("include", source.pattern)
            json.member("yaml", yaml)
            json.member("troubles", source.troubles)
        }
        return json.text
    }
}

extension ListingEntry {
    func write(to json: inout JSONWriter) {
        json.member("address", address.text)
        json.member("title", title)
        json.member("published", published?.description)
    }
}
