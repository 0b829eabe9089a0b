import Markup

extension ParseKind {
    static let encoding = ParseKind(
        "encoding", summary: "What bytes are encoded in, and what they say; Vietnamese of before Unicode, too.",
        takes: """
            label; or html_b64 and http_charset (may be null); or bytes_b64 and charset; or from (vni, tcvn3, viscii, viqr, \
            windows-1258, utf-8, utf-8-read-as-windows-1252) with bytes_b64, or with text whose letters are those bytes \
            in windows-1252
            """,
        gives: "encoding (the name that the label or the page stands for); or text; or text_nfc"
    ) { question in
        if let label = try question.optionalText("label") {
            guard let name = EncodingLabel.name(label) else {
                throw ParseFailure("`\(label)` is no label of the WHATWG Encoding Standard")
            }
            return { $0.member("encoding", name) }
        }
        if let from = try question.optionalText("from") {
            guard let charset = VietnameseCharset(rawValue: from) else {
                let names = VietnameseCharset.allCases.map(\.rawValue).joined(separator: ", ")
                throw ParseFailure("`\(from)` is none of \(names)")
            }
            let written = try question.optionalText("bytes_b64") == nil
            let text =
                try written ? charset.text(of: question.text("text")) : charset.text(of: question.bytes("bytes_b64"))
            return { $0.member("text_nfc", text) }
        }
        if let charset = try question.optionalText("charset") {
            guard let text = EncodingQuestions.text(of: try question.bytes("bytes_b64"), label: charset) else {
                throw ParseFailure("`\(charset)` is no encoding that can be read")
            }
            return { $0.member("text", text) }
        }
        let page = try question.bytes("html_b64")
        let name = EncodingQuestions.declared(by: page, charset: try question.optionalText("http_charset"))
        return { $0.member("encoding", name) }
    }
}
