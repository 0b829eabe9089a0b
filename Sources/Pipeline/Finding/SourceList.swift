import Configuration
import Datasets
import Model

/// The sources of a configuration folder: `chiso sources list`.
public struct SourceList: Sendable {
    let sources: [SourceConfiguration]

    public var text: String {
        var table = TextTable(
            header: ["source", "name", "kind", "on", "found by", "province", "verified"], rightAligned: [])
        for source in sources {
            table.append([
                source.id.rawValue, source.name, source.kind.rawValue, source.enabled ? "yes" : "no", source.routes,
                source.province?.rawValue ?? "", source.verified?.description ?? "never",
            ])
        }
        let on = sources.count { $0.enabled }
        return table.text + "\n\n\(sources.count) sources, \(on) switched on"
    }

    /// One line of JSON a source.
    public var json: String {
        sources.map { source in
            var json = JSONWriter()
            json.object { json in
                json.member("id", source.id.rawValue)
                json.member("name", source.name)
                json.member("kind", source.kind.rawValue)
                json.member("enabled", source.enabled)
                json.member("home", source.home.text)
                json.member("province", source.province?.rawValue)
                json.member("verified", source.verified?.description)
                json.member("hosts", source.hosts)
                json.member("feeds", source.feeds.map(\.text))
                json.member("sitemaps", source.sitemaps.map(\.text))
                json.member("listings", source.listings.map(\.address.text))
                json.member("file", source.file)
            }
            return json.text
        }.joined(separator: "\n")
    }
}

extension SourceConfiguration {
    /// How articles are found, in short: `2 feeds, 1 listing`.
    var routes: String {
        let counts = [(feeds.count, "feed"), (sitemaps.count, "sitemap"), (listings.count, "listing")]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return parts.isEmpty ? "nothing yet" : parts.joined(separator: ", ")
    }
}
