import Model

/// One line of an HTTP header.
enum HeaderLine {
    /// The line without its end; bytes that are not UTF-8 are read as Latin-1, as old servers send them.
    static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        var end = bytes.count
        while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        let line = bytes[..<end]
        return String(validating: line, as: UTF8.self)
            ?? String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
    }

    /// Name and value; nil for the empty line and for what is no field.
    static func field(_ line: String) -> HeaderField? {
        guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return nil }
        let value = line[line.index(after: colon)...]
        return HeaderField(String(line[..<colon]), String(trimmed(value)))
    }

    /// What a folded line adds to the field before it (RFC 9112, section 5.2); nil for any other line.
    static func continuation(_ line: String) -> String? {
        guard line.hasPrefix(" ") || line.hasPrefix("\t") else { return nil }
        return String(trimmed(line[...]))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}

/// A response as it came: headers, and the content before its codings are undone.
struct RawResponse: Sendable {
    let statusLine: String
    let headers: [HeaderField]
    let body: [UInt8]
}
