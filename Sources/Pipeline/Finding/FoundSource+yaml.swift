import Discovery
import Model

extension FoundSource {
    /// A file for `Config/sources`, ready to be checked and tried: places that are not chosen stand in comments.
    public func yaml(on day: CivilDate) -> String {
        let used = Set(chosen.map(\.address))
        var lines = [
            "# \(FoundSource.plain(name)). Found by `chiso sources find` on \(day); look through it before use."
        ]
        lines.append("id: \(id)")
        lines.append("name: \(FoundSource.quoted(name))")
        lines.append("kind: \(kind)")
        lines.append("home: \(home)")
        if let province { lines.append("province: \(province)") }
        lines.append("verified: \(day)")
        lines.append("hosts: [\(hosts.joined(separator: ", "))]")
        for kind in [Place.Kind.feed, .sitemap, .listing] {
            let own = places.filter { $0.kind == kind }
            guard !own.isEmpty else { continue }
            let mark = own.contains { used.contains($0.address) } ? "" : "# "
            lines.append("\(mark)\(kind.rawValue)s:")
            for place in own { lines += place.yaml(mark: used.contains(place.address) ? "" : "# ") }
        }
        if let pattern {
            lines += ["articles:", "  include:", "    - '\(pattern)'"]
        }
        if chosen.isEmpty { lines.append("enabled: false") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The portal's own host, and those that its articles lie on.
    private var hosts: [String] {
        let own = home.host.hasPrefix("www.") ? String(home.host.dropFirst(4)) : home.host
        var hosts = [own]
        for entry in preview where !hosts.contains(where: { entry.address.hostMatches($0) }) {
            hosts.append(entry.address.host)
        }
        return hosts
    }

    static func quoted(_ text: String) -> String {
        "\"" + plain(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// One line without control characters.
    static func plain(_ text: String) -> String {
        text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined()
    }
}

extension FoundSource.Place {
    fileprivate func yaml(mark: String) -> [String] {
        let said = name.isEmpty ? "" : "\(FoundSource.plain(name)): "
        var lines = [
            "\(mark)  # \(said)\(entries.count) \(entries.count == 1 ? "article" : "articles")",
            "\(mark)  - url: \(address)",
        ]
        guard kind == .listing, next != nil else { return lines }
        lines.append("\(mark)    max_pages: 3")
        return lines
    }
}
