import Datasets
import Discovery
import Model

extension ParseKind {
    static let listing = ParseKind(
        "listing", summary: "The articles of a page of links, found without selectors, and the next page.",
        takes: "url, html (or html_b64), content_type (may be missing)",
        gives: "links [address], next (null where there is none), entries [{address, title, published}]"
    ) { question in
        let url = try question.text("url")
        guard let base = WebAddress(url) else {
            throw ParseFailure("`\(url)` is no address; write http:// or https:// in front")
        }
        let html = try question.optionalText("html")
        let bytes = try html.map { Array($0.utf8) } ?? question.bytes("html_b64")
        let type = try html == nil ? question.optionalText("content_type") : "text/html; charset=utf-8"
        let listing = ListingFinder.find(bytes, base: base, contentType: type)
        return { json in
            json.member("links", listing.entries.map(\.address.text))
            json.member("next", listing.next?.text)
            json.array("entries") { json in
                for entry in listing.entries {
                    json.object { json in
                        json.member("address", entry.address.text)
                        json.member("title", entry.title)
                        json.member("published", entry.published?.description)
                    }
                }
            }
        }
    }
}
