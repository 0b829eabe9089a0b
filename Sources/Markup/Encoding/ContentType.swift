/// Content-Type, as far as reading pages needs it (RFC 9110, section 8.3).
public enum ContentType {
    /// The `charset` parameter, or nil where there is none.
    public static func charset(_ contentType: String?) -> String? {
        for parameter in (contentType ?? "").split(separator: ";").dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1).map { part in
                String(part.filter { !$0.isWhitespace && $0 != "\"" })
            }
            if pair.count == 2, pair[0].lowercased() == "charset" { return pair[1] }
        }
        return nil
    }
}
