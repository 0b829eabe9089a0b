import Model

/// What kind of file bytes are, by how they begin.
enum ContentSignature {
    /// The kind of a response's content, where its header promises a page of text and the bytes are none.
    static func mismatch(in capture: Capture) -> String? {
        let label = capture.contentType ?? "text/html"
        let type = label.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard type.hasPrefix("text/") || type == "application/xhtml+xml" else { return nil }
        return kind(of: capture.body)
    }

    /// What to say of content that is HTML and goes by another name.
    static func note(on capture: Capture) -> String? {
        guard let label = capture.contentType?.lowercased(), !label.contains("html"),
            !label.hasPrefix("text/"), !label.contains("xml"), isHTML(capture.body)
        else { return nil }
        return "the header says \(label.prefix(60)), the content is HTML"
    }

    /// Whether bytes begin like an HTML page.
    private static func isHTML(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
        return ["<!doctype html", "<html", "<head", "<body", "<title"].contains { start.contains($0) }
    }

    private static func kind(of bytes: [UInt8]) -> String? {
        signatures.first { bytes.starts(with: $0.start) }?.kind
    }

    private static let signatures: [(start: [UInt8], kind: String)] = [
        (Array("%PDF-".utf8), "PDF"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        (Array("GIF8".utf8), "a GIF image"),
        (Array("PK\u{3}\u{4}".utf8), "a ZIP file or an Office document"),
        (Array("Rar!\u{1A}\u{7}".utf8), "a RAR file"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document"),
        ([0x1F, 0x8B, 0x08], "a gzip file"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z file"),
    ]
}
