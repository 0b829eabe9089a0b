/// The host parser of the WHATWG URL Standard, section 3.5, for the schemes that have domains.
enum HostName {
    /// The host in normal form: lower case, Punycode, IPv4 in dotted decimal, IPv6 in brackets; nil when it is none.
    static func parse(_ text: ArraySlice<UInt8>) -> String? {
        guard text.count <= longest else { return nil }
        if text.first == UInt8(ascii: "[") {
            guard text.last == UInt8(ascii: "]") else { return nil }
            return IPv6.normalized(String(decoding: text.dropFirst().dropLast(), as: UTF8.self)).map { "[\($0)]" }
        }
        if let plain = plainName(text) { return finished(plain) }
        guard let decoded = String(validating: PercentEncoding.decode(text), as: UTF8.self),
            let ascii = DomainName.ascii(decoded), !ascii.contains(where: isForbidden)
        else { return nil }
        return finished(ascii)
    }

    private static func plainName(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for byte in text {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                result.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte | 0x20)
            case UInt8(ascii: "-"):
                // `xn--`: two in a row need the whole of UTS 46.
                if result.last == byte { return nil }
                result.append(byte)
            default: return nil
            }
        }
        return result
    }

    /// The standard has no bound, DNS one of 253 bytes.
    private static let longest = 4_096

    private static func finished(_ ascii: [UInt8]) -> String? {
        guard !ascii.isEmpty else { return nil }
        let name = String(decoding: ascii, as: UTF8.self)
        return endsInNumber(ascii) ? IPv4.normalized(name) : name
    }

    /// The forbidden domain code points of section 3.1.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F...0xFF: true
        default: forbidden.contains(byte)
        }
    }

    private static let forbidden = Set("#/:<>?@[\\]^|%".utf8)

    /// Section 3.5, the ends-in-a-number checker: such a host is an IPv4 address or none.
    private static func endsInNumber(_ name: [UInt8]) -> Bool {
        let trimmed = name.last == UInt8(ascii: ".") ? name.dropLast() : name[...]
        let start = trimmed.lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? trimmed.startIndex
        let last = trimmed[start...]
        guard let first = last.first, (0x30...0x39).contains(first) else { return false }
        return last.allSatisfy { (0x30...0x39).contains($0) }
            || IPv4.number(String(decoding: last, as: UTF8.self)) != nil
    }
}
