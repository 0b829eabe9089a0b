import Datasets
import Model

extension Article {
    /// Writes the article's members into an object that has been begun.
    func write(to json: inout JSONWriter) {
        json.member("title", title)
        json.member("date", published.map { $0.date.description })
        json.member("published", published?.description)
        json.member("published_from", publishedFrom?.rawValue)
        json.member("modified", modified?.description)
        json.member("author", authors.isEmpty ? nil : authors.joined(separator: ", "))
        json.member("canonical", canonical?.text)
        json.member("site_name", siteName)
        json.member("section", section)
        json.member("language", language)
        json.member("lead", lead)
        json.member("text", text)
        json.array("captions") { json in
            for block in blocks where block.kind == .caption { json.value(block.text) }
        }
    }
}
