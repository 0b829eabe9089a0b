import Markup
import Model

/// Reads one source file.
struct SourceReader {
    private var fields: YAMLFields
    private let file: String
    private var addressRules = AddressRules()

    private init(fields: YAMLFields, file: String) {
        self.fields = fields
        self.file = file
    }

    /// The source, or nil when a key it cannot do without is missing or wrong; every mistake is in the log.
    static func read(_ document: YAMLFile, expectedID: String) -> SourceConfiguration? {
        guard let fields = document.root.fields(of: "a source") else { return nil }
        var reader = SourceReader(fields: fields, file: document.path)
        var source = reader.source(expectedID: expectedID)
        reader.addressRules.host = source?.home.host
        source?.addressRules = reader.addressRules
        reader.fields.finish()
        return source
    }

    private mutating func source(expectedID: String) -> SourceConfiguration? {
        let id = identifier(expected: expectedID)
        let name = fields.required("name")?.text()
        let kind = fields.required("kind")?.choice(SourceConfiguration.Kind.self)
        let home = fields.required("home")?.address()
        let province = provinceID()
        let verified = verification()
        let enabled = fields.value("enabled")?.boolean() ?? true
        let hosts = hostNames(home: home)
        let feeds = addresses("feeds")
        let sitemaps = addresses("sitemaps")
        let listings = fields.value("listings")?.list()?.compactMap { ListingReader.read($0) } ?? []
        let (include, exclude) = articlePatterns()
        let extraction = extractionRules()
        let politeness = politenessOverride()
        let verifiesTLS = tls()
        let keepsCookies = fields.value("cookies")?.boolean() ?? false
        _ = fields.value("notes")?.text()
        let hasPlaces = fields.names.contains { ["feeds", "sitemaps", "listings"].contains($0) }
        if enabled && !hasPlaces {
            fields.report(
                "the source is enabled but names no place to find articles", "add feeds, sitemaps or listings")
        }
        guard let id, let name, let kind, let home else { return nil }
        return SourceConfiguration(
            id: id, name: name, kind: kind, home: home, province: province, verified: verified, enabled: enabled,
            hosts: hosts, feeds: feeds, sitemaps: sitemaps, listings: listings, include: include, exclude: exclude,
            extraction: extraction, politeness: politeness, verifiesTLS: verifiesTLS,
            keepsCookies: keepsCookies, file: file)
    }

    private mutating func identifier(expected: String) -> SourceID? {
        guard let value = fields.required("id"), let text = value.text() else { return nil }
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { SourceReader.plain.contains($0) }
        if !isPlain {
            value.report("`\(text)` cannot be an id", "use lower-case letters a-z, digits and hyphens")
            return nil
        }
        if text != expected {
            value.report(
                "the id `\(text)` differs from the file's name", "write `id: \(expected)` or name the file \(text).yml")
        }
        return SourceID(text)
    }

    private static let plain = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)

    private mutating func provinceID() -> PlaceID? {
        guard let value = fields.value("province"), let text = value.text() else { return nil }
        if text.count == 3, text.first == "P", text.dropFirst().allSatisfy(\.isASCII), Int(text.dropFirst()) != nil {
            return PlaceID(text)
        }
        value.report("`\(text)` is not a province", "write P and the two digits of the statistical code, such as P25")
        return nil
    }

    private mutating func verification() -> CivilDate? {
        guard let value = fields.required("verified"), let text = value.text() else { return nil }
        if text == "false" { return nil }
        if let date = CivilDate(iso: text) { return date }
        value.report("`\(text)` is not a date", "write the day as 2026-07-17, or false when nobody has looked yet")
        return nil
    }

    private mutating func hostNames(home: WebAddress?) -> [String] {
        guard let value = fields.value("hosts") else { return home.map { [$0.host] } ?? [] }
        return (value.list() ?? []).compactMap { item in
            guard let host = item.text() else { return nil }
            if host.isEmpty || host.contains("/") || host.contains(" ") || host != host.lowercased() {
                item.report("`\(host)` is not a host name", "write the bare name in lower case, such as baophutho.vn")
            }
            return host
        }
    }

    private mutating func addresses(_ key: String) -> [WebAddress] {
        guard let items = fields.value(key)?.list() else { return [] }
        return items.compactMap { item in
            guard var entry = item.fields(of: "an entry of \(key)") else { return nil }
            let address = entry.required("url")?.address()
            entry.finish()
            return address
        }
    }

    private mutating func articlePatterns() -> (include: [String], exclude: [String]) {
        guard var group = fields.value("articles")?.fields(of: "articles") else { return ([], []) }
        let include = group.value("include")?.list()?.compactMap { SourceReader.pattern($0) } ?? []
        let exclude = group.value("exclude")?.list()?.compactMap { SourceReader.pattern($0) } ?? []
        addressRules.keptQuery = group.value("keep_query")?.list()?.compactMap { $0.text() }
        addressRules.droppedQuery = group.value("drop_query")?.list()?.compactMap { $0.text() } ?? []
        addressRules.mirrors = group.value("mirrors")?.list()?.compactMap { $0.text() } ?? []
        addressRules.usesHTTPS = group.value("https")?.boolean() ?? false
        group.finish()
        return (include, exclude)
    }

    private mutating func extractionRules() -> ExtractionConfiguration {
        var result = ExtractionConfiguration()
        guard var group = fields.value("extract")?.fields(of: "extract") else { return result }
        result.title = group.value("title").flatMap { SourceReader.selector($0) }
        result.date = group.value("date").flatMap { SourceReader.selector($0) }
        result.author = group.value("author").flatMap { SourceReader.selector($0) }
        result.lead = group.value("lead").flatMap { SourceReader.selector($0) }
        result.body = group.value("body").flatMap { SourceReader.selector($0) }
        result.remove = group.value("remove")?.list()?.compactMap { SourceReader.selector($0) } ?? []
        group.finish()
        return result
    }

    private mutating func politenessOverride() -> PolitenessOverride {
        var result = PolitenessOverride()
        guard var group = fields.value("politeness")?.fields(of: "politeness") else { return result }
        result.delay = group.value("delay")?.duration()
        result.concurrency = group.value("concurrency")?.integer(in: 1...16)
        group.finish()
        return result
    }

    private mutating func tls() -> Bool {
        guard let value = fields.value("tls"), let text = value.text() else { return true }
        if text == "insecure" { return false }
        value.report("`\(text)` is not known here", "write `tls: insecure` to skip certificate checks, or leave it out")
        return true
    }

    static func selector(_ value: YAMLValue) -> Selector? {
        guard let text = value.text() else { return nil }
        do {
            return try Selector(parsing: text)
        } catch {
            value.report(
                "`\(text)` is not a selector: \(error.message)", "write a CSS selector such as `div.article > p`")
            return nil
        }
    }

    private static func pattern(_ value: YAMLValue) -> String? {
        guard let text = value.text() else { return nil }
        do {
            _ = try AddressPattern(text)
            return text
        } catch {
            value.report(
                "`\(text)` is not a regular expression: \(error)", "check brackets and escapes, as in '-\\d+\\.html$'")
            return nil
        }
    }
}
