import Datasets
import Discovery
import Model

extension ParseKind {
    static let feed = ParseKind(
        "feed", summary: "A feed and its entries: RSS, Atom or JSON Feed.",
        takes: "feed_b64, base_url, headers (an object: what the server sent)",
        gives: "feed {title, link, id, description, author, published, updated}, "
            + "entries [{title, link, id, summary, author, published, updated}]; times in UTC"
    ) { question in
        let url = try question.text("base_url")
        guard let base = WebAddress(url) else {
            throw ParseFailure.noAddress(url)
        }
        let headers = (question.value("headers")?.members ?? []).compactMap { member in
            member.value.text.map { HeaderField(member.name, $0) }
        }
        let feed = try FeedParser.parse(
            try question.bytes("feed_b64"),
            base: headers.first(named: "Content-Location").flatMap { base.resolving($0) } ?? base,
            contentType: headers.first(named: "Content-Type"))
        return { json in
            json.object("feed") { feed.write(to: &$0) }
            json.array("entries") { json in
                for entry in feed.entries { json.object { entry.write(to: &$0) } }
            }
        }
    }
}

extension Feed {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("title", title?.value)
        json.member("link", link)
        json.member("id", id)
        json.member("description", description?.value)
        json.member("author", author)
        json.member("published", published?.utc)
        json.member("updated", updated?.utc)
    }
}

extension FeedEntry {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("title", title?.value)
        json.member("link", link)
        json.member("id", id)
        json.member("summary", summary?.value)
        json.member("author", author)
        json.member("published", published?.utc)
        json.member("updated", updated?.utc)
    }
}
