import Model
import VietnameseText

/// Whether an answer is what a vector expects; only the members that the vector names are looked at.
struct VectorComparison {
    let expected: JSONValue
    let answer: JSONValue

    /// Nil where the vector is about something that is not answered at all.
    var result: Bool? {
        if let terms = expected["terms"]?.elements {
            let results = terms.compactMap { term($0) }
            return results.isEmpty ? nil : results.allSatisfy { $0 }
        }
        if expected["failure"] == .flag(true) { return answer["error"] != nil }
        return (expected.members ?? []).allSatisfy { member in
            let got = answer[member.name]
            switch member.name {
            case "terminates", "error_at", "offset": return true
            case "grain" where expected["iso"]?.text?.contains("/") == true: return true
            // As sharp as the vector asks, or sharper.
            case "iso": return got?.text?.hasPrefix(member.value.text ?? "?") == true
            case "utc": return VectorComparison.instant(got) == VectorComparison.instant(member.value)
            case "pages": return Set(got?.elements ?? []) == Set(member.value.elements ?? [])
            default: return got == member.value
            }
        }
    }

    private static func instant(_ value: JSONValue?) -> Int64? {
        value?.text.flatMap { TimestampParser.parse($0, defaultOffset: 0)?.timestamp.seconds }
    }

    /// One condition on a feed, nil when it is about what `chiso parse feed` does not tell.
    private func term(_ term: JSONValue) -> Bool? {
        guard term["falsy"] == nil, term["truthy"] == nil, let steps = term["path"]?.elements,
            let path = VectorComparison.path(steps)
        else { return nil }
        var value: JSONValue? = answer
        for step in path {
            value =
                step.integer.map { value?.elements?.indices.contains($0) == true ? value?.elements?[$0] : nil }
                ?? step.text.flatMap { value?[$0] }
        }
        if let count = term["length"]?.integer { return value?.elements?.count == count }
        if let time = term["utc"] { return VectorComparison.instant(value) == VectorComparison.instant(time) }
        guard let wanted = term["equals"]?.text else { return nil }
        if ["published", "updated"].contains(path.last?.text) { return nil }
        return value?.text.map { VectorComparison.words($0) == VectorComparison.words(wanted) } ?? false
    }

    /// Feedparser's names as ours; nil for what is not answered.
    private static func path(_ steps: [JSONValue]) -> [JSONValue]? {
        var path = steps.map { step in step.text.flatMap { names[$0] }.map { JSONValue.text($0) } ?? step }
        guard let root = path.first?.text, root == "feed" || root == "entries" else { return nil }
        if root == "feed" {
            path = path.map { ["summary", "subtitle"].contains($0.text) ? .text("description") : $0 }
        }
        let answered: Set<String> = ["title", "link", "id", "published", "updated", "summary", "author", "description"]
        if path.count >= 2, let last = path.last?.text, !answered.contains(last) { return nil }
        return path.contains { unanswered.contains($0.text ?? "") } ? nil : path
    }

    private static let names = [
        "published_parsed": "published", "updated_parsed": "updated", "guid": "id", "description": "summary",
        "items": "entries", "channel": "feed", "href": "link",
    ]

    private static let unanswered: Set<String> = [
        "links", "enclosures", "content", "title_detail", "summary_detail", "author_detail", "subtitle_detail", "tags",
        "contributors", "source",
    ]

    private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
