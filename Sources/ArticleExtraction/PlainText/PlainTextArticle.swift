import Foundation
import Model
import VietnameseText

/// Reads an article that somebody saved as plain text: breadcrumbs, title, date line, paragraphs, names of authors.
///
/// The first short line that holds a date and a time of day, or a date alone, is the date line. The title is the line
/// before it, or the first line where there is no date line. Lines of a few words without an end mark after the last
/// paragraph are the authors; lines that begin with a slash are breadcrumbs.
public enum PlainTextArticle {
    /// The article, or nil when the text holds no paragraph.
    public static func article(from text: String) -> Article? {
        let lines = text.split(whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty && !$0.hasPrefix("/ ") }
        let dateLine = lines.prefix(longestHead).firstIndex { $0.count <= longestDateLine && date(in: $0) != nil }
        let titleLine = dateLine.map { max(0, $0 - 1) } ?? 0
        var body = Array(lines.dropFirst((dateLine ?? titleLine) + 1))
        let authors = trailingNames(of: &body)
        guard !body.isEmpty || lines.count == 1 else { return nil }
        let paragraphs = lines.count == 1 ? lines : body
        return Article(
            title: lines.count == 1 ? "" : lines[titleLine],
            authors: authors,
            published: dateLine.flatMap { date(in: lines[$0]) },
            publishedFrom: dateLine == nil ? nil : .visibleText,
            blocks: paragraphs.map { ArticleBlock(.paragraph, $0.precomposedStringWithCanonicalMapping) })
    }

    /// The date line stands among the first lines and is short.
    private static let longestHead = 12
    private static let longestDateLine = 60

    private static func date(in line: String) -> Timestamp? { TimestampParser.find(in: line)?.timestamp }

    /// Takes the names of authors off the end of the body, each once and in order.
    private static func trailingNames(of body: inout [String]) -> [String] {
        var names: [String] = []
        while body.count > 1, let last = body.last, isName(last) {
            names.insert(last, at: 0)
            body.removeLast()
        }
        return names
    }

    /// Two to five words, each with a capital, and no end mark.
    private static func isName(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        return (2...5).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
            && line.last?.isLetter == true
    }
}
