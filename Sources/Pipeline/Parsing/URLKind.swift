import Model

extension ParseKind {
    static let url = ParseKind(
        "url", summary: "An address in normal form, or a link resolved against the page that holds it (WHATWG URL).",
        takes: "input, base", gives: "href, host, path, key"
    ) { question in
        let input = try question.text("input")
        let address = try question.optionalText("base").map { WebAddress($0)?.resolving(input) } ?? WebAddress(input)
        guard let address else { throw ParseFailure("no address of http or https") }
        return { json in
            json.member("href", address.text)
            json.member("host", address.host)
            json.member("path", address.path)
        }
    }
}
