import Model

extension ParseKind {
    static let url = ParseKind(
        "url", summary: "An address in normal form, or a link resolved against the page that holds it (WHATWG URL).",
        takes: "input, base (may be left out), document_encoding (of the page; may be left out)",
        gives: "href, host, path, key (the address under which ChiSo keeps the page)"
    ) { question in
        let input = try question.text("input")
        let encoder = try question.optionalText("document_encoding").flatMap { QueryEncoder(encoding: $0) }
        var base: WebURL?
        if let text = try question.optionalText("base") {
            base = WebURL(text)
            if base == nil { throw ParseFailure.noAddress(text) }
        }
        guard let url = WebURL(input, base: base, queryEncoder: encoder) else {
            throw ParseFailure.noAddress(input)
        }
        return { json in
            json.member("href", url.text)
            json.member("host", url.host)
            json.member("path", url.path)
            json.member("key", WebAddress(url).canonical.text)
        }
    }
}
