/// The elements that readers of pages tell apart; every other one is `other`.
public enum HTMLName: String, Sendable, CaseIterable {
    /// The document itself, above the `html` element.
    case document = "#document"
    case text = "#text"
    case other = "#other"
    case a, abbr, address, area, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption, center
    case cite, code, col, colgroup, dd, del, details, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font
    case footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input
    case ins, kbd, label, legend, li, link, main, map, mark, math, menu, meta, nav, noembed, noframes, noscript, object
    case ol, optgroup, option, p, picture, pre, q, s, samp, script, section, select, small, source, span, strike, strong
    case style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track
    case tt, u, ul, video, wbr, xmp
}

/// The attributes that readers of pages ask for by name, so that asking costs no comparison of texts.
public enum HTMLAttribute: String, Sendable, CaseIterable {
    case other = ""
    case alt, charset, `class`, colspan, content, datetime, headers, hidden, href, id, itemprop, itemscope, itemtype
    case lang, name, pubdate, property, rel, role, rowspan, scope, src, style, title, type, value
    case ariaHidden = "aria-hidden"
    case ariaLabel = "aria-label"
    case httpEquiv = "http-equiv"
    case dataComponent = "data-component"
    case dataTestID = "data-testid"
}

/// Finds names by their bytes in lower case: one hash and one look at a small table.
struct NameTable<Name: RawRepresentable & CaseIterable & Sendable>: Sendable where Name.RawValue == String {
    private let keys: [UInt64]
    private let names: [Name?]

    init() {
        var keys = [UInt64](repeating: 0, count: NameTable.size)
        var names = [Name?](repeating: nil, count: NameTable.size)
        for name in Name.allCases where !name.rawValue.isEmpty && !name.rawValue.hasPrefix("#") {
            let key = name.rawValue.utf8.reduce(NameHash()) { $0.adding($1) }.value
            var slot = NameTable.slot(of: key)
            while names[slot] != nil { slot = (slot + 1) & (NameTable.size - 1) }
            keys[slot] = key
            names[slot] = name
        }
        self.keys = keys
        self.names = names
    }

    func name(hash key: UInt64) -> Name? {
        var slot = NameTable.slot(of: key)
        while let name = names[slot] {
            if keys[slot] == key { return name }
            slot = (slot + 1) & (NameTable.size - 1)
        }
        return nil
    }

    private static var size: Int { 512 }

    private static func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 29) & (size - 1) }
}

/// FNV-1a over the bytes of a name in lower case.
struct NameHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    func adding(_ byte: UInt8) -> NameHash {
        var next = self
        next.value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
        return next
    }
}

enum KnownNames {
    static let elements = NameTable<HTMLName>()
    static let attributes = NameTable<HTMLAttribute>()
}
