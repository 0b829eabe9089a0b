import Markup
import Model

/// Reads one entry of a source's `listings`.
struct ListingReader {
    private var entry: YAMLFields

    static func read(_ item: YAMLValue) -> ListingConfiguration? {
        guard let entry = item.fields(of: "a listing") else { return nil }
        var reader = ListingReader(entry: entry)
        let listing = reader.listing()
        reader.entry.finish()
        return listing
    }

    private mutating func listing() -> ListingConfiguration? {
        let address = entry.required("url")?.address()
        let template = pageTemplate()
        let reading = reading()
        let next = entry.value("next").flatMap { SourceReader.selector($0) }
        let body = body()
        let pages = entry.value("max_pages")?.integer(in: 1...1_000)
        let stopAfterKnown = entry.value("stop_after_known")?.integer(in: 1...100_000)
        let stopBefore = day("stop_before")
        if let pages, pages > 1, template == nil, next == nil, body == nil, case .json = reading {
            entry.report(
                "a JSON listing of several pages does not say how to ask for them",
                "add `pages:` with {page} in the address, or `body:` with {page} in it")
        }
        guard let address, let reading else { return nil }
        return ListingConfiguration(
            address: address, pageTemplate: template, maximumPages: pages ?? 1, reading: reading, next: next,
            body: body?.content, bodyType: body?.type ?? "",
            stopAfterKnown: stopAfterKnown ?? ListingConfiguration.usualKnown,
            stopBefore: stopBefore)
    }

    private mutating func pageTemplate() -> String? {
        guard let value = entry.value("pages"), let text = value.text() else { return nil }
        if text.contains("{page}") && WebAddress(text.replacing("{page}", with: "2")) != nil { return text }
        value.report("`\(text)` is not a page template", "write a full address with {page} where the number goes")
        return nil
    }

    /// Selectors where there are items, ways where it is JSON, else nothing: the articles are found.
    private mutating func reading() -> ListingConfiguration.Reading? {
        if let items = entry.value("items") {
            let selector = SourceReader.selector(items)
            let (link, title, date) = (selectorAt("link"), selectorAt("title"), selectorAt("date"))
            return selector.map { .selectors(items: $0, link: link, title: title, date: date) }
        }
        guard let json = entry.value("json") else {
            for key in ["link", "title", "date"] {
                entry.value(key)?.report(
                    "`\(key)` is for listings that say where their items are",
                    "add `items:` with a selector, or `json:`")
            }
            return .found
        }
        return jsonReading(json)
    }

    private mutating func jsonReading(_ json: YAMLValue) -> ListingConfiguration.Reading? {
        guard let text = json.text() else { return nil }
        let items = text == "." ? nil : way(json, text)
        let (link, title, date) = (wayAt("link"), wayAt("title"), wayAt("date"))
        let template = entry.value("address")?.text()
        if link == nil && template == nil {
            entry.report(
                "a JSON listing does not say what the articles' addresses are",
                "add `link:` with the way to the address in an item, or `address:` with {ways} in braces")
            return nil
        }
        return .json(items: items, link: link, template: template, title: title, date: date)
    }

    private mutating func selectorAt(_ key: String) -> Selector? {
        entry.value(key).flatMap { SourceReader.selector($0) }
    }

    private mutating func wayAt(_ key: String) -> JSONPath? {
        guard let value = entry.value(key), let text = value.text() else { return nil }
        return way(value, text)
    }

    private func way(_ value: YAMLValue, _ text: String) -> JSONPath? {
        if let path = JSONPath(text) { return path }
        value.report(
            "`\(text)` is not a way into JSON", "write names parted by dots, such as data.items; `.` is the top")
        return nil
    }

    private mutating func body() -> (content: String, type: String)? {
        let type = entry.value("body_type")
        guard let value = entry.value("body"), let content = value.text() else {
            type?.report("`body_type` needs a `body`", "add the content of the POST as `body:`, or take this away")
            return nil
        }
        let guess =
            content.hasPrefix("{") || content.hasPrefix("[") ? "application/json" : "application/x-www-form-urlencoded"
        return (content, type?.text() ?? guess)
    }

    private mutating func day(_ key: String) -> CivilDate? {
        guard let value = entry.value(key), let text = value.text() else { return nil }
        if let date = CivilDate(iso: text) { return date }
        value.report("`\(text)` is not a date", "write the day as 2026-07-17")
        return nil
    }
}
