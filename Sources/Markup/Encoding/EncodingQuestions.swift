/// What others may ask about encodings: `chiso parse encoding`.
public enum EncodingQuestions {
    /// The encoding that a page declares, by the rules of the HTML Standard.
    public static func declared(by page: [UInt8], charset: String?) -> String {
        MetaPrescan.declared(by: page, charset: charset)
    }

    /// The text of bytes in a named encoding; nil for a name that is none.
    public static func text(of bytes: [UInt8], label: String) -> String? {
        guard let name = EncodingLabel.name(label) else { return nil }
        switch name {
        case "utf-8": return String(decoding: bytes, as: UTF8.self)
        case "utf-16le": return String(decoding: TextDecoder.utf8(bytes, as: .utf16LittleEndian), as: UTF8.self)
        case "utf-16be": return String(decoding: TextDecoder.utf8(bytes, as: .utf16BigEndian), as: UTF8.self)
        default:
            return SystemDecoder.singleByte(bytes, as: name)
                ?? SystemDecoder.utf8(bytes, as: name).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
