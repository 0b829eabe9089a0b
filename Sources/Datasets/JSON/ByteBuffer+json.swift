extension ByteBuffer {
    /// A JSON string, escaped as `JSONEscape` says; all else as UTF-8.
    mutating func append(quoted text: String) {
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            var index = 0
            while index < utf8.count {
                guard let escape = JSONEscape(utf8, index) else {
                    index += 1
                    continue
                }
                append(utf8[start..<index])
                append(escape.bytes)
                index += escape.length
                start = index
            }
            append(utf8[start...])
        }
        append(UInt8(ascii: "\""))
    }
}
