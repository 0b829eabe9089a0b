#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An IP address as 16 bytes; IPv4 addresses are kept in their IPv6-mapped form (RFC 4291, section 2.5.5.2).
public struct IPAddress: Hashable, Sendable {
    let bytes: [UInt8]

    /// Reads `10.0.0.1` or `::1`; other spellings, as decimal or octal numbers, are none.
    public init?(_ text: String) {
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(four)
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            self.init(sixteen)
        } else {
            return nil
        }
    }

    /// The address of a socket; nil for families other than IPv4 and IPv6.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            self = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { IPAddress($0.pointee.sin_addr) }
        case AF_INET6:
            self = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { IPAddress($0.pointee.sin6_addr) }
        default:
            return nil
        }
    }

    private init(_ address: in_addr) {
        bytes = IPAddress.mapped + withUnsafeBytes(of: address) { Array($0) }
    }

    private init(_ address: in6_addr) { bytes = withUnsafeBytes(of: address) { Array($0) } }

    private static let mapped: [UInt8] = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]

    /// Whether anybody on the Internet may be reached at this address: not a private, local, reserved, documentation,
    /// multicast or translated one (IANA's special-purpose address registries, RFC 6890). Of IPv6 only 2000::/3 is given out at all.
    public var isPublic: Bool {
        let isUnicast = bytes.starts(with: IPAddress.mapped) || bytes[0] & 0xE0 == 0x20
        return isUnicast && !NetworkRange.special.contains { $0.contains(self) }
    }
}

/// A block of addresses in CIDR notation, `10.0.0.0/8` or `fd00::/8`.
public struct NetworkRange: Hashable, Sendable {
    private let base: IPAddress
    private let bits: Int

    /// Nil when the text is no block; a bare address is a block of one.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let base = IPAddress(String(parts[0])) else { return nil }
        let width = parts[0].contains(":") ? 128 : 32
        guard parts.count == 1 || !parts[1].hasPrefix("+") else { return nil }
        guard let prefix = parts.count == 1 ? width : Int(parts[1]), (0...width).contains(prefix) else { return nil }
        self.base = base
        bits = 128 - width + prefix
    }

    public func contains(_ address: IPAddress) -> Bool {
        let (whole, rest) = (bits / 8, bits % 8)
        guard address.bytes[..<whole] == base.bytes[..<whole] else { return false }
        return rest == 0 || (address.bytes[whole] ^ base.bytes[whole]) >> (8 - UInt8(rest)) == 0
    }

    /// Everything that is not a public unicast address.
    static let special: [NetworkRange] = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23",
        "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    ].compactMap { NetworkRange($0) }
}
