/// Something the portal serves: bytes, their type, and when they last changed.
struct Page: Sendable {
    var body: [UInt8]
    var contentType: String
    var modified: PortalTime

    /// A strong entity tag, made of the bytes (RFC 9110, section 8.8.3).
    var entityTag: String { "\"" + String(Fingerprint.of(body), radix: 16) + "\"" }

    static func html(_ text: String, modified: PortalTime) -> Page {
        Page(body: Array(text.utf8), contentType: "text/html; charset=utf-8", modified: modified)
    }

    static func xml(_ text: String, modified: PortalTime) -> Page {
        Page(body: Array(text.utf8), contentType: "application/xml; charset=utf-8", modified: modified)
    }
}
