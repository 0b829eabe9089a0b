extension WebAddress {
    /// The form under which a page is kept, so that one article is one key: without query items and path parameters
    /// that only tell where a visitor came from or which visit it is, without an empty query, and with one spelling of
    /// percent-encoding (RFC 3986, section 6.2.2: capitals in the digits, unreserved characters as they are).
    ///
    /// Ports, hosts, dots in the path and fragments are in normal form in every address.
    public var canonical: WebAddress {
        let path = WebAddress.withoutSession(PercentEncoding.normalized(path))
        let query = query.flatMap { query -> String? in
            let kept = WebAddress.items(of: PercentEncoding.normalized(query)).filter { item in
                !WebAddress.isTracking(WebAddress.name(of: item))
            }
            return kept.joined(separator: "&")
        }
        return with(path: path, query: query)
    }

    /// The address with the query items whose names a rule picks.
    func keepingQueryItems(where isWanted: (String) -> Bool) -> WebAddress {
        guard let query else { return self }
        let kept = WebAddress.items(of: query).filter { isWanted(WebAddress.name(of: $0)) }
        return with(path: path, query: kept.joined(separator: "&"))
    }

    /// An empty query is none.
    private func with(path: String, query: String?) -> WebAddress {
        let query = query?.isEmpty == true ? nil : query
        if path == self.path && query == self.query { return self }
        return WebAddress(scheme: scheme, host: host, port: port, path: path, query: query)
    }

    private static func items(of query: String) -> [Substring] {
        query.split(separator: "&", omittingEmptySubsequences: false)
    }

    private static func name(of item: Substring) -> String { String(item.prefix { $0 != "=" }) }

    /// Servlets write the visit into the path: `/tin;jsessionid=1A2B`.
    private static func withoutSession(_ path: String) -> String {
        guard let semicolon = path.lastIndex(of: ";"),
            path[semicolon...].lowercased().hasPrefix(";jsessionid="), !path[semicolon...].contains("/")
        else { return path }
        return String(path[..<semicolon])
    }

    private static func isTracking(_ name: String) -> Bool {
        let name = name.lowercased()
        return trackingPrefixes.contains { name.hasPrefix($0) } || trackingNames.contains(name)
    }

    private static let trackingPrefixes = ["utm_", "zalo_", "zarsrc", "aspsessionid", "_hs", "hsa_", "mtm_", "pk_"]

    /// Click and visit identifiers of Google, Facebook, Microsoft, Zalo, Yandex, TikTok, mail services, and sessions.
    private static let trackingNames: Set<String> = [
        "fbclid", "fb_action_ids", "fb_action_types", "fb_source", "gclid", "gclsrc", "gbraid", "wbraid", "dclid",
        "_ga",
        "_gl", "msclkid", "mc_cid", "mc_eid", "mkt_tok", "igshid", "igsh", "yclid", "ysclid", "twclid", "ttclid",
        "zanpid",
        "gidzl", "li_fat_id", "wickedid", "oly_enc_id", "oly_anon_id", "rb_clickid", "vero_id", "s_kwcid", "wt_mc",
        "phpsessid", "jsessionid",
    ]
}

extension PercentEncoding {
    /// One spelling: capitals in the digits, letters, digits and `-._~` not encoded.
    static func normalized(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = bytes[index + 1].hexadecimalValue, let low = bytes[index + 2].hexadecimalValue
            else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let byte = high << 4 | low
            if isUnreserved(byte) {
                result.append(byte)
            } else {
                result += [bytes[index], bytes[index + 1].capital, bytes[index + 2].capital]
            }
            index += 3
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

extension UInt8 {
    /// The capital of an ASCII letter.
    fileprivate var capital: UInt8 { (0x61...0x7A).contains(self) ? self & 0xDF : self }
}
