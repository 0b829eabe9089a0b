/// What is wrong with an article's data file.
struct DataFileError: Error, CustomStringConvertible {
    let file: String
    let reason: String

    var description: String { "\(file): \(reason)" }
}

extension SampleArticle {
    /// Reads a data file: `Name: value` lines, an empty line, then blocks separated by empty lines.
    ///
    /// A block that begins with `## ` is a heading, `> ` a quotation, `! ` a caption, `- ` a list, `|` a table, else a paragraph.
    init(dataFile text: String, named file: String) throws(DataFileError) {
        var sections = Self.sections(of: text)
        guard !sections.isEmpty else { throw DataFileError(file: file, reason: "the file is empty") }
        var fields: [String: String] = [:]
        for line in sections.removeFirst() {
            guard let colon = line.firstIndex(of: ":") else {
                throw DataFileError(file: file, reason: "'\(line)' is not of the form 'Name: value'")
            }
            fields[String(line[..<colon])] = Self.trimmed(line[line.index(after: colon)...])
        }
        func required(_ name: String) throws(DataFileError) -> String {
            guard let value = fields[name] else { throw DataFileError(file: file, reason: "'\(name):' is missing") }
            return value
        }
        func known<Value: RawRepresentable>(
            _ name: String, as type: Value.Type
        ) throws(DataFileError) -> Value? where Value.RawValue == String {
            guard let text = fields[name] else { return nil }
            guard let value = Value(rawValue: text) else {
                throw DataFileError(file: file, reason: "'\(name): \(text)' is unknown")
            }
            return value
        }
        guard let layout = try known("Layout", as: Layout.self) else {
            throw DataFileError(file: file, reason: "'Layout:' is missing")
        }
        guard let published = PortalTime(try required("Published")) else {
            throw DataFileError(file: file, reason: "'Published:' wants YYYY-MM-DD HH:MM")
        }
        self.init(
            address: try required("Address"), alternateAddress: fields["Also"], layout: layout,
            section: try required("Section"), title: try required("Title"), author: try required("Author"),
            published: published, lead: try required("Lead"),
            tags: (fields["Tag"] ?? "").split(separator: ";").map(Self.trimmed),
            encoding: try known("Encoding", as: Encoding.self) ?? .utf8,
            trouble: try known("Trouble", as: Trouble.self), blocks: sections.map(Self.block))
    }

    /// Groups of lines between empty lines.
    private static func sections(of text: String) -> [[Substring]] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .split { $0.allSatisfy(\.isWhitespace) }
            .map(Array.init)
    }

    private static func block(_ lines: [Substring]) -> Block {
        let first = lines[0]
        if first.hasPrefix("|") {
            return .table(lines.map { $0.split(separator: "|").map(trimmed) })
        }
        if first.hasPrefix("- ") {
            return .list(lines.map { trimmed($0.dropFirst(2)) })
        }
        let text = lines.joined(separator: " ")
        if first.hasPrefix("## ") { return .heading(trimmed(text.dropFirst(3))) }
        if first.hasPrefix("> ") { return .quotation(trimmed(text.dropFirst(2))) }
        if first.hasPrefix("! ") { return .figure(caption: trimmed(text.dropFirst(2))) }
        return .paragraph(trimmed(text[...]))
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
