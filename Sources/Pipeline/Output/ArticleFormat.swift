import Datasets
import Model

/// The forms that `chiso extract` prints articles in.
public enum ArticleFormat: String, Sendable, CaseIterable {
    /// One JSON object a line.
    case json
    /// Title and paragraphs; a form feed between two articles.
    case text
    /// CommonMark; a rule between two articles.
    case markdown
    /// TEI P5: one document, or a corpus of several.
    case xmlTEI = "xml-tei"

    /// What stands before the first of so many articles.
    func opening(_ count: Int) -> String {
        guard self == .xmlTEI, count > 1 else { return self == .xmlTEI ? TEIWriter.declaration : "" }
        return TEIWriter.declaration + "<teiCorpus xmlns=\"\(TEIWriter.namespace)\">\n" + TEIWriter.corpusHeader
    }

    /// What stands between two articles.
    var separator: String {
        switch self {
        case .text: "\u{C}\n"
        case .markdown: "\n---\n\n"
        case .json, .xmlTEI: ""
        }
    }

    /// What stands after the last.
    func closing(_ count: Int) -> String { self == .xmlTEI && count > 1 ? "</teiCorpus>\n" : "" }

    /// An article in a form for people or for XML; `id` names its file.
    func text(of article: Article, id: String) -> String {
        switch self {
        case .json, .text: ([article.title, ""] + article.blocks.map(\.text)).joined(separator: "\n") + "\n"
        case .markdown: MarkdownWriter(article: article).text
        case .xmlTEI: TEIWriter(article: article, id: id).text
        }
    }
}

/// An article as CommonMark (spec 0.31).
struct MarkdownWriter {
    let article: Article

    var text: String {
        var parts = ["# \(escaped(article.title))"]
        let facts = [article.published?.description] + article.authors.map { $0 }
        let known = facts.compactMap { $0 }.filter { !$0.isEmpty }
        if !known.isEmpty { parts.append("*\(known.map(escaped).joined(separator: ", "))*") }
        var isInTable = false
        for block in article.blocks {
            let line = markdown(of: block, startsTable: !isInTable)
            let joins = (block.kind == .tableRow && isInTable)
            if joins { parts[parts.count - 1] += "\n" + line } else { parts.append(line) }
            isInTable = block.kind == .tableRow
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func markdown(of block: ArticleBlock, startsTable: Bool) -> String {
        let text = escaped(block.text)
        switch block.kind {
        case .lead: return "**\(text)**"
        case .heading: return "## \(text)"
        case .listItem: return "- \(text)"
        case .quotation: return "> \(text)"
        case .caption: return "*\(text)*"
        case .paragraph: return text
        case .tableRow:
            let cells = block.text.split(separator: "\t", omittingEmptySubsequences: false)
                .map { escaped(String($0)).replacing("|", with: "\\|") }
            let row = "| \(cells.joined(separator: " | ")) |"
            return startsTable ? row + "\n|" + String(repeating: " --- |", count: cells.count) : row
        }
    }

    /// Marks that would be read as formatting get a backslash; a line break is a space.
    private func escaped(_ text: String) -> String {
        var result = ""
        for character in text.replacing("\n", with: " ") {
            if "\\`*_[]<>#".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}

/// An article as TEI P5 (chapters 2 and 4 of the Guidelines).
struct TEIWriter {
    let article: Article
    let id: String

    static let namespace = "http://www.tei-c.org/ns/1.0"
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    static let corpusHeader = """
        <teiHeader><fileDesc><titleStmt><title>Articles</title></titleStmt><publicationStmt><p>Read by chiso.</p>\
        </publicationStmt><sourceDesc><p>News pages.</p></sourceDesc></fileDesc></teiHeader>

        """

    var text: String {
        let authors = article.authors.map { "<author>\(escaped($0))</author>" }.joined()
        let date = article.published.map { "<date when=\"\($0)\">\($0)</date>" } ?? ""
        let address = article.canonical.map { "<ptr target=\"\(escaped($0.text))\"/>" } ?? ""
        let language = article.language.map { " xml:lang=\"\(escaped($0))\"" } ?? ""
        return """
            <TEI xmlns="\(TEIWriter.namespace)"\(language)>
            <teiHeader><fileDesc><titleStmt><title>\(escaped(article.title))</title>\(authors)</titleStmt>
            <publicationStmt><publisher>\(escaped(article.siteName ?? ""))</publisher>\(date)<idno>\(escaped(id))</idno></publicationStmt>
            <sourceDesc><bibl><title>\(escaped(article.title))</title>\(address)</bibl></sourceDesc></fileDesc></teiHeader>
            <text><body>
            \(body)
            </body></text>
            </TEI>

            """
    }

    /// Rows and items that follow each other are one table or one list.
    private var body: String {
        var lines: [String] = []
        var open: String?
        for block in article.blocks {
            let container: String? =
                switch block.kind {
                case .listItem: "list"
                case .tableRow: "table"
                case .lead, .heading, .paragraph, .quotation, .caption: nil
                }
            if open != container {
                if let open { lines.append("</\(open)>") }
                if let container { lines.append("<\(container)>") }
                open = container
            }
            lines.append(element(block))
        }
        if let open { lines.append("</\(open)>") }
        return lines.isEmpty ? "<p/>" : lines.joined(separator: "\n")
    }

    private func element(_ block: ArticleBlock) -> String {
        let text = escaped(block.text)
        switch block.kind {
        case .lead: return "<p rend=\"lead\">\(text)</p>"
        case .heading: return "<ab type=\"head\">\(text)</ab>"
        case .paragraph: return "<p>\(text)</p>"
        case .listItem: return "<item>\(text)</item>"
        case .quotation: return "<quote>\(text)</quote>"
        case .caption: return "<figure><figDesc>\(text)</figDesc></figure>"
        case .tableRow:
            let cells = block.text.split(separator: "\t", omittingEmptySubsequences: false)
            return "<row>\(cells.map { "<cell>\(escaped(String($0)))</cell>" }.joined())</row>"
        }
    }

    /// Markup as entities; characters that XML 1.0 does not know become U+FFFD.
    private func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n", "\r": result.append(scalar)
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
